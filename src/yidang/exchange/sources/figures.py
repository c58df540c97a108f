"""Numbers of a line as cells: rates as `Percent`, names of members and periods."""

from plone import api
from yidang.exchange.table import Percent
from yidang.indicators.engine import rules
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number
from yidang.indicators.evidence import HIDDEN
from yidang.indicators.overview import state_of
from yidang.pages.names import Names


STATES = {"met": "已完成", "ok": "进度正常", "behind": "落后", "failed": "未达成", "none": "暂无"}
RATE_MET = "已达标"


def is_percent(tally: Tally) -> bool:
    """Whether the line is told in percent."""
    return tally.unit == "%" or bool(tally.promise and tally.promise.percent)


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
    if tally.promise is not None:
        return tally.promise.sign()
    return "待填写" if getattr(rule, "promised", "") else "没有数量要求"


def state_words(rule: Rule, tally: Tally) -> str:
    """The state in words; a rate is reached rather than finished."""
    state = state_of(tally)
    return RATE_MET if state == "met" and rule.is_plain() else STATES.get(state, state)


def grows(rule: Rule) -> bool:
    """Whether the line is counted month by month and station by station."""
    return rule.grows() and rule.measure.kind != rules.TOTAL


class Members:
    """Names of those for whom a line is kept: stations, workers, clients as far as the reader may see them."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._clients: dict[str, str] = {}

    def of(self, per: tuple[str, ...], member: str) -> str:
        """The name of one member."""
        dimension = member_dimension(per)
        if dimension == "client":
            return self._client(member)
        if dimension in ("station", "worker"):
            return self.names.of(member)
        return LABELS.value(dimension, member) if member else "未注明"

    def _client(self, uid: str) -> str:
        if uid not in self._clients:
            brain = next(iter(api.portal.get_tool("portal_catalog")(UID=uid)), None)
            self._clients[uid] = brain.Title if brain is not None else HIDDEN
        return self._clients[uid]
