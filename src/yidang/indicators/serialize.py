"""Tallies as JSON (docs/rest.md); pages and exports that need plain data use the same."""

from datetime import date
from typing import Any
from yidang.indicators.engine import describe
from yidang.indicators.engine.rules import NARRATIVE
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally


def tally_as_data(rule: Rule, tally: Tally, records: int, day: date) -> dict[str, Any]:
    """One line for a list as of a day: figures, state, pace, periods and members; no evidence."""
    return {
        **_identity(rule, day),
        **_verdict(tally),
        "awaits_target": rule.awaits_target(),
        "also": [{"unit": one.unit or None, **_verdict(one)} for one in tally.also],
        "pace": tally.pace._asdict() if tally.pace else None,
        "buckets": [bucket._asdict() for bucket in tally.buckets],
        "members": [member._asdict() for member in tally.members],
        "worst": tally.worst._asdict() if tally.worst else None,
        "lowest": _lowest(tally),
        "months": dict(tally.months),
        "stations": dict(tally.stations),
        "hours": {**tally.hours._asdict(), "share": tally.hours.share} if tally.hours else None,
        "printed": dict(rule.printed or {}),
        "note": rule.note or None,
        "received": dict(tally.received),
        "given": dict(tally.given),
        "evidence_total": records + sum(tally.received.values()) - sum(tally.given.values()),
    }


def _identity(rule: Rule, day: date) -> dict[str, Any]:
    return {
        "code": rule.code,
        "title": rule.title,
        "heading": rule.group,
        "unit": rule.unit,
        "sentence": describe(rule, day=day),
        "part_of": rule.part_of or None,
        "narrative": rule.measure.kind == NARRATIVE,
    }


def _verdict(tally: Tally) -> dict[str, Any]:
    """One promise, held against its number."""
    return {
        "value": tally.value,
        "submitted": tally.submitted_value,
        "verified": tally.verified_value,
        "target": tally.target,
        "operator": tally.operator or None,
        "met": tally.met,
        "state": tally.state,
        "begun": tally.begun,
        "numerator": tally.numerator,
        "denominator": tally.denominator,
    }


def _lowest(tally: Tally) -> dict[str, Any]:
    """The member, station and month with the smallest number, each None where there is none."""
    found = {"member": tally.lowest_member, "station": tally.lowest_station, "month": tally.lowest_month}
    return {name: one._asdict() if one else None for name, one in found.items()}
