"""A client: the personal file (建档, S1-15)."""

from plone.autoform import directives
from plone.dexterity.content import Item
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.interfaces import IRecord
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IClient(Interface):
    """A personal file. The title is an alias or a file number, never the real name (domain.md 4.6)."""

    title = schema.TextLine(title=_("化名或编号"), description=_("不要填写真实姓名"), max_length=60)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    recorded_on = DayField(title=_("建档日期"))
    tier = schema.Choice(title=_("关注程度"), vocabulary="yidang.client_tiers", default="general")
    gender = schema.Choice(title=_("性别"), vocabulary="yidang.genders", required=False)
    birth_year = schema.Int(title=_("出生年份"), required=False, min=1900, max=2100)
    categories = schema.Tuple(
        title=_("对象类别"),
        value_type=schema.Choice(vocabulary="yidang.client_categories"),
        required=False,
        default=(),
        missing_value=(),
    )
    directives.read_permission(name="yidang.ViewClientIdentity", phone="yidang.ViewClientIdentity")
    directives.write_permission(name="yidang.ViewClientIdentity", phone="yidang.ViewClientIdentity")
    name = schema.TextLine(title=_("真实姓名"), required=False, max_length=60)
    phone = schema.TextLine(title=_("联系电话"), required=False, max_length=30)
    situation = schema.Text(title=_("基本情况与需求"), required=False)
    workers = schema.Tuple(
        title=_("负责社工"),
        value_type=schema.Choice(vocabulary="yidang.team"),
        required=False,
        default=(),
        missing_value=(),
    )


@implementer(IClient, IRecord)
class Client(Item):
    """One client's file."""
