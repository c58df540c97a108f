"""What a report must hold before it is submitted."""

from collections.abc import Iterator
from yidang.archive.checks import is_submit
from yidang.archive.checks import need_all
from yidang.archive.checks import need_filled
from yidang.errors import FieldError


def _missing(report) -> Iterator[FieldError]:
    yield from need_filled(report, workers="请填写执笔人。")
    if report.file is None and not report.summary:
        yield FieldError("file", "请上传报告文件，或填写摘要。")
    if report.kind == "case_study":
        yield from need_filled(report, source_case="请填写案例出自哪个个案。")  # S0-09
    if report.kind == "monthly_summary":
        yield from need_filled(report, period="请填写所属月份，例如 2026-03。")  # S0-21


def ready_to_submit(report, event) -> None:
    """Someone wrote it, there is something to read, and it says what it is about."""
    if is_submit(event):
        need_all(_missing(report))
