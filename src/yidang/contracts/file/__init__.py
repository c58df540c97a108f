"""Contract files: one YAML file states one contract with its stations and indicators (docs/contract-format.md)."""

from .arithmetic import arithmetic
from .arithmetic import Finding
from .choices import apply_choices
from .difference import Change
from .difference import difference
from .problems import ContractFileError
from .problems import Problem
from .reader import ContractFile
from .reader import read


__all__ = [
    "apply_choices",
    "arithmetic",
    "Change",
    "ContractFile",
    "ContractFileError",
    "difference",
    "Finding",
    "Problem",
    "read",
]
