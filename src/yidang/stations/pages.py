"""The public directory of stations, and the page of one."""

from plone import api
from yidang.pages.page import Page
from yidang.stations.content import IStaffMember
from yidang.stations.vocabularies import certificates
from yidang.stations.vocabularies import staff_roles
from yidang.vocabulary import title_of


ORDER = {"main": 0, "substation": 1}
MANAGE = "Modify portal content"


class StationsPage(Page):
    """`/stations`: every station with its address, the main ones first."""

    page_title = "站点"
    page_description = "各服务站和分站的地址、电话和开放时间"

    def stations(self) -> list:
        """There are tens of them, so objects are read, not brains."""
        return sorted(self.context.objectValues(), key=lambda one: (ORDER.get(one.kind, 9), one.getId()))

    def summary(self) -> str:
        """How many there are of which kind."""
        kinds = [station.kind for station in self.context.objectValues()]
        counts = ((kinds.count("main"), "个服务站"), (kinds.count("substation"), "个镇街分站"))
        return "，".join(f"{number} {word}" for number, word in counts if number)


class StationPage(Page):
    """One station: how to get there, and what it has published."""

    @property
    def page_title(self) -> str:
        """The name of the station."""
        return self.context.title

    @property
    def page_description(self) -> str:
        """The first words of the introduction."""
        return (self.context.introduction or "")[:120]

    def paragraphs(self) -> list[str]:
        """The introduction, by its lines."""
        return [line for line in (self.context.introduction or "").splitlines() if line.strip()]

    def staff(self) -> list[dict]:
        """For those who may see them; never for the public."""
        if api.user.is_anonymous():
            return []
        members = filter(IStaffMember.providedBy, self.context.objectValues())
        return [_row(member) for member in members if api.user.has_permission("View", obj=member)]


class StaffPage(Page):
    """One member of the staff."""

    @property
    def page_title(self) -> str:
        """The name."""
        return self.context.name

    def row(self) -> dict:
        """What is on file."""
        return _row(self.context)


def _row(member) -> dict:
    return {
        "name": member.name,
        "url": member.absolute_url(),
        "role": title_of(staff_roles, member.role),
        "certificates": "、".join(title_of(certificates, one) for one in member.certificates or ()),
        "started": member.started,
        "left": member.left,
    }
