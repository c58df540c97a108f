"""What the people of the contract see around an article: its state, what they may do, what it counts for."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import NamedTuple
from yidang import clock
from yidang.archive.actions import open_steps
from yidang.archive.actions import state_title
from yidang.archive.actions import step_titles
from yidang.archive.place import contract_of
from yidang.archive.record import history_of
from yidang.archive.record import state_of
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.page import Page
from yidang.people.team import ROLES
from yidang.people.team import STATION_ROLE
from yidang.permissions import INVITE_GUEST
from yidang.permissions import RECORD_PLACEMENT
from yidang.publicity.captures import missing_of
from yidang.publicity.checks import missing
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.proof_panel import ProofPanel
from yidang.publicity.reviewing.panel import ReviewPanel
from yidang.publicity.schedule.head import ScheduleLine
from yidang.publicity.signature import reviews_of
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import SCHEDULED
from yidang.publicity.workflow import STEPS
from yidang.publicity.workflow import steps_of


STAFF = frozenset(ROLES) | {STATION_ROLE, "Owner", "Site Administrator", "Manager"}
READ_OVER_IN = ("draft", *STEPS, SCHEDULED, "withdrawn")
REASONED = ("return", "withdraw")
MARKS = {"return": "returned", "withdraw": "returned", "approve": "verified", "submit": "submitted"}
MARKS |= {"release": "verified", "appear": "verified", "unschedule": "returned", "expire": "returned"}


class Progress(NamedTuple):
    """One step of review: done by somebody, waiting, or still to come."""

    title: str
    person: str
    day: str
    waiting: bool


class Count(NamedTuple):
    """One line of the contract, as seen from this article."""

    title: str
    url: str
    counted: bool
    total: str
    reasons: tuple[str, ...]
    note: str = ""  # of a surplus, from which line it came


def is_staff(user, article) -> bool:
    """Whether `user` has a role in the contract of the article."""
    return not STAFF.isdisjoint(user.getRolesInContext(article))


def _number(value) -> str:
    return f"{value:g}" if value is not None else "—"


class Working(Page):
    """Rendered inside the page of an article, never for the public."""

    head = ViewPageTemplateFile("templates/working_head.pt")
    proof_list = ViewPageTemplateFile("templates/proof.pt")
    aside = ViewPageTemplateFile("templates/working_aside.pt")

    def __init__(self, context, request, refusal=(), typed: str = "", refused_box: bool = False) -> None:
        super().__init__(context, request)
        self.refusal, self.typed, self.refused_box = refusal, typed, refused_box

    @cached_property
    def review(self) -> ReviewPanel:
        """Who reads it, and what was said about it."""
        return ReviewPanel(self.context, self.request, self.names, self.refused_box)

    @cached_property
    def state(self) -> str:
        """The workflow state."""
        return state_of(self.context)

    @property
    def state_word(self) -> str:
        """Its Chinese name."""
        return state_title(self.context)

    @cached_property
    def open_steps(self) -> dict[str, str]:
        """Steps that role and state allow."""
        return open_steps(self.context)

    @cached_property
    def barred(self) -> str:
        """Why this person may not approve it though role and state would allow it."""
        user = api.user.get_current().getId()
        return reviewer_problem(self.context, user) if "approve" in self.open_steps else ""

    @cached_property
    def steps(self) -> dict[str, str]:
        """Steps that this person may take now."""
        return {step: title for step, title in self.open_steps.items() if step != "approve" or not self.barred}

    @cached_property
    def proof(self) -> ProofPanel | None:
        """What reading it over finds, until it is published."""
        return ProofPanel(self.context, self.names) if self.state in READ_OVER_IN else None

    @property
    def schedule_line(self) -> str:
        """When it appears and when it goes."""
        return ScheduleLine(self.context, self.request)()

    @property
    def plain_steps(self) -> dict[str, str]:
        """Steps that need no words."""
        return {step: title for step, title in self.steps.items() if step not in REASONED}

    @property
    def reasoned_steps(self) -> dict[str, str]:
        """Steps that need a reason."""
        return {step: title for step, title in self.steps.items() if step in REASONED}

    @cached_property
    def missing(self) -> list[str]:
        """What is still missing before it can be reviewed."""
        return [error.message for error in missing(self.context)] if "submit" in self.steps else []

    @property
    def may_edit(self) -> bool:
        """Whether this person may change it."""
        return self.may("Modify portal content")

    @property
    def may_record(self) -> bool:
        """Whether this person may add placements."""
        return self.may(RECORD_PLACEMENT)

    @property
    def may_invite(self) -> bool:
        """Whether this person may give somebody without an account a link for this step."""
        return self.may(INVITE_GUEST)

    @cached_property
    def unkept(self) -> int:
        """Placements of which nothing is kept."""
        return len(missing_of(self.context))

    @cached_property
    def progress(self) -> list[Progress]:
        """The steps of review that the contract demands."""
        done = {one.state: one for one in reviews_of(self.context)} if self.state != "draft" else {}
        found = []
        for step in STEPS[: steps_of(self.context)]:
            review = done.get(step)
            person = self.names.person(review.actor) if review else ""
            day = clock.moment_of(review.time).strftime("%m-%d") if review else ""
            found.append(Progress(TITLES[step], person, day, step == self.state))
        return found

    @cached_property
    def history(self) -> list[dict]:
        """What has happened, newest first."""
        titles = step_titles(self.context)
        return [
            {
                "person": self.names.person(step["actor"]),
                "title": titles.get(step["action"], "建立草稿"),
                "mark": MARKS.get(step["action"]),
                "reason": step["comments"],
                "time": clock.shown(step["time"]),
            }
            for step in reversed(history_of(self.context))
        ]

    @cached_property
    def counts(self) -> list[Count]:
        """Which lines it feeds, and why not the others."""
        contract = contract_of(self.context)
        board = Scoreboard(contract, clock.today())
        explained = board.counts(self.context)
        tallies = board.tallies() if explained else {}
        return [self._count(contract, rule, one, tallies[rule.code]) for rule, one in explained]

    def _count(self, contract, rule, explanation, tally) -> Count:
        target = f" / {_number(tally.target)}" if tally.target is not None else ""
        return Count(
            title=rule.title,
            url=f"{contract.absolute_url()}/@@indicator?code={rule.code}",
            counted=explanation.counted,
            total=f"{_number(tally.value)}{target} {rule.unit}",
            reasons=tuple(reason.message for reason in explanation.reasons),
            note=explanation.note,
        )
