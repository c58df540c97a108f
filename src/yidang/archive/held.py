"""Vocabularies of what one archive holds: the clients, the cases of a contract.

There may be thousands of them, so nothing is listed to answer a question: membership and titles are single catalog
look-ups, and only a picker that asks for a few reads a few.
"""

from Acquisition import aq_base
from collections.abc import Iterable
from collections.abc import Iterator
from plone import api
from yidang.archive.place import archive_of
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import ITitledTokenizedTerm
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.interfaces import IVocabularyTokenized
from zope.schema.vocabulary import SimpleTerm

import re


RECENT = 200
WORDS = re.compile(r"\w+")


def label_of(brain) -> str:
    """The words by which people tell one from another: title and number, or title and the end of the id."""
    return f"{brain.Title}〔{brain.archive_number or brain.getId.rsplit('-', 1)[-1]}〕"


@implementer(IVocabularyTokenized)
class Held:
    """The objects of one portal type in the archive around `context`; values are UIDs."""

    def __init__(self, context, portal_type: str, fields: tuple[str, ...]) -> None:
        self.context = context
        self.portal_type = portal_type
        self.fields = fields
        self.catalog = api.portal.get_tool("portal_catalog")
        archive = archive_of(context) if context is not None else None
        self.path = "/".join(archive.getPhysicalPath()) if archive is not None else None

    def label(self, brain) -> str:
        """What a picker shows for one of them: its title first, then what tells it apart in 〔〕."""
        return label_of(brain)

    def _query(self, **more) -> dict:
        return {"portal_type": self.portal_type, "path": self.path, **more}

    def _find(self, uid):
        if self.path is None or not isinstance(uid, str) or not uid:
            return None
        # What the record names already stays valid for someone who may not see it.
        search = self.catalog.unrestrictedSearchResults if self._is_kept(uid) else self.catalog
        return next(iter(search(**self._query(UID=uid))), None)

    def _is_kept(self, uid: str) -> bool:
        for name in self.fields:
            kept = getattr(aq_base(self.context), name, None)
            if kept == uid or (isinstance(kept, tuple) and uid in kept):
                return True
        return False

    def __contains__(self, uid) -> bool:
        return self._find(uid) is not None

    def getTerm(self, uid: str) -> ITitledTokenizedTerm:
        """The term of one UID."""
        brain = self._find(uid)
        if brain is None:
            raise LookupError(uid)
        return SimpleTerm(uid, uid, self.label(brain))

    getTermByToken = getTerm

    def __iter__(self) -> Iterator[ITitledTokenizedTerm]:
        for brain in self.catalog(**self._query(sort_on="modified", sort_order="reverse")) if self.path else ():
            yield SimpleTerm(brain.UID, brain.UID, self.label(brain))

    def __len__(self) -> int:
        return len(self.catalog(**self._query())) if self.path else 0

    def recent(self) -> list[str]:
        """Labels of those last worked on, for a picker."""
        if self.path is None:
            return []
        found = self.catalog(**self._query(sort_on="modified", sort_order="reverse", sort_limit=RECENT))
        return [self.label(brain) for brain in found[:RECENT]]

    def named(self, text: str) -> list[str]:
        """UIDs of those whose label or title is exactly `text`."""
        title, _, mark = text.partition("〔")
        title, mark = title.strip(), mark.rstrip("〕 ")
        words = " ".join(WORDS.findall(title))
        if self.path is None or not words:
            return []
        alike = [brain for brain in self._titled(words) if brain.Title == title]
        return [brain.UID for brain in alike if not mark or self.label(brain).endswith(f"〔{mark}〕")]

    def _titled(self, words: str) -> Iterable:
        return self.catalog(**self._query(Title=f'"{words}"'))


def held(portal_type: str, *fields: str):
    """A vocabulary factory for one portal type; `fields` are the schema names whose kept values stay valid."""

    @provider(IVocabularyFactory)
    def factory(context) -> Held:
        return Held(context, portal_type, fields)

    return factory
