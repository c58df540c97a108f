"""Columns and lines as SVG: small, without a script, told apart by pattern as well as by colour."""

from collections.abc import Iterable
from collections.abc import Sequence
from html import escape
from math import ceil
from math import floor
from math import log10
from typing import Any


WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 44, 6, 10, 24
LINES = 4
# So that labels of many weeks do not run into each other.
MOST_LABELS = 13


def drawn(labels: Sequence[str], series: Sequence[Any]) -> str:
    """The whole drawing; `series` have values, role and form (`chart.Series`)."""
    step = _step(max((value or 0 for one in series for value in one.values), default=0))
    highest = step * LINES
    bars = [one for one in series if one.form == "bar"]
    lines = [one for one in series if one.form != "bar"]
    parts = [_grid(step), _labels(labels)]
    parts += [_columns(one, place, len(bars), len(labels), highest) for place, one in enumerate(bars)]
    parts += [_line(one, len(labels), highest) for one in lines]
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{"".join(parts)}</svg>'


def _step(most: float) -> float:
    """The distance of the grid's lines: 1, 2 or 5 times a power of ten, whole numbers at least."""
    wanted = most / LINES
    if wanted <= 1:
        return 1
    power = 10 ** floor(log10(wanted))
    return next(power * one for one in (1, 2, 2.5, 5, 10) if power * one >= wanted)


def _x(place: int, number: int) -> float:
    """The left end of a label's share of the width."""
    return LEFT + place * (WIDTH - LEFT - RIGHT) / max(number, 1)


def _y(value: float, highest: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - min(value, highest) / highest)


def _grid(step: float) -> str:
    found = []
    for place in range(LINES + 1):
        y = _y(place * step, LINES * step)
        found.append(f'<line class="yd-grid-line" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>')
        found.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{place * step:,.4g}</text>')
    return "".join(found)


def _labels(labels: Sequence[str]) -> str:
    every = ceil(len(labels) / MOST_LABELS)
    width = _x(1, len(labels)) - LEFT
    return "".join(
        f'<text x="{_x(at, len(labels)) + width / 2:.1f}" y="{HEIGHT - 6}" text-anchor="middle">{escape(label)}</text>'
        for at, label in enumerate(labels)
        if at % every == 0
    )


def _columns(series: Any, at: int, of: int, number: int, highest: float) -> str:
    share = (_x(1, number) - LEFT) * 0.72
    width = share / of
    found = []
    for place, value in enumerate(series.values):
        if value is None:
            continue
        x = _x(place, number) + (_x(1, number) - LEFT - share) / 2 + at * width
        y = _y(max(value, 0), highest)
        height = max(HEIGHT - BOTTOM - y, 0.8)
        found.append(
            f'<rect x="{x:.1f}" y="{HEIGHT - BOTTOM - height:.1f}" width="{width * 0.9:.1f}" height="{height:.1f}"/>'
        )
    return f'<g data-role="{series.role}">{"".join(found)}</g>'


def _line(series: Any, number: int, highest: float) -> str:
    half = (_x(1, number) - LEFT) / 2
    points = [
        (place, f"{_x(place, number) + half:.1f},{_y(value, highest):.1f}")
        for place, value in enumerate(series.values)
        if value is not None
    ]
    runs = " ".join(_run(points))
    return f'<path data-role="{series.role}" d="{runs}" fill="none"/>' if runs else ""


def _run(points: Sequence[tuple[int, str]]) -> Iterable[str]:
    """A line begins anew after a gap."""
    for place, (number, point) in enumerate(points):
        goes_on = place and points[place - 1][0] == number - 1
        yield f"{'L' if goes_on else 'M'}{point}"
