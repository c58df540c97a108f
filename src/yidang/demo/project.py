"""Filing the records of the third contract, each on its day."""

from collections.abc import Iterator
from datetime import date
from yidang.demo.stage import Stage
from yidang.demo.stage import Step
from yidang.demo.texts import words
from yidang.demo.verdicts import PURCHASER
from yidang.demo.year import workday
from yidang.demo.year import Year


MONTHS = 11


class Project:
    """Files records of the contract; verified after ten days where they have come."""

    def __init__(self, contract, stage: Stage, year: Year) -> None:
        self.archive, self.stage, self.year = contract["archive"], stage, year
        self.told = words("third")

    def file(self, portal_type: str, by: str, day: date, section: str = "records", walk: bool = True, **fields):
        """One record, submitted on its day."""
        record = self.stage.put(self.archive[section], portal_type, by, workers=(by,), **fields)
        if walk:
            self.hand_in(record, by, day)
        return record

    def hand_in(self, record, by: str, made: date, done: date | None = None) -> None:
        """Submitted when it was done, verified ten days later."""
        done = done or made
        verified = self.year.later(done, 10)
        last = Step(PURCHASER, "verify", verified) if verified else None
        self.stage.walk(record, made, Step(by, "submit", done), last)

    def service(self, kind: str, by: str, day: date, **fields) -> None:
        """A record of service."""
        self.file("ServiceRecord", by, day, kind=kind, date=day, **fields)

    def days(self, day: int) -> Iterator[tuple[int, date]]:
        """That day of each month that has come, with the number of the month; never on a weekend."""
        for number, month in enumerate(self.year.months()[:MONTHS]):
            then = workday(month.replace(day=day), self.year)
            if then <= self.year.today:
                yield number, then
