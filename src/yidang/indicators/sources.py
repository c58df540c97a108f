"""What an indicator tells the ledger."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from typing import Any
from yidang.indicators.content import IIndicator
from yidang.indicators.interfaces import IRuleSource
from zope.component import adapter
from zope.interface import implementer


@implementer(IRuleSource)
@adapter(IIndicator)
class IndicatorRule:
    """The rule of one indicator: the fields that people amend win over the copies in the rule's data."""

    def __init__(self, indicator) -> None:
        self.indicator = indicator

    def contract(self) -> str:
        """UID of the contract around the table of indicators."""
        return aq_parent(aq_parent(aq_inner(self.indicator))).UID()

    def data(self) -> dict[str, Any]:
        """The rule in the data form."""
        data = dict(self.indicator.rule or {})
        own = {
            "code": self.indicator.code,
            "title": self.indicator.title,
            "group": self.indicator.heading,
            "unit": self.indicator.unit,
            "target": self.indicator.target,
            "note": self.indicator.note,
        }
        data.update({key: value for key, value in own.items() if value})
        if not self.indicator.target and "targets" not in data:
            data["target"] = "none"
        return data
