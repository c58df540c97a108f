"""`PATCH <indicator>` takes the same verb as the form: what is amended has a reason and a day from which it holds."""

from datetime import date
from plone.restapi.deserializer import json_body
from plone.restapi.interfaces import IDeserializeFromJson
from typing import Any
from yidang import clock
from yidang.archive.rest import ReadContent
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.actions import amend
from yidang.indicators.actions import contract_around
from yidang.indicators.checks import FIELDS
from yidang.indicators.content import IIndicator
from yidang.indicators.sources import IndicatorRule
from yidang.interfaces import IYidangLayer
from zope.component import adapter
from zope.interface import implementer


NAMES = (*FIELDS.values(), "rule")


@implementer(IDeserializeFromJson)
@adapter(IIndicator, IYidangLayer)
class ReadIndicator(ReadContent):
    """Besides its fields it reads `reason` and `effective` (2024-07-01; today within the term where it is left out)."""

    def __call__(self, validate_all=False, data=None, create=False, mask_validation_errors=True):
        if create:
            return super().__call__(validate_all, data, create, mask_validation_errors)
        data = json_body(self.request) if data is None else data
        before, kept = IndicatorRule(self.context).data(), {name: getattr(self.context, name) for name in NAMES}
        # As if created: the fields are read and checked, and nobody is told yet.
        super().__call__(validate_all, data, True, mask_validation_errors)
        after = IndicatorRule(self.context).data()
        for name, value in kept.items():
            setattr(self.context, name, value)
        changes = {key: after.get(key) for key in {*before, *after} if before.get(key) != after.get(key)}
        if changes:
            amend(self.context, changes, _text(data, "reason"), self._day(data))
        return self.context

    def _day(self, data: dict[str, Any]) -> date:
        contract = contract_around(self.context)
        text = _text(data, "effective")
        if not text:
            return min(max(clock.today(), contract.start), contract.end)
        try:
            return date.fromisoformat(text)
        except ValueError:
            message = "生效日期须写成 2024-07-01 的形式。"
            raise Refused(message, [FieldError("effective", message)]) from None


def _text(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    return value.strip() if isinstance(value, str) else ""
