"""What the people of the contract see of the review on the page of an article: who reads it, until when it is due, what
was said about it, and the boxes to say more."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import NamedTuple
from yidang import clock
from yidang.archive.actions import open_steps
from yidang.archive.place import contract_of
from yidang.archive.record import history_of
from yidang.archive.record import state_of
from yidang.archive.record import state_since
from yidang.pages.page import Page
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.reviewing.actions import may_read_remarks
from yidang.publicity.reviewing.actions import may_remark
from yidang.publicity.reviewing.anchors import find
from yidang.publicity.reviewing.due import Due
from yidang.publicity.reviewing.due import due_of
from yidang.publicity.reviewing.holding import Holder
from yidang.publicity.reviewing.holding import holder_of
from yidang.publicity.reviewing.passages import Passage
from yidang.publicity.reviewing.passages import passages_of
from yidang.publicity.reviewing.remarks import Remark
from yidang.publicity.reviewing.remarks import remarks_of
from yidang.publicity.reviewing.remarks import Said
from yidang.publicity.signature import is_printed
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import STEPS

import datetime


BEGINNING = 24
DRAFT = "草稿"
SENT_BACK = {"return": "退回", "withdraw": "撤下", "expire": "到期撤下"}


class Line(NamedTuple):
    """One thing that was said: who, when, what."""

    person: str
    time: str
    text: str


class Shown(NamedTuple):
    """A remark as it is shown: where it is now (`key`, "" when nowhere), in words, and whether the words are gone."""

    id: str
    key: str
    place: str
    quote: str
    changed: bool
    start: int
    said: Line
    state: str
    answers: list[Line]
    settled: str


class ReviewPanel(Page):
    """Made for one view of the page; `typed` tells whether what was sent was refused and is to be shown again."""

    bar = ViewPageTemplateFile("templates/bar.pt")
    box = ViewPageTemplateFile("templates/remarks.pt")
    item = ViewPageTemplateFile("templates/remark.pt")

    def __init__(self, context, request, names, refused: bool = False) -> None:
        super().__init__(context, request)
        self.names, self.refused, self.now = names, refused, clock.now()

    @cached_property
    def state(self) -> str:
        """The workflow state."""
        return state_of(self.context)

    # Who reads it, and until when

    @cached_property
    def due(self) -> Due | None:
        """When the step is due; None while no review is awaited."""
        if self.state not in STEPS:
            return None
        since = datetime.datetime.fromtimestamp(state_since(self.context), clock.BEIJING).date()
        return due_of(contract_of(self.context), since, self.now.date())

    @cached_property
    def holder(self) -> Holder | None:
        """Who reads it now."""
        return holder_of(self.context) if self.state in STEPS else None

    @property
    def is_mine(self) -> bool:
        """Whether this person has it in hand."""
        return self.holder is not None and self.holder.person == self._me

    @property
    def holder_words(self) -> str:
        """Who reads it, in words."""
        return self.holder.words(self.names.person(self.holder.person), self.now) if self.holder else ""

    @property
    def may_take(self) -> bool:
        """Whether this person may say “我正在审”."""
        if "approve" not in open_steps(self.context) or reviewer_problem(self.context, self._me):
            return False
        return self.holder is None or (not self.is_mine and self.holder.is_over(self.now))

    @cached_property
    def returned(self) -> dict | None:
        """The last step, when it sent the article back to its author."""
        steps = history_of(self.context)
        return steps[-1] if steps and steps[-1]["action"] in SENT_BACK else None

    @property
    def returned_by(self) -> str:
        """`李四 退回`."""
        return f"{self.names.person(self.returned['actor'])} {SENT_BACK[self.returned['action']]}"

    @property
    def may_compare(self) -> bool:
        """Whether this person may look at old versions."""
        return may_read_remarks(self.context) and self.may("CMFEditions: Access previous versions")

    @property
    def kept_signature(self) -> str:
        """The signature line, where readers do not see it."""
        signed = () if is_printed(self.context) else self.context.signed
        return "　".join(f"{role} {name}" for role, name in signed)

    # Remarks

    @cached_property
    def may_read(self) -> bool:
        """Whether this person sees the remarks."""
        return may_read_remarks(self.context)

    @cached_property
    def may_remark(self) -> bool:
        """Whether they may write one; nobody may once the contract is accepted."""
        return may_remark(self.context) and state_of(contract_of(self.context)) != "accepted"

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages of now."""
        return passages_of(self.context)

    @property
    def places(self) -> list[tuple[str, str]]:
        """The places that one may choose: key and words."""
        return [(one.key, f"{one.label}　{_beginning(one.text)}") for one in self.passages]

    @cached_property
    def shown(self) -> list[Shown]:
        """All of them in the order of the text; what has no place any more comes last."""
        order = {one.key: number for number, one in enumerate(self.passages)}
        found = [self._shown(one) for one in remarks_of(self.context)] if self.may_read else []
        return sorted(found, key=lambda one: (one.changed, order.get(one.key, len(order)), one.start))

    @property
    def open(self) -> list[Shown]:
        """Those that nobody has settled."""
        return [one for one in self.shown if not one.settled]

    @property
    def settled(self) -> list[Shown]:
        """The others."""
        return [one for one in self.shown if one.settled]

    def typed(self, name: str, id_: str = "") -> str:
        """What was typed and refused, in the box of the remark `id_` ("" the box for a new one)."""
        if not self.refused or self.query_text("id") != id_:
            return ""
        return self.query_text(name, 2000)

    def _shown(self, remark: Remark) -> Shown:
        place, anchor = find(remark.anchor, self.passages), remark.anchor
        passage = place.passage
        settled = remark.settled
        return Shown(
            id=remark.id,
            key=passage.key if passage else "",
            place=passage.label if passage else anchor.label,
            quote=anchor.quote or (_beginning(anchor.passage) if place.changed else ""),
            changed=place.changed,
            start=place.start,
            said=self._line(Said(remark.person, remark.time, remark.text)),
            state=TITLES.get(remark.state) or (DRAFT if remark.state == "draft" else ""),
            answers=[self._line(one) for one in remark.answers],
            settled=f"{self.names.person(settled.person)} {self._time(settled.time)} 标为已解决" if settled else "",
        )

    def _line(self, said: Said) -> Line:
        return Line(self.names.person(said.person), self._time(said.time), said.text)

    @staticmethod
    def _time(seconds: float) -> str:
        return datetime.datetime.fromtimestamp(seconds, clock.BEIJING).strftime("%m-%d %H:%M")

    @property
    def _me(self) -> str:
        return api.user.get_current().getId() or ""


def _beginning(text: str) -> str:
    return text if len(text) <= BEGINNING else text[:BEGINNING] + "…"
