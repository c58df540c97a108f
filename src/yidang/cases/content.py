"""A case (个案) and its sessions (会谈、跟进); MZ/T 094-2017."""

from plone.autoform import directives
from plone.dexterity.content import Container
from yidang import _
from yidang.archive.fields import AtField
from yidang.archive.fields import DayField
from yidang.archive.forms.pickers import HeldFieldWidget
from yidang.archive.interfaces import IRecord
from yidang.archive.interfaces import IRecordPart
from yidang.archive.leaf import Leaf
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


class ICaseFile(Interface):
    """One case from intake to follow-up. The papers lie inside it as documents (S1-16)."""

    title = schema.TextLine(title=_("个案名称"), description=_("用化名"), max_length=120)
    directives.widget("client", HeldFieldWidget)
    client = schema.Choice(title=_("服务对象"), vocabulary="yidang.clients", required=False)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    workers = schema.Tuple(
        title=_("负责社工"),
        value_type=schema.Choice(vocabulary="yidang.team"),
        required=False,
        default=(),
        missing_value=(),
    )
    professional = schema.Bool(title=_("专业个案"), default=False, required=False)
    stage = schema.Choice(title=_("进展阶段"), vocabulary="yidang.case_stages", default="intake")
    opened = DayField(title=_("接案日期"))
    closed = DayField(title=_("结案日期"), required=False)
    problem = schema.Text(title=_("问题与需求"), required=False)

    @invariant
    def closed_after_opened(data) -> None:
        """A case is not closed before it is opened."""
        if data.opened and data.closed and data.closed < data.opened:
            raise AtField(_("结案日期早于接案日期。"), "closed")


class ICaseSession(Interface):
    """One interview or follow-up."""

    title = schema.TextLine(title=_("主题"), max_length=120)
    date = DayField(title=_("日期"))
    minutes = schema.Int(title=_("时长（分钟）"), min=1, max=600)
    mode = schema.Choice(title=_("方式"), vocabulary="yidang.modes", default="office")
    process = schema.Text(title=_("过程记录"), required=False)


@implementer(ICaseFile, IRecord)
class CaseFile(Container):
    """One case."""


@implementer(ICaseSession, IRecordPart)
class CaseSession(Leaf):
    """One session of a case."""
