"""How far a record has come: what the team submits, the purchaser verifies after some days, or returns."""

from collections.abc import Callable
from datetime import date
from random import Random
from yidang.demo.stage import Stage
from yidang.demo.stage import Step
from yidang.demo.texts import words
from yidang.demo.year import Year


PURCHASER = "purchaser"


class Desk:
    """Takes finished records through submission and verification, at the pace of real people.

    Records are laid on the desk while a room makes them and settled together: so the catalog takes in a whole batch at
    once and not each record and its section anew at every step.
    """

    def __init__(self, stage: Stage, year: Year, chance: Random) -> None:
        self.stage, self.year, self.chance = stage, year, chance
        self.count = 0
        self.laid: list[tuple[Callable, tuple]] = []

    def lay(self, how: Callable, *what) -> None:
        """Remember what is to be done with a record: `lay(desk.hand_in, record, by, day)`."""
        self.laid.append((how, what))

    def settle(self, progress: Callable, title: str) -> None:
        """Do it, in order."""
        for how, what in progress(self.laid, len(self.laid), title):
            how(*what)
        self.laid.clear()

    def hand_in(self, record, by: str, made: date, done: date | None = None) -> None:
        """Submitted soon after it was done, verified one to three weeks later where that day has come.

        Every sixtieth was returned once with a reason and handed in again.
        """
        self.count += 1
        done = done or made
        handed = self.year.later(done, self.chance.randint(0, 3)) or self.year.today
        steps = [Step(by, "submit", handed)]
        if self.count % 60 == 17:
            steps += self._again(by, handed)
        last = steps[-1]
        verified = self.year.later(last.day, self.chance.randint(6, 20)) if last.name == "submit" else None
        self.stage.walk(record, made, *steps, Step(PURCHASER, "verify", verified) if verified else None)

    def _again(self, by: str, handed: date) -> list[Step]:
        """Returned after five days, mended after four more; only what has come yet."""
        back = self.year.later(handed, 5)
        if back is None:
            return []
        mended = self.year.later(back, 4)
        steps = [Step(PURCHASER, "return", back, self.reason())]
        return steps + ([Step(by, "submit", mended)] if mended else [])

    def send_back(self, record, by: str, made: date) -> None:
        """Returned, and not yet mended."""
        back = self.year.later(made, 8) or self.year.today
        self.stage.walk(record, made, Step(by, "submit", made), Step(PURCHASER, "return", back, self.reason()))

    def keep(self, record, made: date) -> None:
        """Still a draft."""
        self.stage.date_back(record, [made])

    def reason(self) -> str:
        """One of the usual reasons for a return."""
        return self.chance.choice(words("papers")["returns"])
