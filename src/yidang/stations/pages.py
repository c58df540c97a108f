"""The public directory of stations, and the page of one."""

from plone import api
from yidang import clock
from yidang.pages.page import Page
from yidang.stations.content import held
from yidang.stations.content import IStaffMember
from yidang.stations.facts import card_of
from yidang.stations.stretches import Card
from yidang.stations.stretches import RECOGNISED
from yidang.stations.stretches import state_on
from yidang.stations.vocabularies import certificates
from yidang.stations.vocabularies import degrees
from yidang.stations.vocabularies import majors
from yidang.stations.vocabularies import OFFICE
from yidang.stations.vocabularies import staff_roles
from yidang.stations.vocabularies import training_organisers
from yidang.vocabulary import title_of


ORDER = {"main": 0, "substation": 1}
MANAGE = "Modify portal content"


class StationsPage(Page):
    """`/stations`: every station with its address, the main ones first."""

    page_title = "站点"
    page_description = "各服务站和分站的地址、电话和开放时间"

    def stations(self) -> list:
        """There are tens of them, so objects are read, not brains. An office is for those who keep its staff."""
        return sorted(self._shown(), key=lambda one: (ORDER.get(one.kind, 9), one.getId()))

    def _shown(self) -> list:
        manages = self.may("Yidang: Manage Team")
        return [one for one in self.context.objectValues() if one.kind != OFFICE or manages]

    def summary(self) -> str:
        """How many there are of which kind."""
        kinds = [station.kind for station in self._shown()]
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
    """One member of the staff, as of today."""

    @property
    def page_title(self) -> str:
        """The name."""
        return self.context.name

    def row(self) -> dict:
        """What is on file."""
        return _row(self.context)

    @property
    def card(self) -> Card:
        """The card as plain values."""
        return card_of(self.context)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Title and value of what the staff rules ask; the age, not the birth date."""
        card, today = self.card, clock.today()
        attributes, amounts = state_on(card, today)
        shown = [
            ("到岗", f"{card.started}"),
            ("离岗", f"{card.left or ''}"),
            ("学历", title_of(degrees, card.degree) if card.degree else ""),
            ("专业", title_of(majors, card.major) if card.major else ""),
            ("年龄", _unit(amounts.get("age"), " 周岁")),
            ("从事社会工作", _unit(amounts.get("experience_years"), " 年")),
            ("近五年认可学时", f"{amounts['training_hours']:g} 学时"),
            ("取证期限", f"{attributes['certificate_due']}" if "certificate_due" in attributes else ""),
            ("账号", self.context.user or ""),
        ]
        return [(title, value) for title, value in shown if value]

    @property
    def certificates(self) -> list[dict]:
        """Every certificate with its days and whether it is in force."""
        today = clock.today()
        in_force = self.card.held_on(today)
        return [
            {
                "title": title_of(certificates, row["certificate"]),
                "issued": row["issued"] or "不详",
                "expires": row["expires"] or "长期",
                "state": "有效" if row["certificate"] in in_force else "不在有效期内",
            }
            for row in held(self.context)
        ]

    @property
    def trainings(self) -> list[dict]:
        """Every training, the newest first."""
        rows = sorted(self.card.trainings, key=lambda row: row["date"], reverse=True)
        return [
            {
                "date": row["date"],
                "hours": f"{row['hours']:g}",
                "organiser": title_of(training_organisers, row["organiser"]),
                "title": row["title"] or "",
                "counts": "计入" if row["organiser"] in RECOGNISED else "不计入：主办单位不在认可之列",
            }
            for row in rows
        ]


def _unit(number: int | None, unit: str) -> str:
    return "" if number is None else f"{number}{unit}"


def _row(member) -> dict:
    return {
        "name": member.name,
        "url": member.absolute_url(),
        "role": title_of(staff_roles, member.role),
        "certificates": "、".join(title_of(certificates, one["certificate"]) for one in held(member)),
        "started": member.started,
        "left": member.left,
    }
