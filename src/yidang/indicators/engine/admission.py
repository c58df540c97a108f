"""On which day a record counts, and what bars it before any condition: standing, copies, term, last permitted day."""

from datetime import date
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.calendar import due_day
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import NONE
from yidang.indicators.engine.facts import value_of
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule


COPY = "copy_of"  # the attribute of a record that repeats another one: one piece of work counts once (S0-X14)


class Admission:
    """The door of one line."""

    def __init__(self, rule: Rule, calendar: Calendar, labels: Labels) -> None:
        self.calendar, self.labels = calendar, labels
        self.due, self.stock = rule.due, bool(rule.as_of)
        self.period = period_dimension(rule.per)

    def day(self, fact: Fact) -> date | None:
        """The day on which a record that is filed counts; None if it is barred."""
        if COPY in fact.attributes:
            return None
        day = fact.date
        if self.stock:
            return day or date.min
        if day is None:
            return None
        if self.due:
            bucket = self._bucket(fact)
            if bucket is None or day > self._last(bucket):
                return None
            return bucket.end if self._names_period(fact) else day
        return day if day in self.calendar else None

    def reasons(self, fact: Fact) -> list[Reason]:
        """Everything that bars the record."""
        reasons = []
        if fact.standing == NONE:
            state = str(fact.attributes.get("state") or "")
            reasons.append(Reason("standing", self.labels.states.get(state, self.labels.states[""]), 0.3))
        if copy := fact.attributes.get(COPY):
            reasons.append(Reason("copy", f"与“{copy}”几乎相同，同一篇稿件只计一次"))
        if self.stock:
            return reasons
        if fact.date is None and reasons and fact.kind in self.labels.appearing:
            return reasons
        if fact.date is None:
            return [*reasons, Reason("missing", "没有填写日期，请补填", 0.5)]
        bucket = self._bucket(fact) if self.due else None
        if bucket is None and (self.due or fact.date not in self.calendar):
            reasons.append(self._outside(fact))
        elif bucket and fact.date > (last := self._last(bucket)):
            message = f"{fact.date} 提交，晚于{bucket_title(bucket.label)}的截止日 {last}"
            reasons.append(Reason("due", message, 0.2))
        return reasons

    def _bucket(self, fact: Fact) -> Bucket | None:
        """The period that a paper is for: the one it names, or the one in which its day lies."""
        label = value_of(fact, self.due.of) if self.due.of else None
        if label is None:
            if fact.date not in self.calendar:
                return None
            label = self.calendar.label(self.period, fact.date)
        return self.calendar.bucket(self.period, str(label))

    def _names_period(self, fact: Fact) -> bool:
        return bool(self.due.of) and value_of(fact, self.due.of) is not None

    def _last(self, bucket: Bucket) -> date:
        return self.calendar.moved(due_day(bucket, self.due.day, self.due.after))

    def _outside(self, fact: Fact) -> Reason:
        term = f"（{self.calendar.start} 至 {self.calendar.end}）"
        if self.due and self._names_period(fact):
            label = value_of(fact, self.due.of)
            return Reason("term", f"所属时段 {label} 不在合同期{term}内，填错的请更正")
        return Reason("term", f"{fact.date} 在合同期{term}之外，填错的请更正", 0.8)
