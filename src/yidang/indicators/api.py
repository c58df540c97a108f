"""`GET <contract>/@indicators`, `GET <contract>/@indicators/<code>`, `GET <record>/@counts`."""

from AccessControl import getSecurityManager
from datetime import date
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from yidang import clock
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.engine import Explanation
from yidang.indicators.evidence import Piece
from yidang.indicators.evidence import pieces
from yidang.indicators.scoreboard import Scoreboard
from yidang.indicators.serialize import tally_as_data
from yidang.permissions import VIEW_SCOREBOARD
from yidang.tree import contract_of
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


BATCH = 100
MAX_BATCH = 1000


def day_asked(request) -> date | None:
    """`?day=2026-05-31`, None when not asked; Refused when it is no day or lies ahead."""
    text = request.form.get("day")
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except (TypeError, ValueError):
        message = "日期须写成 2026-05-31 的形式。"
        raise Refused(message, [FieldError("day", message)]) from None
    if day > clock.today():
        message = "只能查看今天和以前的进度。"
        raise Refused(message, [FieldError("day", message)])
    return day


def whole_number(request, name: str, default: int, highest: int) -> int:
    """A query parameter that counts; Refused when it is no number from 0 to `highest`."""
    text = request.form.get(name)
    if text in (None, ""):
        return default
    if not str(text).isdecimal() or int(text) > highest:
        message = f"{name} 须是 0 到 {highest} 的整数。"
        raise Refused(message, [FieldError(name, message)])
    return int(text)


def _as_data(piece: Piece) -> dict:
    return {
        "@id": piece.url or None,
        "UID": piece.uid if piece.url else None,
        "title": piece.title,
        "date": piece.day.isoformat() if piece.day else None,
        "station": piece.station or None,
    }


def _said(one: Explanation) -> list[str]:
    return [reason.message for reason in one.reasons]


@implementer(IPublishTraverse)
class Indicators(Service):
    """The board, or one line of it with its evidence."""

    code: str | None = None

    def publishTraverse(self, request, name: str):
        """Take the code from the address."""
        if self.code is not None:
            raise NotFound(name)
        self.code = name
        return self

    def reply(self) -> dict:
        """All lines, or the one that was named."""
        board = Scoreboard(self.context)
        day = day_asked(self.request)
        tallies = board.tallies(day)
        told = day or board.today
        records = board.records()
        url = f"{self.context.absolute_url()}/@indicators"
        if self.code is not None:
            return self._line(board, tallies, records.get(self.code, 0), url, day)
        items = [
            {
                "@id": f"{url}/{rule.code}",
                **tally_as_data(rule, tallies[rule.code], records.get(rule.code, 0), told),
            }
            for rule in board.rules
        ]
        return json_compatible({"@id": url, "day": told.isoformat(), "items": items})

    def _line(self, board: Scoreboard, tallies: dict, records: int, url: str, day: date | None) -> dict:
        rule = board.rule(self.code)
        if rule is None:
            raise NotFound(self.code)
        start = whole_number(self.request, "b_start", 0, 10_000_000)
        size = whole_number(self.request, "b_size", BATCH, MAX_BATCH)
        found = board.evidence(rule, past=day)
        excluded = found.excluded[start : start + size]
        reasons = [tuple(reason.message for reason in why) for _, why in excluded]
        return json_compatible(
            {
                "@id": f"{url}/{rule.code}",
                **tally_as_data(rule, tallies[rule.code], records, day or board.today),
                "evidence": [_as_data(piece) for piece in pieces(found.counted[start : start + size])],
                "evidence_total": len(found.counted),
                "excluded": [
                    {**_as_data(piece), "reasons": list(piece.reasons)}
                    for piece in pieces([fact for fact, _ in excluded], reasons)
                ],
                "excluded_total": len(found.excluded),
            }
        )


class Counts(Service):
    """Which lines one record feeds, and why not the others of its kind."""

    def reply(self) -> dict:
        """`counted` and `not_counted`, each with the line's code, title and, where it applies, reasons.

        The service asks for `View`, because the reasons speak of the record; the board has its own permission.
        """
        if not getSecurityManager().checkPermission(VIEW_SCOREBOARD, self.context):
            raise Unauthorized(VIEW_SCOREBOARD)
        contract = contract_of(self.context)
        if contract is None:
            raise NotFound("@counts")
        counted, excluded = [], []
        for rule, one in Scoreboard(contract).counts(self.context):
            line = {"code": rule.code, "title": rule.title, "unit": rule.unit}
            if one.counted:
                also = [{"counted": each.counted, "reasons": _said(each)} for each in one.also]
                counted.append({**line, "amount": one.amount, "note": one.note or None, "also": also})
            else:
                excluded.append({**line, "reasons": _said(one)})
        url = f"{self.context.absolute_url()}/@counts"
        return json_compatible({"@id": url, "counted": counted, "not_counted": excluded})
