"""The registry of outlets as it is now, and changing it: leads and administrators do (docs/roles.md)."""

from AccessControl import getSecurityManager
from functools import lru_cache
from plone import api
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.indicators.engine.labels import LABELS
from yidang.permissions import MANAGE_TEAM
from yidang.publicity.outlets import Outlet
from yidang.publicity.outlets import OutletBook
from yidang.publicity.outlets import read
from yidang.publicity.outlets import written


RECORD = "yidang.outlets"
SCRIPT = "++resource++yidang.publicity/outlets.js"


def book() -> OutletBook:
    """The outlets, read once until somebody changes them."""
    return _book(tuple(api.portal.get_registry_record(RECORD, default=()) or ()))


@lru_cache(maxsize=4)
def _book(lines: tuple[str, ...]) -> OutletBook:
    return OutletBook(read(lines))


def suggestions() -> list[dict[str, str]]:
    """The outlets as a list of suggestions needs them: what each fills, and by which names and hosts it is known."""
    return [
        {
            "name": one.name,
            "channel": one.channel,
            "level": one.level,
            "aliases": "|".join(one.aliases),
            "hosts": " ".join(one.hosts),
            "words": "，".join(filter(None, (_word("channels", one.channel), _word("levels", one.level)))),
        }
        for one in book().outlets
    ]


def _word(field: str, term: str) -> str:
    return LABELS.value(field, term) if term else ""


def enter(contract, outlet: Outlet, replaced: str = "") -> None:
    """Enter an outlet, or write one anew; `Refused` names everything that is wrong with it."""
    _check(contract)
    known = book()
    if replaced and all(one.name != replaced for one in known.outlets):
        raise Refused(f"媒体名录中没有“{replaced}”，可能已被别人改名，请重新打开名录。")
    wrong = known.problems(outlet, replaced)
    if wrong:
        raise Refused("".join(sentence for _, sentence in wrong), [FieldError(*one) for one in wrong])
    _keep([*(one for one in known.outlets if one.name != replaced), outlet])


def strike(contract, name: str) -> None:
    """Take an outlet out; placements that name it stay as they are."""
    _check(contract)
    kept = [one for one in book().outlets if one.name != name]
    if len(kept) == len(book().outlets):
        raise Refused(f"媒体名录中没有“{name}”。")
    _keep(kept)


def _check(contract) -> None:
    if not getSecurityManager().checkPermission(MANAGE_TEAM, contract):
        raise NotAllowed("您不能修改媒体名录，请找项目主管或管理员。")


def _keep(outlets) -> None:
    lines = sorted(written(one) for one in outlets)
    api.portal.set_registry_record(RECORD, lines)
