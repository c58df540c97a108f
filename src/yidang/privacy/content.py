"""A client: the personal file (建档, S1-15)."""

from plone.autoform import directives
from yidang import _
from yidang.archive.fields import AtField
from yidang.archive.fields import DayField
from yidang.archive.fields import several
from yidang.archive.interfaces import IRecord
from yidang.archive.leaf import Leaf
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


# The five parts of a file (S1-15): field, and the kind of document that it makes when it is filled.
PARTS = {
    "situation": "basics",
    "physical": "physical",
    "psychological": "psychological",
    "social": "social",
    "needs": "needs",
}


class IClient(Interface):
    """A personal file. The title is an alias or a file number, never the real name (domain.md 4.6)."""

    title = schema.TextLine(title=_("化名或编号"), description=_("不要填写真实姓名"), max_length=60)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    recorded_on = DayField(title=_("建档日期"))
    ended = DayField(title=_("结束服务日期"), description=_("迁出、离世或不再需要服务的，填最后一天"), required=False)
    tier = schema.Choice(title=_("关注程度"), vocabulary="yidang.client_tiers", default="general")
    tier_since = DayField(
        title=_("自哪天起"),
        description=_("关注程度有变化时填生效日期，不填按今天算"),
        required=False,
    )
    gender = schema.Choice(title=_("性别"), vocabulary="yidang.genders", required=False)
    birth_year = schema.Int(title=_("出生年份"), required=False, min=1900, max=2100)
    categories = several(_("对象类别"), "yidang.client_categories")
    household = schema.TextLine(
        title=_("所属的户"), description=_("门牌或户编号；同一户的人写同一个"), required=False, max_length=60
    )
    directives.read_permission(name="yidang.ViewClientIdentity", phone="yidang.ViewClientIdentity")
    directives.write_permission(name="yidang.ViewClientIdentity", phone="yidang.ViewClientIdentity")
    directives.read_permission(household="yidang.ViewClientIdentity")
    name = schema.TextLine(title=_("真实姓名"), required=False, max_length=60)
    phone = schema.TextLine(title=_("联系电话"), required=False, max_length=30)
    situation = schema.Text(title=_("基本情况"), required=False)
    physical = schema.Text(title=_("生理状况"), required=False)
    psychological = schema.Text(title=_("心理状况"), required=False)
    social = schema.Text(title=_("社会状况"), required=False)
    needs = schema.Text(title=_("服务需求"), required=False)
    workers = several(_("负责社工"), "yidang.team")
    tiers = schema.Tuple(title=_("关注程度的历史"), required=False, readonly=True, default=())
    directives.omitted("tiers")

    @invariant
    def days_in_order(data) -> None:
        """Nothing of a file is dated before it was made."""
        begun = data.recorded_on
        if begun and data.ended and data.ended < begun:
            raise AtField(_("结束服务日期早于建档日期。"), "ended")
        if begun and data.tier_since and data.tier_since < begun:
            raise AtField(_("早于建档日期。"), "tier_since")


@implementer(IClient, IRecord)
class Client(Leaf):
    """One client's file."""

    # What the records that name this client were last told (`subscribers.py`).
    told: tuple = ()
