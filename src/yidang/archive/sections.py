"""The sections of every archive, in the order of the paper box (S2-14: 制度、计划、记录、总结; D-20).

`id` is the last part of the URL and never changes; `code` is the part of the archive number that names the class
(类别号, DA/T 13-2022).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """One section: its id, its Chinese title, its class code and the portal types that may be filed in it."""

    id: str
    title: str
    code: str
    types: tuple[str, ...]


SECTIONS = (
    Section("regulations", "制度", "ZD", ("ArchiveDocument",)),
    Section("plans", "计划", "JH", ("ArchiveDocument",)),
    Section("records", "记录", "JL", ("CaseFile", "GroupWork", "ServiceRecord", "Client")),
    Section("publicity", "宣传", "XC", ("Article",)),
    Section("reports", "总结", "ZJ", ("Report", "ArchiveDocument")),
    Section("review", "检查评估", "PG", ("Inspection", "Rectification", "Evaluation", "Survey", "Complaint")),
)

BY_ID = {section.id: section for section in SECTIONS}


def section_for(portal_type: str) -> str:
    """Id of the section in which a portal type is filed by default; KeyError for what is not filed."""
    for section in SECTIONS:
        if portal_type in section.types:
            return section.id
    raise KeyError(portal_type)
