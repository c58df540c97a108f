"""A service station and the people who work there."""

from plone.autoform import directives
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from yidang import _
from yidang.rows import Rows
from yidang.staying import StayingContents
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant


class IStations(Interface):
    """The folder of all stations."""


class IStation(Interface):
    """A station. Those of kind `substation` are supervised under a contract, not staffed by it (S0-14)."""

    title = schema.TextLine(title=_("站点名称"), max_length=100)
    kind = schema.Choice(title=_("站点类型"), vocabulary="yidang.station_kinds", default="main")
    town = schema.TextLine(title=_("所在镇街"), required=False)
    address = schema.TextLine(title=_("地址"), required=False)
    phone = schema.TextLine(title=_("电话"), required=False)
    opening_hours = schema.TextLine(title=_("开放时间"), required=False)
    introduction = schema.Text(title=_("简介"), required=False)


class ICertificate(Interface):
    """A certificate on file. Without a day of issue it is held for as long as anybody knows."""

    certificate = schema.Choice(title=_("证书"), vocabulary="yidang.certificates")
    issued = schema.Date(title=_("发证日期"), required=False)
    expires = schema.Date(title=_("有效期至"), required=False)


class ITraining(Interface):
    """A training that somebody has taken."""

    date = schema.Date(title=_("培训日期"))
    hours = schema.Float(title=_("学时"), min=0.5, max=1000.0)
    organiser = schema.Choice(title=_("主办单位"), vocabulary="yidang.training_organisers")
    title = schema.TextLine(title=_("培训名称"), required=False, max_length=100)


class IStaffMember(Interface):
    """Someone on the staff of a station during one stretch of employment; who comes back gets a second card.

    What the staff rules ask (list P), and nothing else: in particular no field about anybody's health (S1-X13).
    """

    directives.read_permission(born="cmf.ModifyPortalContent")

    name = schema.TextLine(title=_("姓名"), max_length=50)
    role = schema.Choice(title=_("岗位"), vocabulary="yidang.staff_roles", default="worker")
    user = schema.TextLine(title=_("账号"), description=_("填写后，个人的各项任务按在岗日期计算"), required=False)
    started = schema.Date(title=_("到岗日期"))
    left = schema.Date(title=_("离岗日期"), description=_("最后一个在岗日；离职后再来的，另建一张卡"), required=False)
    certificates = Rows(
        ICertificate,
        title=_("资格证书"),
        description=_("发证日期不详的可以不填，按一直持有计算"),
        required=False,
        default=[],
        missing_value=[],
    )
    degree = schema.Choice(title=_("学历"), vocabulary="yidang.degrees", required=False)
    major = schema.Choice(title=_("专业"), vocabulary="yidang.majors", required=False)
    experience_since = schema.Date(title=_("从事社会工作的起始日期"), required=False)
    trainings = Rows(
        ITraining,
        title=_("参加过的培训"),
        description=_("近五年的学时由系统按日期滚动合计"),
        required=False,
        default=[],
        missing_value=[],
    )
    born = schema.Date(title=_("出生日期"), description=_("只用来计算年龄；页面和统计中只有周岁"), required=False)

    @invariant
    def left_after_started(data) -> None:
        """Nobody leaves before coming."""
        if data.started and data.left and data.left < data.started:
            raise Invalid(_("离岗日期早于到岗日期。"))

    @invariant
    def certificates_last(data) -> None:
        """A certificate is not over before it is issued."""
        for row in held(data):
            if row["issued"] and row["expires"] and row["expires"] < row["issued"]:
                raise Invalid(_("证书的有效期早于发证日期。"))


def held(member) -> list[dict]:
    """The certificates of a card; a bare term, as older data has it, is a certificate without days."""
    rows = getattr(member, "certificates", None) or ()
    return [row if isinstance(row, dict) else {"certificate": row, "issued": None, "expires": None} for row in rows]


@implementer(IStations)
class Stations(StayingContents, Container):
    """`/stations`. Records name a station by its id, so ids stay."""

    contents_stay = "档案材料按站点的地址引用站点，站点不能移动、改名或复制。"


@implementer(IStation)
class Station(Container):
    """One station."""


@implementer(IStaffMember)
class StaffMember(Item):
    """One person on the staff."""

    @property
    def title(self) -> str:
        """The name, for lists and the catalog."""
        return self.name or ""

    @title.setter
    def title(self, value: str) -> None:
        self.name = value
