"""`<contract>/@@hours`: standard and recorded hours side by side, by line, kind, worker and month."""

from functools import cached_property
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.pages.board_page import BoardPage
from yidang.indicators.pages.courses import short_labels
from yidang.indicators.pages.figures import shown
from yidang.indicators.planned import planned_shares
from yidang.indicators.planned import yearly_share
from yidang.indicators.recorded import is_volunteers
from yidang.indicators.recorded import months_of
from yidang.indicators.recorded import Recorded
from yidang.indicators.recorded import recorded
from yidang.pages.chart import Chart
from yidang.pages.chart import Series
from yidang.pages.chart import VERIFIED


class HoursPage(BoardPage):
    """Standard hours come from the tallies, recorded hours from one pass over the facts; no record is opened."""

    page_title = "工时"
    view_name = "hours"
    has_charts = True

    @cached_property
    def found(self) -> Recorded:
        """What the records state."""
        if self.board.ruleset is None:
            return Recorded()
        return recorded(self.board.ledger.facts(self.board.uid), self.board.ruleset, self.day)

    @property
    def with_volunteers(self) -> bool:
        """Whether the contract counts volunteers' time with that of the staff."""
        return bool(getattr(self.contract, "volunteer_hours", False))

    def _counts(self, rule: Rule) -> bool:
        return self.with_volunteers or not is_volunteers(rule)

    @cached_property
    def _timed(self) -> list[tuple[Rule, Tally]]:
        lines = ((rule, self.tallies[rule.code]) for rule in self.board.rules)
        return [(rule, tally) for rule, tally in lines if tally.hours and rule.measure.kind != rules.TOTAL]

    @cached_property
    def sums(self) -> dict:
        """The figures at the head of the page."""
        own = [(rule, tally.hours) for rule, tally in self._timed if self._counts(rule)]
        done = sum(hours.done for _, hours in own)
        professional = sum(hours.professional for _, hours in own)
        whole = self.found.whole
        written = whole.recorded + (whole.volunteers if self.with_volunteers else 0)
        return {
            "standard": shown(done),
            "verified": shown(sum(hours.verified for _, hours in own)),
            "planned": shown(sum(hours.planned or 0 for _, hours in own)),
            "standard_share": _share(professional, done),
            "recorded": shown(written),
            "recorded_share": _share(whole.professional, written),
            "volunteers": shown(whole.volunteers),
            "total": shown(self.total) if self.total else "",
            "standard_of_total": _share(professional, self.total),
            "recorded_of_total": _share(written, self.total),
        }

    @cached_property
    def total(self) -> float | None:
        """The hours of the whole contract, as stated or from the hours of its workers."""
        stated = getattr(self.contract, "total_hours", None)
        if stated or not self.worker_hours or self.board.ruleset is None:
            return stated
        calendar = self.board.ruleset.calendar
        return sum(self.worker_hours * yearly_share(stay, calendar) for stay in self._stays.values()) or None

    @property
    def worker_hours(self) -> float | None:
        """What one worker owes in a year, None where the contract does not say."""
        return getattr(self.contract, "worker_hours", None)

    @cached_property
    def _stays(self) -> dict[str, list[tuple]]:
        workers = ITermSource(self.contract).expected()["workers"]
        return {user: list(stay) if isinstance(stay, list) else [stay] for user, stay in workers.items()}

    @property
    def lines(self) -> list[dict]:
        """Every line with standard hours."""
        return [self._line(rule, tally) for rule, tally in self._timed]

    def _line(self, rule: Rule, tally: Tally) -> dict:
        line, volunteers = self.found.by_line.get(rule.code), is_volunteers(rule)
        written = (line.volunteers if volunteers else line.recorded) if line else 0
        return {
            "code": rule.code,
            "title": rule.title,
            "value": shown(tally.value),
            "unit": tally.unit,
            "unit_hours": shown(rule.hours.unit) + ("（按类不同）" if rule.hours.field else ""),
            "standard": shown(tally.hours.done),
            "planned": shown(tally.hours.planned) if tally.hours.planned is not None else "",
            "recorded": shown(written),
            "sort": "志愿者" if volunteers else "专业" if rule.professional else "其他",
        }

    @property
    def kinds(self) -> list[dict]:
        """By kind of work, the most time first."""
        by_kind = sorted(self.found.by_kind.items(), key=lambda item: (-item[1].recorded, -item[1].standard, item[0]))
        return [
            {
                "title": LABELS.kind(kind),
                "records": share.records,
                "standard": shown(share.standard),
                "recorded": shown(share.recorded),
                "professional": _share(share.professional, share.recorded),
                "volunteers": shown(share.volunteers) if share.volunteers else "",
            }
            for kind, share in by_kind
        ]

    @property
    def months(self) -> list[dict]:
        """Month by month, those to come left out."""
        if self.board.ruleset is None:
            return []
        buckets = [one for one in self.board.ruleset.calendar.buckets("month") if one.start <= self.board.today]
        shares = months_of(self.found, [one.label for one in buckets])
        return [
            {
                "label": label,
                "title": bucket_title(label),
                "standard": shown(share.standard),
                "recorded": shown(share.recorded),
                "professional": _share(share.professional, share.recorded),
                "volunteers": shown(share.volunteers),
            }
            for label, share in shares.items()
        ]

    @cached_property
    def chart(self) -> Chart | None:
        """The two ledgers beside each other, month by month; those to come are left empty."""
        if self.board.ruleset is None or not self.months:
            return None
        buckets = self.board.ruleset.calendar.buckets("month")
        begun = [one.label for one in buckets if one.start <= self.board.today]
        shares = months_of(self.found, begun).values()
        rest = (None,) * (len(buckets) - len(begun))
        return Chart(
            "每月的标准工时与记录工时",
            short_labels(one.label for one in buckets),
            (
                Series("标准工时", (*(one.standard for one in shares), *rest)),
                Series("记录工时", (*(one.recorded for one in shares), *rest), VERIFIED),
            ),
            "小时",
            titles=tuple(bucket_title(one.label) for one in buckets),
            beside=(Series("志愿者", (*(one.volunteers for one in shares), *rest)),),
        )

    @property
    def workers(self) -> list[dict]:
        """Everybody who owes hours, at zero too, and everybody who wrote some down."""
        others = sorted(set(self.found.by_worker) - set(self._stays))
        return [self._worker(user) for user in (*self._stays, *others)]

    def _worker(self, user: str) -> dict:
        share, stay = self.found.by_worker.get(user), self._stays.get(user)
        done, owed, by_now = share.recorded if share else 0.0, None, None
        if self.worker_hours and stay:
            calendar = self.board.ruleset.calendar
            owed = self.worker_hours * yearly_share(stay, calendar)
            by_now = self.worker_hours * yearly_share(stay, calendar, self.board.today)
        return {
            "name": self.names.person(user) if user else "没有写明经办人",
            "recorded": shown(done),
            "professional": _share(share.professional if share else 0, done),
            "owed": shown(owed) if owed is not None else "",
            "by_now": shown(by_now) if by_now is not None else "",
            "share": _share(done, owed),
            "behind": bool(by_now and done < by_now),
            "months": [shown(self.found.workers_by_month.get((user, one["label"]), 0)) for one in self.months],
        }

    @property
    def planned(self) -> list[dict]:
        """What the contract's own table adds up to, against the hours of the contract."""
        found = planned_shares(self.board.rules, self.total or 0)
        return [
            {"title": title, "hours": shown(hours), "share": f"{100 * share:.2f}%"} for title, hours, share in found
        ]


def _share(part: float, whole: float | None) -> str:
    """A share in percent; 暂无 where there is nothing to divide by."""
    return f"{100 * part / whole:.1f}%" if whole else "暂无"
