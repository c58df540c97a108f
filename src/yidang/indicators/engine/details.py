"""What a tally tells when it is asked: members, periods, months, stations, pace, hours; from the verdict's cells."""

from collections.abc import Mapping
from functools import cached_property
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import FUTURE
from yidang.indicators.engine.calendar import OVER
from yidang.indicators.engine.cells import SCALE
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.grids import divided
from yidang.indicators.engine.grids import Reader
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.pace import pace_of
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import TERM_ONLY
from yidang.indicators.engine.spread import named
from yidang.indicators.engine.stays import given
from yidang.indicators.engine.stays import inside
from yidang.indicators.engine.tallies import BucketTally
from yidang.indicators.engine.tallies import CellTally
from yidang.indicators.engine.tallies import Hours
from yidang.indicators.engine.tallies import MemberTally
from yidang.indicators.engine.tallies import Pace
from yidang.indicators.engine.tallies import Worst
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.units import units_of
from yidang.indicators.engine.views import by_bucket
from yidang.indicators.engine.views import by_member
from yidang.indicators.engine.views import by_month
from yidang.indicators.engine.views import cells_of
from yidang.indicators.engine.views import lowest
from yidang.indicators.engine.views import table_of
from yidang.indicators.engine.views import total
from yidang.indicators.engine.views import worst_of


class Details:
    """The details of one promise; each method answers one attribute of `Tally`."""

    def __init__(self, reader: Reader, demand: Demand, units: list[Unit] | None, target: Number | None) -> None:
        self.reader, self.demand, self._units, self.summed_target = reader, demand, units, target
        self.line, self.rule, self.today = reader.line, reader.line.rule, reader.today
        self._months: Mapping[str, Number] | None = None
        self._stations: Mapping[str, Number | None] | None = None

    @cached_property
    def units(self) -> list[Unit]:
        """Every member in every period, one by one."""
        if self._units is not None:
            return self._units
        grid = self.reader.grid(self.demand, self.rule.basis)
        return units_of(self.reader, self.demand, grid, self.reader.asked.expected)

    def submitted_value(self) -> Number | None:
        """The number of all records handed in."""
        return value_of(self.reader, self.demand, SUBMITTED)

    def verified_value(self) -> Number | None:
        """The number of the verified ones."""
        return value_of(self.reader, self.demand, VERIFIED)

    def numerator(self) -> Number | None:
        """Above the line of a rate."""
        return self.reader.fraction(self.rule.basis)[0] if self.rule.measure.kind == rules.RATIO else None

    def denominator(self) -> Number | None:
        """Below the line of a rate."""
        return self.reader.fraction(self.rule.basis)[1] if self.rule.measure.kind == rules.RATIO else None

    def members(self) -> list[MemberTally]:
        """Every expected member, also at zero."""
        return by_member(self.rule, self.units, self.today) if member_dimension(self.demand.per) else []

    def buckets(self) -> list[BucketTally]:
        """Every period, or the months of a line that promises nothing by period."""
        if period_dimension(self.demand.per):
            return by_bucket(self.rule, self.units, self.today)
        months = self.months()
        return by_month(months, self.line.calendar.buckets("month"), self.today) if months else []

    def table(self) -> Mapping[str, Mapping[str, Number | None]]:
        """Members crossed with periods."""
        crossed = member_dimension(self.demand.per) and period_dimension(self.demand.per)
        return table_of(self.units) if crossed else {}

    def cells(self) -> Mapping[str, Mapping[str, CellTally]]:
        """The same with the target and the state of each."""
        crossed = member_dimension(self.demand.per) and period_dimension(self.demand.per)
        return cells_of(self.rule, self.units, self.today) if crossed else {}

    def worst(self) -> Worst | None:
        """The unit furthest back."""
        return worst_of(self.units, self.today) if self.demand.per else None

    def lowest_member(self) -> Worst | None:
        """The member with the smallest number, judged or not."""
        return lowest((one.member, "", one.value, one.target) for one in self.members())

    def lowest_station(self) -> Worst | None:
        """The station with the smallest number."""
        return lowest((station, "", value, None) for station, value in self.stations().items() if station)

    def lowest_month(self) -> Worst | None:
        """The month with the smallest number: of those that are over, or the one that runs if none is."""
        phases = {one.label: one.phase(self.today) for one in self.line.calendar.buckets("month")}
        begun = [one for one, phase in phases.items() if phase != FUTURE]
        over = [one for one in begun if phases[one] == OVER] or begun
        months = self.months()
        return lowest(("", label, months[label], None) for label in over if label in months)

    def months(self) -> Mapping[str, Number]:
        """Month by month: beside the verdict, not part of it."""
        if self._months is None:
            buckets = self.line.calendar.buckets("month") if self.line.grows else ()
            grid = self.reader.grid(TERM_ONLY, self.rule.basis) if buckets else {}
            self._months = {one.label: grid.get((one.label, ""), 0) for one in buckets}
        return self._months

    def stations(self) -> Mapping[str, Number | None]:
        """Station by station, every expected one, also at zero."""
        if self._stations is None:
            found = self.reader.by_station(self.rule.basis)
            self._stations = {**dict.fromkeys(self._expected_stations(), self.rule.empty_value()), **found}
        return self._stations

    def _expected_stations(self) -> list[str]:
        term = self.line.calendar.whole()
        stays = given(self.reader.asked.expected.get("stations") or ())
        return [station for station, stay in stays.items() if inside(stay, term)]

    def pace(self) -> Pace | None:
        """What the straight line expects and what the rest of the term asks for."""
        if not self.line.grows or self.summed_target is None:
            return None
        value = self.verified_value() if self.rule.basis == VERIFIED else self.submitted_value()
        return pace_of(self.units, value, self.summed_target, self.line.calendar, self.today, self.rule.printed)

    def hours(self) -> Hours | None:
        """Standard hours: units times the hours of one; summed record by record where kinds differ."""
        rule = self.rule
        if rule.hours is None or self.demand is not self.line.promise:
            return None
        done, verified = (self._hours(basis) for basis in (rule.basis, VERIFIED))
        target = self.summed_target
        planned = None if target is None else round(target * rule.hours.unit, 3)
        return Hours(done, verified, planned, done if rule.professional else 0)

    def _hours(self, basis: str) -> Number:
        hours = self.rule.hours
        if not hours.field:
            return round((value_of(self.reader, self.demand, basis) or 0) * hours.unit, 3)
        series = self.rule.code, named(self.rule, "hours"), basis, ""
        return divided(self.reader.everywhere(series).get(("", ""), 0), SCALE)


def value_of(reader: Reader, demand: Demand, basis: str) -> Number | None:
    """The number of a whole promise: the sum over members or periods; a rate or an entered value is not summed."""
    if not demand.per or reader.line.rule.is_plain():
        return reader.term(basis)
    member, period = member_dimension(demand.per), period_dimension(demand.per)
    grid = reader.grid(demand, basis)
    labels = {one.label for one in reader.line.calendar.buckets(period)} if period else {""}
    parts = [number for (label, one), number in grid.items() if label in labels and bool(one) is bool(member)]
    return total(parts) or 0
