"""Which of the clients that a record names count: those who were so on the record's day (S1-I03: 重点儿童)."""

from collections.abc import Callable
from collections.abc import Iterable
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.conditions import compile_all
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.fields import Check
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.rules import Condition


Choose = Callable[[Fact], tuple[str, ...]]

_NOBODY = Reason("missing", "没有登记服务对象，请补填", 0.5)


class Chooser:
    """All conditions on clients of one count together: a client must fulfil every one of them."""

    def __init__(self, where: Iterable[Condition], calendar: Calendar, labels: Labels) -> None:
        wanted = [one for condition in where for one in condition.get("subjects", ())]
        self.checks: tuple[Check, ...] = compile_all(wanted, calendar, labels)

    def __bool__(self) -> bool:
        return bool(self.checks)

    def chosen(self, fact: Fact) -> tuple[str, ...]:
        """The clients who count, each once, in the record's order."""
        return tuple(one for one in dict.fromkeys(fact.subjects) if not any(self._failed(fact, one)))

    def reason(self, fact: Fact) -> Reason | None:
        """Why none of them counts: what the one who came nearest lacks."""
        if not fact.subjects:
            return _NOBODY
        nearest: list[Reason] | None = None
        for one in fact.subjects:
            failed = [reason for reason in self._failed(fact, one) if reason]
            if not failed:
                return None
            if nearest is None or _distance(failed) < _distance(nearest):
                nearest = failed
        message = "、".join(reason.message for reason in nearest)
        return Reason("subjects", f"没有一名服务对象在当日符合：{message}", _distance(nearest))

    def _failed(self, fact: Fact, subject: str) -> Iterable[Reason | None]:
        client = Child("client", fact.date, {}, fact.about.get(subject) or {})
        return (check(client) for check in self.checks)


def _distance(reasons: list[Reason]) -> float:
    return min(1.0, sum(reason.distance for reason in reasons))
