"""Where an article comes from, who wrote and who reviewed it: 来源、责编、一审、二审、三审 (domain.md 6.3).

Written down when the article is published: names as they were that day, and a reader's page asks nobody. Whether the
line is printed on the public page or only kept is a setting of the contract.
"""

from typing import NamedTuple
from yidang.archive.place import contract_of
from yidang.archive.record import history_of
from yidang.archive.record import station_of
from yidang.pages.names import Names
from yidang.publicity.guest_review.persons import shown_name
from yidang.publicity.workflow import STEPS


EDITOR = "责编"
SOURCE = "来源"
REPRINT = "reprint"
TITLES = dict(zip(STEPS, ("一审", "二审", "三审"), strict=True))


class Signed(NamedTuple):
    """One entry of the signature line."""

    role: str
    name: str


class Review(NamedTuple):
    """One approval of the running round."""

    state: str
    actor: str
    time: object


def reviews_of(article) -> list[Review]:
    """The approvals since the article was last sent to review, in their order."""
    found, before = [], ""
    for step in history_of(article):
        if step["action"] == "submit":
            found = []
        elif step["action"] == "approve":
            found.append(Review(before, step["actor"], step["time"]))
        elif step["action"] == "unschedule":
            # The last review is taken back and open again.
            found = found[:-1]
        before = step["review_state"]
    return found


def source_of(article) -> str:
    """Where it comes from: what was written there; else the station, else the organisation that does the work. A
    reprint comes from an outlet and from nobody here."""
    said = (getattr(article, "source", None) or "").strip()
    if said or article.origin == REPRINT:
        return said
    return Names().station(station_of(article)) or getattr(contract_of(article), "provider", None) or ""


def is_printed(article) -> bool:
    """Whether readers see the line."""
    return bool(getattr(contract_of(article), "signature_printed", True))


def signature_of(article) -> tuple[Signed, ...]:
    """The line as it stands now."""
    names, source = Names(), source_of(article)
    sources = [Signed(SOURCE, source)] if source else []
    editors = [Signed(EDITOR, names.person(user)) for user in article.listCreators()[:1]]
    reviewers = [Signed(TITLES[one.state], shown_name(one.actor, names)) for one in reviews_of(article)]
    return tuple(sources + editors + reviewers)
