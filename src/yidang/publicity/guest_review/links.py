"""The links that were given out: for whom, for which step and which text, and what became of them.

Of the secret in an address only the digest is kept, so whoever reads the database cannot use it. Links lie in lists of
the portal and of the section, not on the article: going back to an old version revives none.
"""

from BTrees.OOBTree import OOBTree
from datetime import datetime
from datetime import timedelta
from hashlib import sha256
from hmac import compare_digest
from persistent import Persistent
from plone import api
from typing import NamedTuple
from yidang.archive.place import section_of
from yidang.clock import BEIJING
from yidang.publicity.captures import LAST
from yidang.publicity.captures import shelf
from yidang.publicity.guest_review.versions import round_of
from yidang.publicity.guest_review.versions import version_of
from zope.annotation.interfaces import IAnnotations

import secrets


LINKS = "yidang.guest_links"
LENGTH = 32


class Guest(NamedTuple):
    """Who is asked: the name, and the post (职务) that tells whom the name means."""

    name: str
    post: str

    @property
    def actor(self) -> str:
        """How the history of the article names them; no user id looks like this."""
        return f"{self.name}（{self.post}）"


class GuestLink(Persistent):
    """One link. Moments are kept as seconds: a zone of Python's own cannot be stored."""

    used: int | None = None
    decision = reason = ""
    revoked: int | None = None
    revoked_by = ""

    def __init__(self, article, step: str, guest: Guest, digest: str, maker: str, made: datetime, lasts: timedelta):
        self.article, self.step, self.digest = article.UID(), step, digest
        self.round, self.version = round_of(article), version_of(article)
        self.name, self.post, self.maker = guest.name, guest.post, maker
        self.made, self.expires = int(made.timestamp()), int((made + lasts).timestamp())

    @property
    def guest(self) -> Guest:
        """For whom it is."""
        return Guest(self.name, self.post)

    @property
    def id(self) -> str:
        """Names it on pages; says nothing about the secret."""
        return self.digest[:16]

    def moment(self, name: str) -> datetime | None:
        """`made`, `expires`, `used` or `revoked` in Beijing."""
        seconds = getattr(self, name)
        return datetime.fromtimestamp(seconds, BEIJING) if seconds is not None else None


def new_secret() -> tuple[str, str]:
    """A secret for an address, and its digest."""
    token = secrets.token_urlsafe(LENGTH)
    return token, digest_of(token)


def digest_of(token: str) -> str:
    """What is kept of a secret."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def keep(article, link: GuestLink) -> None:
    """Remember a link with its section, and which article its digest means."""
    shelf(section_of(article), LINKS, make=True)[article.UID(), link.digest] = link
    index = _index(make=True)
    index[link.digest] = article.UID()
    # Two people who give one out for the same step at once meet here, and the second sees the first one's.
    index[_step_key(article.UID(), link.step)] = link.digest


def links_of(article) -> list[GuestLink]:
    """All links of an article, the newest first."""
    section, uid = section_of(article), article.UID()
    if section is None:
        return []
    found = shelf(section, LINKS).values(min=(uid, ""), max=(uid, LAST))
    return sorted(found, key=lambda link: link.made, reverse=True)


def found_by(token: str) -> tuple[object, GuestLink] | None:
    """The article and the link of a secret, whoever asks; None for any other text."""
    digest = digest_of(token)
    # Looked up by digest, so how long that takes says nothing about how much of a guess is right.
    uid = _index().get(digest) if token else None
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid) if uid else ()
    for brain in brains:
        article = brain._unrestrictedGetObject()
        for link in links_of(article):
            if compare_digest(link.digest, digest):
                return article, link
    return None


def forget(article, event) -> None:
    """The links of an article that goes, go with it."""
    section = section_of(event.oldParent) if event.oldParent is not None else None
    if section is None:
        return
    uid, held = article.UID(), shelf(section, LINKS)
    for key in list(held.keys(min=(uid, ""), max=(uid, LAST))):
        for one in (key[1], _step_key(uid, held[key].step)):
            _index().pop(one, None)
        del held[key]


def _step_key(uid: str, step: str) -> str:
    return f"{uid}/{step}"


def _index(make: bool = False) -> OOBTree:
    kept = IAnnotations(api.portal.get())
    if make and LINKS not in kept:
        kept[LINKS] = OOBTree()
    return kept.get(LINKS, OOBTree())
