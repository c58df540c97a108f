"""One piece of countable work: a visit, a consultation, an activity, a supervision, a training, a meeting, …

A new kind of work is a new term of the vocabulary `yidang.service_kinds`, never a new class (DESIGN § 3).
"""

from plone.autoform import directives
from plone.dexterity.content import Item
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.forms.pickers import HeldListFieldWidget
from yidang.archive.interfaces import IRecord
from yidang.archive.uploads import UploadField
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IServiceRecord(Interface):
    """One record of service."""

    kind = schema.Choice(title=_("种类"), vocabulary="yidang.service_kinds")
    title = schema.TextLine(title=_("名称"), description=_("一句话说清做了什么，不要写真实姓名"), max_length=120)
    date = DayField(title=_("日期"))
    directives.widget("clients", HeldListFieldWidget)
    clients = schema.Tuple(
        title=_("服务对象"),
        description=_("填已建档的化名或编号，一格一人"),
        value_type=schema.Choice(vocabulary="yidang.clients"),
        required=False,
        default=(),
        missing_value=(),
    )
    mode = schema.Choice(title=_("方式"), vocabulary="yidang.modes", required=False)
    topic = schema.Choice(title=_("主题类别"), vocabulary="yidang.topics", required=False)
    visited_station = schema.Choice(
        title=_("对象分站"),
        description=_("检查、督导、指导的是哪个分站"),
        vocabulary="yidang.contract_stations",
        required=False,
    )
    hours = schema.Float(title=_("时长（小时）"), min=0.0, max=24.0, required=False)
    days = schema.Float(title=_("天数"), min=0.0, max=31.0, required=False)
    participants = schema.Int(title=_("服务人次"), min=0, max=100_000, required=False)
    place = schema.TextLine(title=_("地点"), required=False, max_length=120)
    content = schema.Text(title=_("内容"), required=False)
    attachment = UploadField(title=_("附件"), description=_("签到表、登记表、照片等的扫描件"), required=False)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    workers = schema.Tuple(
        title=_("经办社工"),
        value_type=schema.Choice(vocabulary="yidang.team"),
        required=False,
        default=(),
        missing_value=(),
    )


@implementer(IServiceRecord, IRecord)
class ServiceRecord(Item):
    """One piece of countable work."""
