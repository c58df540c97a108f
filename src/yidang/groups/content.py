"""A group (小组) and its sessions (节); MZ/T 095-2017."""

from plone.dexterity.content import Container
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.fields import one_a_line
from yidang.archive.fields import several
from yidang.archive.interfaces import IRecord
from yidang.archive.interfaces import IRecordPart
from yidang.archive.leaf import Leaf
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IGroupWork(Interface):
    """One group. `members` are names or aliases, one a line; attendance of each session refers to them."""

    title = schema.TextLine(title=_("小组名称"), max_length=120)
    group_type = schema.Choice(title=_("小组性质"), vocabulary="yidang.group_types", default="educational")
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    workers = several(_("带领社工"), "yidang.team")
    opened = DayField(title=_("开组日期"))
    closed = DayField(title=_("结束日期"), required=False)
    members = one_a_line(_("组员"), _("每行一人，用化名"))
    goal = schema.Text(title=_("小组目标"), required=False)


class IGroupSession(Interface):
    """One session; `attendance` names those members who came."""

    title = schema.TextLine(title=_("主题"), max_length=120)
    date = DayField(title=_("日期"))
    minutes = schema.Int(title=_("时长（分钟）"), min=1, max=600, required=False)
    attendance = schema.Tuple(
        title=_("出席组员"),
        value_type=schema.Choice(vocabulary="yidang.group_members"),
        required=False,
        default=(),
        missing_value=(),
    )
    process = schema.Text(title=_("过程记录"), required=False)


@implementer(IGroupWork, IRecord)
class GroupWork(Container):
    """One group."""


@implementer(IGroupSession, IRecordPart)
class GroupSession(Leaf):
    """One session of a group."""
