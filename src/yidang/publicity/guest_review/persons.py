"""Three reviews, three persons, where one of them has no account: who is the same as whom (domain.md 6.2)."""

from collections.abc import Iterable
from yidang.pages.names import Names
from yidang.publicity.guest_review.links import links_of

import re
import unicodedata


ACTOR = re.compile(r"([^（）]+)（[^（）]+）")


def guest_name(actor: str) -> str:
    """The name within the actor of a guest's step; "" for a user id."""
    found = ACTOR.fullmatch(actor or "")
    return found[1] if found else ""


def shown_name(actor: str, names: Names) -> str:
    """The name for a signature line: a guest's without the post."""
    return guest_name(actor) or names.person(actor)


def folded(name: str) -> str:
    """A name without blanks and width, for comparing."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def same_name(user: str, authors: Iterable[str], reviewers: Iterable[str]) -> bool:
    """Whether a guest has the name of somebody who wrote or reviewed, or a colleague that of a guest who reviewed. Two
    colleagues with one name have two accounts and are two persons."""
    names, reviewers = Names(), list(reviewers)
    if guest_name(user):
        others = {folded(shown_name(one, names)) for one in (*authors, *reviewers)}
    else:
        others = {folded(guest_name(one)) for one in reviewers if guest_name(one)}
    return folded(shown_name(user, names)) in others


def gave_link(article, user: str, reviewers: Iterable[str]) -> bool:
    """Whether `user` gave out the link with which one of the reviews was done: they had the secret in their hands."""
    done = {one for one in reviewers if guest_name(one)}
    return any(link.maker == user and link.used is not None and link.guest.actor in done for link in links_of(article))


def maker_for(article, actor: str) -> str:
    """Who answers for a guest's step: the maker of the latest link in that guest's name; "" for a user id."""
    if not guest_name(actor):
        return ""
    return next((link.maker for link in links_of(article) if link.guest.actor == actor), "")
