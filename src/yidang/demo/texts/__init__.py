"""The words of the demonstration: our own writing, invented people; YAML because they are words and not code."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(name: str) -> Any:
    """The content of `<name>.yaml`; the same object each time, not to be changed."""
    return yaml.safe_load(files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))
