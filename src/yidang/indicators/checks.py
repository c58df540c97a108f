"""A line that cannot be counted is refused, whoever writes it: a form, REST, a contract file or a script."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterator
from collections.abc import Mapping
from OFS.interfaces import IObjectWillBeRemovedEvent
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.content import IIndicator
from yidang.indicators.content import IIndicators
from yidang.indicators.engine.parsing import parse_rule
from yidang.indicators.engine.parsing import parse_rules
from yidang.indicators.engine.problems import Problem
from yidang.indicators.engine.problems import RuleError
from yidang.indicators.plans import with_known
from yidang.indicators.sources import IndicatorRule
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


# Keys of the data form that stand in fields of their own; all others stand in the field `rule`.
FIELDS = {"code": "code", "title": "title", "unit": "unit", "target": "target", "group": "heading", "note": "note"}


def _siblings(indicator) -> list:
    table = aq_parent(aq_inner(indicator))
    return [
        one for one in table.objectValues() if IIndicator.providedBy(one) and aq_base(one) is not aq_base(indicator)
    ]


def lines_around(indicator, data: Mapping | None = None) -> list[dict]:
    """The rules of the contract in the data form, that of the line first: as it is, or as it would be."""
    own = dict(data) if data is not None else IndicatorRule(indicator).data()
    return [own, *(IndicatorRule(one).data() for one in _siblings(indicator))]


def problems_of(indicator, may_wait: bool = False, data: Mapping | None = None) -> Iterator[FieldError]:
    """What is wrong with the line, among the other lines of its contract, at the field where it is put right.

    A part that is added before its whole may wait for it, as it does in the ledger. `data` is the rule as it would be.
    """
    lines = lines_around(indicator, data)
    codes = {line["code"] for line in lines}
    known = [line for line in lines if not line.get("part_of") or line["part_of"] in codes]
    if may_wait:
        known = [with_known(line, codes) for line in known]
    try:
        if may_wait and lines[0]["code"] not in {line["code"] for line in known}:
            parse_rule(lines[0])
        else:
            parse_rules(known if may_wait else lines)
    except RuleError as error:
        yield from dict.fromkeys(_at_field(problem) for problem in error.problems)


def _at_field(problem: Problem) -> FieldError:
    """Its first step is the place in the list; a problem of another line is told at the code, which it refers to."""
    place, *path = problem.path if isinstance(problem.path[0], int) else (0, *problem.path)
    if place:
        return FieldError("code", problem.message + "。")
    name = "target" if path and path[0] == "targets" else FIELDS.get(path[0], "rule") if path else "rule"
    return FieldError(name, problem.message + "。")


def refuse_bad_line(indicator, may_wait: bool = False) -> None:
    """Raise `Refused` naming every problem at once."""
    _refuse(list(problems_of(indicator, may_wait)))


def refuse_bad_data(indicator, data: Mapping) -> None:
    """Raise `Refused` if the line could not be counted with this rule; a line as it stands is not asked."""
    _refuse(list(problems_of(indicator, data=data)))


def _refuse(problems: list[FieldError]) -> None:
    if problems:
        raise Refused("这条指标不能这样写：" + "".join(problem.message for problem in problems), problems)


@adapter(IIndicator, IObjectAddedEvent)
def check_added(indicator, event) -> None:
    """A new line can be counted."""
    if IIndicators.providedBy(event.newParent):
        refuse_bad_line(indicator, may_wait=True)


@adapter(IIndicator, IObjectModifiedEvent)
def check_modified(indicator, event) -> None:
    """An amended line can be counted."""
    refuse_bad_line(indicator)


@adapter(IIndicator, IObjectWillBeRemovedEvent)
def keep_wholes(indicator, event) -> None:
    """A whole stays while it has parts (其中), a line while another fills it, unless the contract goes as a whole."""
    if aq_base(event.object) is not aq_base(indicator) or event.oldParent is None:
        return
    lines = [one for one in event.oldParent.objectValues() if IIndicator.providedBy(one)]
    parts = [one.code for one in lines if (one.rule or {}).get("part_of") == indicator.code]
    if parts:
        raise Refused(f"{'、'.join(parts)} 是 {indicator.code} 的其中项，请先删除或改写它们。")
    fillers = [one.code for one in lines if (one.rule or {}).get("fills") == indicator.code]
    if fillers:
        raise Refused(f"{'、'.join(fillers)} 的富余补入 {indicator.code}，请先改写它们。")
