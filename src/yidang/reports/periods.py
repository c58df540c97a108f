"""The period that a report is about, written as the calendar writes it: 2026-03, 2026-Q1, 2026-H1, 2026.

A line with a due day in each period looks for the period's label (docs/indicators.md, `due: {of: period}`), so a period
in other words would be no period at all.
"""

import re


MONTH, QUARTER, ANY = "month", "quarter", "any"
# Contracts whose quarters run from their first day name them Q01, Q02, … (S4-X04).
FORMS = {
    MONTH: re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
    QUARTER: re.compile(r"\d{4}-Q[1-4]|Q\d\d"),
    ANY: re.compile(r"\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?|[MQHY]\d\d"),
}
SENTENCES = {
    MONTH: "请按“年-月”填写所属月份，例如 2026-03。",
    QUARTER: "请按“年-Q季”填写所属季度，例如 2026-Q1；按合同季度的写 Q01。",
    ANY: "请填写月份（2026-03）、季度（2026-Q1）、半年（2026-H1）或年份（2026）。",
}
# Reports that come at fixed intervals (S0-21, S2-14).
PERIODIC = {"monthly_summary": MONTH, "monthly_brief": MONTH, "quarterly_report": QUARTER}


def period_problem(kind: str | None, period: str | None) -> str:
    """What is wrong with a period for a report of this kind; "" when nothing is, or none is given."""
    form = PERIODIC.get(kind or "", ANY)
    return SENTENCES[form] if period and not FORMS[form].fullmatch(period) else ""
