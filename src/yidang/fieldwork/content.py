"""One piece of countable work: a visit, a consultation, an activity, a supervision, a training, a meeting, …

A new kind of work is a new term of the vocabulary `yidang.service_kinds`, never a new class (DESIGN § 3). Most fields
serve some kinds only: the forms ask what a kind needs (`forms.py`), and submitting wants what it is counted by.
"""

from plone.autoform import directives
from yidang import _
from yidang.archive.fields import AtField
from yidang.archive.fields import DayField
from yidang.archive.fields import one_a_line
from yidang.archive.fields import several
from yidang.archive.forms.pickers import HeldListFieldWidget
from yidang.archive.interfaces import IRecord
from yidang.archive.leaf import Leaf
from yidang.archive.uploads import UploadField
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import invariant


class IServiceRecord(Interface):
    """One record of service."""

    kind = schema.Choice(title=_("种类"), vocabulary="yidang.service_kinds")
    title = schema.TextLine(title=_("名称"), description=_("一句话说清做了什么，不要写真实姓名"), max_length=120)
    date = DayField(title=_("日期"))
    until = DayField(title=_("结束日期"), description=_("持续多日的填最后一天；仍在继续就空着"), required=False)
    directives.widget("clients", HeldListFieldWidget)
    clients = several(_("服务对象"), "yidang.clients", _("填已建档的化名或编号，一格一人"))
    households = one_a_line(_("走访的户"), _("每行一户，写门牌或户编号；服务对象档案中填了的户自动算入"))
    mode = schema.Choice(title=_("方式"), vocabulary="yidang.modes", required=False)
    topic = schema.Choice(title=_("主题类别"), vocabulary="yidang.topics", required=False)
    activity_type = schema.Choice(title=_("活动类型"), vocabulary="yidang.activity_types", required=False)
    theme = schema.Choice(title=_("活动主题"), vocabulary="yidang.themes", required=False)
    organisation = schema.TextLine(
        title=_("社会组织"), description=_("每次写同一个名称，按名称逐个统计"), required=False, max_length=80
    )
    visited_station = schema.Choice(
        title=_("对象分站"),
        description=_("检查、督导、指导的是哪个分站"),
        vocabulary="yidang.contract_stations",
        required=False,
    )
    supervised = several(_("受督导或受训的社工"), "yidang.team", _("逐人逐月统计时数"))
    unannounced = schema.Bool(title=_("非预约"), description=_("事先没有通知"), default=False, required=False)
    hours = schema.Float(title=_("时长（小时）"), min=0.0, max=24.0, required=False)
    days = schema.Float(title=_("天数"), min=0.0, max=31.0, required=False)
    participants = schema.Int(title=_("服务人次"), min=0, max=100_000, required=False)
    directives.read_permission(attendees="yidang.ViewClientIdentity", households="yidang.ViewClientIdentity")
    attendees = one_a_line(_("参加人员"), _("每行一人，姓名或化名；同一个人多次参加只算一人，同名的请加编号"))
    copies = schema.Int(title=_("份数（份）"), min=0, max=10_000_000, required=False)
    core_members = schema.Int(title=_("骨干人数（人）"), min=0, max=10_000, required=False)
    volunteer_hours = schema.Float(
        title=_("志愿时长合计（小时）"),
        description=_("志愿服务信息系统记录的全部人员时长之和；不填则按时长 × 人次算"),
        min=0.0,
        max=1_000_000.0,
        required=False,
    )
    system = schema.Choice(title=_("登记系统"), vocabulary="yidang.systems", required=False)
    system_number = schema.TextLine(title=_("登记编号"), required=False, max_length=60)
    real_name = schema.Bool(title=_("实名注册"), default=False, required=False)
    new = schema.Bool(title=_("本期新增"), default=False, required=False)
    income = schema.Float(title=_("收入（元）"), min=0.0, max=1e9, required=False)
    area = schema.Float(title=_("面积（亩）"), min=0.01, max=1e6, required=False)
    place = schema.TextLine(title=_("地点"), required=False, max_length=120)
    content = schema.Text(title=_("内容"), description=_("做了什么；督导写执行情况"), required=False)
    problems = schema.Text(title=_("存在问题"), required=False)
    next_steps = schema.Text(title=_("下一步计划"), required=False)
    advice = schema.Text(title=_("督导建议"), required=False)
    signed_by = several(_("已签名"), "yidang.signatories", _("亲笔签名的扫描件上有谁的签名"))
    papers = several(_("随附材料"), "yidang.service_papers", _("已装订或已上传的材料"))
    attachment = UploadField(title=_("附件"), description=_("签到表、登记表、照片等的扫描件"), required=False)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    workers = several(_("经办社工"), "yidang.team")

    @invariant
    def ends_after_it_begins(data) -> None:
        """Nothing ends before it begins."""
        if data.date and data.until and data.until < data.date:
            raise AtField(_("结束日期早于开始日期。"), "until")

    @invariant
    def number_of_a_system(data) -> None:
        """A number says in which system it was given (S1-21, S2-I35)."""
        if data.system_number and not data.system:
            raise AtField(_("请选择登记编号属于哪个系统。"), "system")


@implementer(IServiceRecord, IRecord)
class ServiceRecord(Leaf):
    """One piece of countable work."""

    # What the public is invited to (announcing.py); no form and no service writes it.
    announcement: tuple | None = None
