"""A service station and the people who work there."""

from plone.dexterity.content import Container
from plone.dexterity.content import Item
from yidang import _
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


class IStaffMember(Interface):
    """Someone on the staff of a station, for the staff rules (S0-I24, S0-I25)."""

    name = schema.TextLine(title=_("姓名"), max_length=50)
    role = schema.Choice(title=_("岗位"), vocabulary="yidang.staff_roles", default="worker")
    user = schema.TextLine(title=_("账号"), required=False)
    certificates = schema.Tuple(
        title=_("资格证书"),
        value_type=schema.Choice(vocabulary="yidang.certificates"),
        required=False,
        default=(),
        missing_value=(),
    )
    born = schema.Date(title=_("出生日期"), required=False)
    started = schema.Date(title=_("到岗日期"))
    left = schema.Date(title=_("离岗日期"), required=False)

    @invariant
    def left_after_started(data) -> None:
        """Nobody leaves before coming."""
        if data.started and data.left and data.left < data.started:
            raise Invalid(_("离岗日期早于到岗日期。"))


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
