"""The table of indicators of a contract, and one indicator."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.schema import JSONField
from yidang import _
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import ValidationError

import json


class NotData(ValidationError):
    __doc__ = _('计数规则须是一段 JSON，例如 {"count": {"kinds": ["visit"]}}。')


class RuleField(JSONField):
    """JSON that says in Chinese when it cannot be read."""

    def fromUnicode(self, value: str) -> dict:
        """The data that was typed."""
        try:
            data = json.loads(value)
        except ValueError:
            raise NotData(value) from None
        if not isinstance(data, dict):
            raise NotData(value)
        return data


class IIndicators(Interface):
    """`<contract>/indicators`."""


class IIndicator(Interface):
    """One line of the contract. The rule is data (architecture.md § 2); code, title, unit and target stand in fields
    of their own because people read and amend them."""

    code = schema.TextLine(title=_("编号"), description=_("例如 S0-I07；合同内唯一"), max_length=30)
    title = schema.TextLine(title=_("指标名称"), max_length=100)
    heading = schema.TextLine(title=_("类型"), required=False)
    unit = schema.TextLine(title=_("单位"), max_length=20)
    target = schema.TextLine(title=_("目标"), description=_("例如 >= 300、5..6、~ 16；没有数字时留空"), required=False)
    rule = RuleField(title=_("计数规则"), required=False, default=None)
    note = schema.Text(title=_("说明"), required=False)
    versions = JSONField(title=_("修改记录"), required=False, default=None, readonly=True)


@implementer(IIndicators)
class Indicators(Container):
    """Where the indicators of a contract lie."""


@implementer(IIndicator)
class Indicator(Item):
    """One line of the contract."""
