"""What a report must hold before it is submitted."""

from collections.abc import Iterator
from plone import api
from yidang.archive.checks import is_submit
from yidang.archive.checks import need_all
from yidang.archive.checks import need_filled
from yidang.archive.place import archive_of
from yidang.errors import FieldError
from yidang.reports.periods import PERIODIC
from yidang.reports.periods import SENTENCES


def _missing(report) -> Iterator[FieldError]:
    yield from need_filled(report, workers="请填写执笔人。")
    if report.file is None and not report.summary:
        yield FieldError("file", "请上传报告文件，或填写摘要。")
    if report.kind == "case_study" and _has_cases(report):
        yield from need_filled(report, source_case="请填写案例出自哪个个案。")  # S0-09
    form = PERIODIC.get(report.kind)
    if form:
        yield from need_filled(report, period=SENTENCES[form])  # S0-21, S2-14


def _has_cases(report) -> bool:
    """Whether the contract does casework at all: a study of the management of projects has no case (S2-I13)."""
    archive = archive_of(report)
    path = "/".join(archive.getPhysicalPath())
    catalog = api.portal.get_tool("portal_catalog")
    return bool(catalog.unrestrictedSearchResults(portal_type="CaseFile", path=path, sort_limit=1))


def ready_to_submit(report, event) -> None:
    """Someone wrote it, there is something to read, and it says what it is about."""
    if is_submit(event):
        need_all(_missing(report))
