"""The activity that an article reports: which ones a writer may name, and what their records say.

Publicity staff see no records (docs/roles.md § 1). Of activities for everybody and of groups, once they are submitted,
whoever may write an article of the contract learns what any reader of the article will learn: name, days, place,
attendances, station. Of other records only those may be named that the writer sees anyway.
"""

from AccessControl import getSecurityManager
from collections.abc import Iterator
from datetime import date
from plone import api
from typing import NamedTuple
from yidang.archive.held import Held
from yidang.archive.held import label_of
from yidang.archive.place import section_of
from yidang.indicators.interfaces import IFactSource
from yidang.permissions import ADD_ARTICLE
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm


TYPES = ("ServiceRecord", "GroupWork", "CaseFile")
# Kinds of service to which everybody was invited; visits, consultations and the like concern single people.
PUBLIC_KINDS = (
    "activity", "outreach", "lecture", "volunteer_activity", "volunteer_project", "forum", "training", "publicity_day",
    "office_day", "campaign", "policy_talk", "handout", "organisation_training", "organisation_activity",
    "farm_training", "harvest", "recruitment",
)  # fmt: skip
HANDED_IN = ("submitted", "verified", "sealed")
OFFERED = 200


class Reported(NamedTuple):
    """What a record says of an activity.

    `days` are the spans on which it took place (a group: each session besides the whole), `attendances` the numbers
    that may be told of it (a group: all sessions together, and each), `day` and `participants` those to be filled in.
    """

    days: tuple[tuple[date, date], ...]
    attendances: tuple[int, ...]
    place: str
    station: str
    day: date | None
    participants: int | None


def reported(record) -> Reported:
    """Read off the facts of a record, whatever its type; the place is the only thing that no fact tells."""
    fact = next(iter(IFactSource(record).facts()))
    sessions = sorted((one for one in fact.children if one.date), key=lambda one: one.date)
    whole = ((fact.date, fact.until or fact.attributes.get("closed") or fact.date),) if fact.date else ()
    total = fact.amounts.get("participants")
    each = [one.amounts["attendance"] for one in sessions if one.amounts.get("attendance")]
    last = each[-1] if each else total
    return Reported(
        days=(*whole, *((one.date, one.date) for one in sessions)),
        attendances=tuple(dict.fromkeys(number for number in (total, *each) if number is not None)),
        place=(getattr(record, "place", None) or "").strip(),
        station=fact.station,
        day=sessions[-1].date if sessions else fact.date,
        participants=int(last) if last is not None else None,
    )


def activity_of(article):
    """The record that the article reports; None when it names none, or that one is gone."""
    uid = getattr(article.aq_base, "activity", None)
    return activity_by(uid) if uid else None


def activity_by(uid: str):
    """The record with this UID, whoever asks; None when it is gone."""
    brains = _everything()(UID=uid, portal_type=TYPES)
    return brains[0]._unrestrictedGetObject() if brains else None


def fill(article) -> None:
    """What is still empty takes the words of the record; once for each record, so that what was emptied stays empty."""
    record = activity_of(article)
    if record is None or getattr(article.aq_base, "filled_from", None) == article.activity:
        return
    told = reported(record)
    for name, value in fields_of(told).items():
        if value and getattr(article, name, None) in (None, ""):
            setattr(article, name, value)
    article.filled_from = article.activity


def fields_of(told: Reported) -> dict[str, object]:
    """The fields of the article that a record can fill."""
    return {
        "event_date": told.day,
        "event_place": told.place,
        "event_participants": told.participants,
        "station": told.station,
    }


def _everything():
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults


def may_write(context) -> bool:
    """Whether the current user may write articles where `context` lies."""
    section = section_of(context)
    return section is not None and bool(getSecurityManager().checkPermission(ADD_ARTICLE, section))


class Reportable(Held):
    """What an article may report; values are UIDs, labels name the day besides the number."""

    def __init__(self, context) -> None:
        super().__init__(context, list(TYPES), ("activity",))
        self.writes = may_write(context) if self.path is not None else False

    def label(self, brain) -> str:
        """邻里普法〔2026-03-08 ZS-2026-0012〕"""
        title, _, mark = label_of(brain).partition("〔")
        day = brain.record_day
        return f"{title}〔{day.isoformat()} {mark}" if isinstance(day, date) else f"{title}〔{mark}"

    def _find(self, uid):
        if self.path is None or not isinstance(uid, str) or not uid:
            return None
        if self._is_kept(uid):
            return next(iter(_everything()(**self._query(UID=uid))), None)
        return next(self._search(UID=uid), None)

    def _search(self, **query) -> Iterator:
        """What the user sees, and what whoever writes here may name; each once, newest first."""
        query |= {"sort_on": "record_day", "sort_order": "reverse"}
        # The catalog takes a limit for a hint.
        most = query.get("sort_limit")
        found = {brain.UID: brain for brain in self.catalog(**self._query(**query))[:most]}
        if self.writes:
            open_ones = {"portal_type": "ServiceRecord", "record_kind": PUBLIC_KINDS}, {"portal_type": "GroupWork"}
            for one in open_ones:
                brains = _everything()(**{**self._query(**query), **one, "review_state": HANDED_IN})[:most]
                found |= {brain.UID: brain for brain in brains}
        return iter(sorted(found.values(), key=lambda brain: brain.record_day or date.min, reverse=True))

    def __iter__(self) -> Iterator:
        for brain in self._search() if self.path else ():
            yield SimpleTerm(brain.UID, brain.UID, self.label(brain))

    def __len__(self) -> int:
        return sum(1 for _ in self._search()) if self.path else 0

    def recent(self) -> list[str]:
        """Labels of the newest, for the picker."""
        found = self._search(sort_limit=OFFERED) if self.path else ()
        return [self.label(brain) for _, brain in zip(range(OFFERED), found, strict=False)]

    def _titled(self, words: str) -> Iterator:
        return self._search(Title=f'"{words}"')


@provider(IVocabularyFactory)
def reportable(context) -> Reportable:
    """For the field `activity`."""
    return Reportable(context)
