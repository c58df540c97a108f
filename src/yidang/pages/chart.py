"""A chart as data: what is drawn, what stands in the table under it, and the sentence for those who see neither.

The page draws it plainly (`chart_drawing.py`); where the drawing library was built in, a script of ours takes the
same data and draws it anew (`theme/static/charts.js`). The table is always there.
"""

from dataclasses import dataclass
from functools import cached_property
from yidang.pages.chart_drawing import drawn

import json


Amount = int | float | None
BAR, LINE = "bar", "line"
# What a series is decides its colour and pattern: filed, verified, the straight line, an earlier contract, a target.
DONE, VERIFIED, PLAN, BEFORE, TARGET = "done", "verified", "plan", "before", "target"


@dataclass(frozen=True)
class Series:
    """One row of numbers, as long as the labels; None where there is no number (yet)."""

    name: str
    values: tuple[Amount, ...]
    role: str = DONE
    form: str = BAR


@dataclass(frozen=True)
class Chart:
    """Columns and lines over the same labels. `links` are addresses of the labels, `titles` the labels in full,
    `beside` stands in the table only."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    note: str = ""
    links: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    beside: tuple[Series, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.labels and self.series)

    @cached_property
    def svg(self) -> str:
        """The plain drawing."""
        return drawn(self.labels, self.series)

    @cached_property
    def summary(self) -> str:
        """`每月刊发（篇）：已刊发最多 31，在 2024年3月；最近 24`."""
        return f"{self.title}{f'（{self.unit}）' if self.unit else ''}：" + "；".join(map(self._said, self.series))

    def _said(self, series: Series) -> str:
        known = [(value, place) for place, value in enumerate(series.values) if value is not None]
        if not known:
            return f"{series.name}暂无数字"
        most, place = max(known, key=lambda one: (one[0], -one[1]))
        return f"{series.name}最多 {amount(most)}（{self.long_label(place)}），最近 {amount(known[-1][0])}"

    def long_label(self, place: int) -> str:
        """The label in full."""
        return self.titles[place] if self.titles else self.labels[place]

    @cached_property
    def json(self) -> str:
        """For the script; nothing in it can end the element that it stands in."""
        data = {
            "labels": self.labels,
            "unit": self.unit,
            "summary": self.summary,
            "series": [
                {"name": one.name, "role": one.role, "form": one.form, "values": one.values} for one in self.series
            ],
        }
        return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")

    @property
    def heads(self) -> list[dict]:
        """The columns of the table."""
        return [
            {"label": label, "title": self.long_label(place), "url": self.links[place] if self.links else ""}
            for place, label in enumerate(self.labels)
        ]

    @property
    def rows(self) -> list[dict]:
        """The rows of the table; what has not come is left empty."""
        return [
            {
                "name": one.name,
                "role": one.role,
                "form": "" if one in self.beside else one.form,
                "cells": [amount(value) for value in one.values],
            }
            for one in (*self.series, *self.beside)
        ]


def amount(value: Amount) -> str:
    """`1,000`, `72.4`, "" for none."""
    if value is None:
        return ""
    rounded = round(value, 1)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"
