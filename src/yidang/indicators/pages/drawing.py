"""Bars and sparklines as markup; made here because a board has two dozen of each."""

from collections.abc import Mapping
from html import escape
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number
from yidang.indicators.pages.figures import share
from yidang.indicators.pages.figures import shown


STEP, HEIGHT, BASE = 8, 24, 26


def bar(tally: Tally, state: str, today: float | None) -> str:
    """The bar of a line: submitted, verified, and where the straight line stands today."""
    submitted, verified = share(tally.submitted_value, tally.target), share(tally.verified_value, tally.target)
    mark = f";--today:{today:.1f}%" if today is not None else ""
    return (
        f'<div class="yd-bar" data-state="{state}" role="img" aria-label="已提交 {submitted:g}%，已核定 {verified:g}%"'
        f' style="--v:{submitted:g}%;--q:{verified:g}%{mark}"><i></i></div>'
    )


def plain_bar(percent: float, label: str) -> str:
    """A bar of one value: how much of a term is over, how a station stands beside the best."""
    return (
        f'<div class="yd-bar" role="img" aria-label="{escape(label)}" style="--v:{percent:.1f}%;--q:{percent:.1f}%">'
        "<i></i></div>"
    )


def spark(months: Mapping[str, Number], this_month: str) -> str:
    """The months of a line as small columns."""
    most = max(months.values(), default=0)
    columns = "".join(
        _column(place, number, most, label == this_month) for place, (label, number) in enumerate(months.items())
    )
    width = max(len(months), 1) * STEP - 2
    said = "、".join(shown(number) for number in months.values())
    return (
        f'<svg class="yd-spark" viewBox="0 0 {width} 28" role="img" aria-label="每月：{said}">{columns}'
        f'<line x1="0" y1="27" x2="{width}" y2="27"/></svg>'
    )


def _column(place: int, number: Number, most: Number, now: bool) -> str:
    height = max(0.8, HEIGHT * number / most) if most and number > 0 else 0.8
    mark = ' data-now="1"' if now else ""
    return f'<rect x="{place * STEP}" y="{BASE - height:.1f}" width="6" height="{height:.1f}"{mark}/>'
