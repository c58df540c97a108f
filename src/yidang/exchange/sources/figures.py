"""Numbers of a line as cells: rates as `Percent`, promises and states in words."""

from yidang.exchange.table import Percent
from yidang.indicators.engine import rules
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import silent_title
from yidang.indicators.pages.figures import state_of
from yidang.indicators.pages.figures import state_title


def cell(tally: Tally, value: Number | None) -> Number | None:
    """A number of the line; None where there is none (暂无), which is neither 0 nor 100 %."""
    return Percent(value) if value is not None and is_percent(tally) else value


def done_share(tally: Tally) -> Percent | None:
    """Value as a part of the target; None where the line promises no number."""
    if tally.value is None or not tally.target:
        return None
    return Percent(tally.value / tally.target)


def promise(rule: Rule, tally: Tally) -> str:
    """The target as printed: `≥ 300`, `5–6`; what stands there when there is no number."""
    return tally.promise.sign() if tally.promise is not None else silent_title(rule, tally)


def state_words(rule: Rule, tally: Tally) -> str:
    """The state in words; a line without a state says why."""
    return state_title(rule, state_of(tally), tally)


def grows(rule: Rule) -> bool:
    """Whether the line is counted month by month and station by station."""
    return rule.grows() and rule.measure.kind != rules.TOTAL
