"""The page of one contract, and the steps of its life."""

from functools import cached_property
from plone import api
from yidang import clock
from yidang.archive.actions import fire
from yidang.archive.actions import open_steps
from yidang.contracts.content import QUARTERS
from yidang.contracts.load import kept_data
from yidang.contracts.views.term import Term
from yidang.contracts.views.term import term_of
from yidang.contracts.views.wording import workload_words
from yidang.pages.posting import PostPage
from yidang.people.roster import Member
from yidang.people.roster import roster
from yidang.people.team import ROLES
from yidang.permissions import MANAGE_CONTRACT


STEPS = {
    "activate": ("启用", "启用后团队成员即可归档，合同不能再删除。"),
    "close": ("进入结项", "结项期间不再新增服务记录，只补正被退回的材料。"),
    "accept": ("验收", "验收后档案封存，任何人都不能再改动。"),
    "terminate": ("终止", "提前终止合同，须写明原因。"),
}


class ContractPage(PostPage):
    """`<contract>`: parties, term, stations, team; what stands around its numbers is `rules.py`."""

    @property
    def page_title(self) -> str:
        """Name of the contract."""
        return self.context.Title()

    @cached_property
    def term(self) -> Term:
        """Where the contract stands in its term."""
        return term_of(self.context.start, self.context.end, clock.today())

    @property
    def stations(self) -> list[str]:
        """Names of the stations served."""
        return [self.names.station(one) for one in self.context.stations or ()]

    @property
    def money(self) -> str:
        """The sum of the contract."""
        return f"{self.context.money:,.2f} 元" if self.context.money is not None else ""

    @property
    def team(self) -> list[dict]:
        """People by role."""
        found: dict[str, list[Member]] = {}
        for member in roster(self.context, self.names):
            for role in member.roles:
                found.setdefault(role, []).append(member)
        return [
            {"role": ROLES[role], "names": "、".join(one.name for one in found[role])}
            for role in ROLES
            if role in found
        ]

    @property
    def may_extend(self) -> bool:
        """Whether the person may extend the term now."""
        return self.state in ("active", "closing") and self.may(MANAGE_CONTRACT)

    @property
    def state(self) -> str:
        """State of the contract."""
        return api.content.get_state(self.context)

    @property
    def quarters(self) -> str:
        """How quarters are counted."""
        return QUARTERS.getTerm(self.context.quarter_mode).title

    @property
    def workload(self) -> str:
        """The working hours that the contract buys."""
        return workload_words(kept_data(self.context))

    @cached_property
    def steps(self) -> list[dict]:
        """The steps that the person may take now."""
        open_now = open_steps(self.context)
        return [
            {"id": step, "title": title, "hint": hint, "needs_reason": step == "terminate"}
            for step, (title, hint) in STEPS.items()
            if step in open_now
        ]

    def act(self) -> str:
        """Take a step."""
        step = self.query_text("transition")
        fire(self.context, step, self.typed("comment"))
        return f"已{STEPS[step][0]}。" if step in STEPS else "已完成。"


class ContractStep(ContractPage):
    """`@@step`: the target of the forms; shows the contract page again when a step is refused."""

    def __call__(self, *args, **kwargs) -> str:
        if self.request.method != "POST":
            return self.request.response.redirect(self.url)
        return super().__call__(*args, **kwargs)
