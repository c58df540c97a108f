"""Who wrote and who reviewed an article: 责编、一审、二审、三审 (domain.md 6.3).

Written down when the article is published: names as they were that day, and a reader's page asks nobody.
"""

from typing import NamedTuple
from yidang.archive.record import history_of
from yidang.pages.names import Names
from yidang.publicity.workflow import STEPS


EDITOR = "责编"
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


def signature_of(article) -> tuple[Signed, ...]:
    """The line as it stands now."""
    names = Names()
    editors = [Signed(EDITOR, names.person(user)) for user in article.listCreators()[:1]]
    return tuple(editors + [Signed(TITLES[one.state], names.person(one.actor)) for one in reviews_of(article)])
