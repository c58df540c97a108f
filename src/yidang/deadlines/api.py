"""`GET <contract>/@deadlines`: what is owed until when, as the page shows it to the same person."""

from datetime import date
from plone import api
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from yidang import clock
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import STATES
from yidang.deadlines.mine import concerns
from yidang.deadlines.mine import may_see
from yidang.deadlines.mine import person_in
from yidang.deadlines.reading import ContractDeadlines
from yidang.deadlines.wording import subject
from yidang.errors import FieldError
from yidang.errors import Refused


OPEN = "open"


class Deadlines(Service):
    """Filters: `state` (one of the states, or `open`), `from` and `to` (days), `mine=1`."""

    def reply(self) -> dict:
        """Items in the order of the page: what is open first, by day."""
        reading = ContractDeadlines(self.context, clock.today())
        person = person_in(self.context, api.user.get_current().getUser())
        state, first, last = self._state(), self._day("from"), self._day("to")
        mine = self.request.form.get("mine") in ("1", "true")
        found = [
            one
            for one in reading.all
            if may_see(one, person)
            and (not mine or concerns(one, person))
            and (state is None or (one.is_open if state == OPEN else one.state == state))
            and (first is None or one.due >= first)
            and (last is None or one.due <= last)
        ]
        return json_compatible(
            {
                "@id": f"{self.context.absolute_url()}/@deadlines",
                "day": reading.today,
                "moves": reading.moves,
                "years_without_holidays": reading.uncovered,
                "items": [self._item(one) for one in found],
                "items_total": len(found),
            }
        )

    def _item(self, one: Deadline) -> dict:
        target = one.target.amount if one.target is not None else None
        return {
            "@id": f"{self.context.absolute_url()}/{one.path}".rstrip("/"),
            "key": one.key,
            "source": one.source,
            "code": one.code or None,
            "title": subject(one),
            "period": one.period or None,
            "dimension": one.dimension or None,
            "member": one.member or None,
            "members": one.members,
            "members_done": one.members_done,
            "start": one.start,
            "due": one.due,
            "named": one.named,
            "state": one.state,
            "done_on": one.done_on,
            "value": one.value,
            "target": target,
            "unit": one.unit or None,
        }

    def _state(self) -> str | None:
        state = self.request.form.get("state") or None
        if state is not None and state != OPEN and state not in STATES:
            message = f"state 须是 {OPEN}、{'、'.join(STATES)} 之一。"
            raise Refused(message, [FieldError("state", message)])
        return state

    def _day(self, name: str) -> date | None:
        text = self.request.form.get(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except (TypeError, ValueError):
            message = "日期须写成 2026-05-31 的形式。"
            raise Refused(message, [FieldError(name, message)]) from None
