"""Placements by REST: rows of plain values, every wrong one named in Chinese."""

from collections.abc import Mapping
from datetime import date
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from yidang.archive.wording import BadValue
from yidang.interfaces import IYidangLayer
from yidang.publicity.content import IArticle
from yidang.publicity.placements import clean
from yidang.publicity.placements import IPlacements
from zope.component import adapter
from zope.interface import implementer


def _day(value: Any) -> Any:
    """A date from ISO text; anything else stays, for the field to refuse."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and value.strip() else value or None
    except ValueError:
        return value


def _row(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    plain = {key: one["token"] if isinstance(one, Mapping) and "token" in one else one for key, one in value.items()}
    unknown = {key: one for key, one in plain.items() if key not in clean(plain)}
    return {**clean(plain), **unknown, "date": _day(plain.get("date"))}


@implementer(IFieldDeserializer)
@adapter(IPlacements, IArticle, IYidangLayer)
class PlacementsDeserializer:
    """A JSON list as rows."""

    def __init__(self, field, context, request) -> None:
        self.field = field.bind(context)

    def __call__(self, value: Any) -> list[dict]:
        if not isinstance(value, list):
            raise BadValue("刊发记录须是一个列表。")
        rows = [_row(one) for one in value]
        self.field.validate(rows)
        return rows
