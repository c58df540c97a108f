"""Lines and limits under two readings, side by side, as the page of a choice shows them."""

from collections.abc import Iterable
from typing import NamedTuple
from yidang.contracts.consequences import Reached
from yidang.contracts.preview import Changed
from yidang.contracts.views.wording import limit_state
from yidang.contracts.views.wording import then_words
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import state_of
from yidang.indicators.pages.figures import STATES


class Side(NamedTuple):
    """One side of a line: `288 / 300 篇`, its state and the words of it."""

    text: str
    state: str
    state_title: str


class ComparedLine(NamedTuple):
    """One line now and then."""

    code: str
    title: str
    now: Side
    then: Side


class ComparedLimit(NamedTuple):
    """One limit now and then: `≤ 80：已触及`."""

    title: str
    then_words: str
    now: str
    then: str


def lines_compared(changed: Iterable[Changed]) -> list[ComparedLine]:
    """The lines with their numbers as a reader sees them."""
    return [ComparedLine(one.code, one.title, side(one.before), side(one.after)) for one in changed]


def limits_compared(pairs: Iterable[tuple[Reached, Reached]]) -> list[ComparedLimit]:
    """The limits with their comparison and whether they are reached."""
    return [ComparedLimit(then.title, then_words(then), _limit(now), _limit(then)) for now, then in pairs]


def side(tally: Tally | None) -> Side:
    """The number of a line against its promise; each further promise of the line after it."""
    if tally is None:
        return Side("—", "none", STATES["none"])
    text = "；".join(_against(one) for one in (tally, *tally.also))
    state = state_of(tally)
    return Side(text, state, STATES[state])


def _against(tally: Tally) -> str:
    percent = is_percent(tally)
    value = shown(tally.value, percent) + ("%" if percent and tally.value is not None else "")
    unit = "" if percent else f" {tally.unit}"
    if tally.promise is None:
        return f"{value}{unit}（没有数量要求）" if tally.value is not None else "没有数量要求"
    if tally.target is None:
        return f"{value}{unit}（要求 {tally.promise.sign()}）"
    return f"{value} / {_target(tally)}{unit}"


def _target(tally: Tally) -> str:
    percent = is_percent(tally)
    if tally.promise.high is not None:
        return tally.promise.sign()
    return shown(tally.target, percent) + ("%" if percent else "")


def _limit(limit: Reached) -> str:
    return f"{limit.when}：{limit_state(limit)[1]}"
