"""Tallies as JSON (docs/rest.md); pages and exports that need plain data use the same."""

from typing import Any
from yidang.indicators.engine import describe
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally


def tally_as_data(rule: Rule, tally: Tally, records: int = 0) -> dict[str, Any]:
    """One line for a list: figures, state, pace, periods and members; no evidence."""
    return {
        "code": rule.code,
        "title": rule.title,
        "heading": rule.group,
        "unit": rule.unit,
        "sentence": describe(rule),
        "part_of": rule.part_of or None,
        "value": tally.value,
        "submitted": tally.submitted_value,
        "verified": tally.verified_value,
        "target": tally.target,
        "operator": tally.operator or None,
        "met": tally.met,
        "state": tally.state,
        "pace": tally.pace._asdict() if tally.pace else None,
        "buckets": [bucket._asdict() for bucket in tally.buckets],
        "members": [member._asdict() for member in tally.members],
        "worst": tally.worst._asdict() if tally.worst else None,
        "months": dict(tally.months),
        "stations": dict(tally.stations),
        "hours": {**tally.hours._asdict(), "share": tally.hours.share} if tally.hours else None,
        "numerator": tally.numerator,
        "denominator": tally.denominator,
        "printed": dict(rule.printed or {}),
        "note": rule.note or None,
        "evidence_total": records,
    }
