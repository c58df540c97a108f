"""`<contract>/@@team`: who works for the contract; joining and leaving."""

from functools import cached_property
from plone import api
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.pages.posting import PostPage
from yidang.people.roster import Member
from yidang.people.roster import roster
from yidang.people.team import join
from yidang.people.team import leave
from yidang.people.team import ROLES


# Those who judge the provider's work are not appointed, nor dismissed, by the provider's own lead.
JUDGES = frozenset({"Purchaser", "Evaluator"})
BOUND = ("Worker",)


class TeamPage(PostPage):
    """The list of the team with its form."""

    page_title = "人员"

    @cached_property
    def may_appoint_judges(self) -> bool:
        """Whether the person may appoint the purchaser's people."""
        return self.may("Yidang: Manage Contract")

    @property
    def roles(self) -> list[dict]:
        """The roles that the person may give."""
        return [
            {"id": role, "title": title}
            for role, title in ROLES.items()
            if self.may_appoint_judges or role not in JUDGES
        ]

    @property
    def stations(self) -> list[dict]:
        """The stations to which a worker may be bound."""
        chosen = self.request.form.get("stations") or ()
        chosen = [chosen] if isinstance(chosen, str) else chosen
        return [
            {"id": one, "title": self.names.station(one), "checked": "checked" if one in chosen else None}
            for one in self.context.stations or ()
        ]

    @cached_property
    def roster(self) -> list[Member]:
        """Everyone on the team."""
        return roster(self.context, self.names)

    @property
    def members(self) -> list[dict]:
        """What the page shows of each."""
        return [
            {
                "user": one.user,
                "name": one.name,
                "roles": "、".join(ROLES[role] for role in one.roles),
                "stations": "、".join(self.names.station(station) for station in one.stations) or "全部站点",
                "may_leave": self._may_dismiss(one),
            }
            for one in self.roster
        ]

    def _may_dismiss(self, member: Member) -> bool:
        return self.may_appoint_judges or JUDGES.isdisjoint(member.roles)

    def act(self) -> str:
        """Add or remove somebody."""
        user = self.typed("user")
        if self.query_text("do") == "remove":
            return self._remove(user)
        return self._add(user, self.typed("role"))

    def after_post(self) -> str:
        """The page again."""
        return f"{self.url}/@@team"

    def _add(self, user: str, role: str) -> str:
        if not user:
            raise Refused("请填写账号。", [FieldError("user", "请填写账号。")])
        if role in JUDGES and not self.may_appoint_judges:
            raise NotAllowed("采购方和评估方的人员由系统管理员加入。")
        join(self.context, user, role, self._chosen_stations(role))
        return f"已把 {self.names.person(user)} 加入团队，角色：{ROLES[role]}。"

    def _chosen_stations(self, role: str) -> tuple[str, ...]:
        chosen = self.request.form.get("stations") or ()
        chosen = (chosen,) if isinstance(chosen, str) else tuple(chosen)
        if chosen and role not in BOUND:
            raise Refused("只有社工可以限定站点。", [FieldError("stations", "只有社工可以限定站点。")])
        strange = [one for one in chosen if one not in (self.context.stations or ())]
        if strange:
            raise Refused("所选站点不属于这份合同。", [FieldError("stations", "请选择列出的站点。")])
        return chosen

    def _remove(self, user: str) -> str:
        member = next((one for one in self.roster if one.user == user), None)
        if member is None:
            raise Refused("这个人不在团队中。")
        if not self._may_dismiss(member):
            raise NotAllowed("采购方和评估方的人员由系统管理员移出。")
        if user == api.user.get_current().getId() and not self.may_appoint_judges:
            raise Refused("不能把自己移出团队；请由另一位项目主管或系统管理员办理。")
        leave(self.context, user)
        return f"已把 {member.name} 移出团队；其经办的材料仍署其名。"
