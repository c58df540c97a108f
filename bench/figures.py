"""One line of the result: what was measured, what was promised, whether it is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

import unicodedata


AT_MOST, AT_LEAST = "≤", "≥"


@dataclass
class Figure:
    """A measured figure; one without a target is there for comparison."""

    subject: str
    what: str
    measured: float
    unit: str = ""
    target: float | None = None
    sense: str = AT_MOST
    note: str = ""

    def met(self) -> bool | None:
        """Whether the target is reached, None where nothing was promised."""
        if self.target is None:
            return None
        return self.measured <= self.target if self.sense == AT_MOST else self.measured >= self.target

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        promised = "" if self.target is None else f"{self.sense} {self.target:g}{self.unit}"
        verdict = {True: "yes", False: "NO", None: ""}[self.met()]
        return self.subject, self.what, f"{self.measured:.2f}{self.unit}", promised, verdict, self.note


HEADINGS = ("subject", "what", "measured", "target", "met", "note")


def table(figures: Iterable[Figure]) -> str:
    """All figures as a table that is also Markdown."""
    rows = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([lines[0], _line(tuple("-" * width for width in widths), widths), *lines[1:]])


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "| " + " | ".join(padded) + " |"


def _width(text: str) -> int:
    """Columns on a terminal; Chinese takes two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
