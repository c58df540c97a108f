"""The kept versions of an article: every save keeps one (CMFEditions), every step says which one it was about.

Nothing of our own is kept: a version carries its moment, a step of the workflow carries its own, so the version of a
step is the last one saved before it.
"""

from collections.abc import Sequence
from plone import api
from Products.CMFEditions.interfaces.IArchivist import ArchivistError
from typing import NamedTuple
from yidang import clock
from yidang.archive.record import history_of
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.publicity.reviewing.passages import facts_of
from yidang.publicity.reviewing.passages import Passage
from yidang.publicity.reviewing.passages import passages_of

import datetime


SENT_BACK = ("return", "withdraw", "expire")
# What readers of the list are told of a version.
TOLD = {"submit": "送审", "return": "退回", "approve": "通过", "withdraw": "撤下", "expire": "撤下"}


class NoVersion(Refused):
    """No such version is kept."""

    status = 404


class Version(NamedTuple):
    """One saved version; `marks` are the steps that were taken with it (`送审`, `退回`)."""

    number: int
    person: str
    moment: datetime.datetime
    marks: tuple[str, ...] = ()


def versions_of(article) -> list[Version]:
    """All of them, the oldest first; Unauthorized for who may not look at old versions."""
    found = [Version(number, person, moment) for number, person, moment in _saved(article)]
    for step in history_of(article):
        word = TOLD.get(step["action"])
        number = _at(found, clock.moment_of(step["time"])) if word else None
        if number is not None:
            found[number] = found[number]._replace(marks=(*found[number].marks, word))
    return found


def _saved(article) -> list[tuple[int, str, datetime.datetime]]:
    history = api.portal.get_tool("portal_repository").getHistoryMetadata(article)
    found = []
    for place in range(history.getLength(countPurged=False) if history else 0):
        data = history.retrieve(place, countPurged=False)["metadata"]["sys_metadata"]
        number = history.getVersionId(place, countPurged=False)
        moment = datetime.datetime.fromtimestamp(data["timestamp"], clock.BEIJING)
        found.append((number, data["principal"], moment))
    return found


def _at(versions: Sequence[Version], moment: datetime.datetime) -> int | None:
    """The place of the version that was the newest at a moment."""
    return max((place for place, one in enumerate(versions) if one.moment <= moment), default=None)


def sent_back(article, versions: Sequence[Version]) -> Version | None:
    """The version that was last returned or withdrawn; None when that never happened."""
    steps = [step for step in history_of(article) if step["action"] in SENT_BACK]
    place = _at(versions, clock.moment_of(steps[-1]["time"])) if steps else None
    return versions[place] if place is not None else None


def passages_at(article, number: int | None, field: str = "from") -> list[Passage]:
    """The passages of a version, of the present text for None; `NoVersion` at `field` for one that is not kept."""
    shown = article if number is None else _version(article, number, field)
    return [*facts_of(shown), *passages_of(shown)]


def _version(article, number: int, field: str):
    try:
        return api.portal.get_tool("portal_repository").retrieve(article, number).object
    except ArchivistError:
        message = f"没有第 {number + 1} 版，请从列表中选择。"
        raise NoVersion(message, [FieldError(field, message)]) from None
