"""What happens to a client in the course of the service, also when the file is verified and nobody may edit it."""

from AccessControl import getSecurityManager
from datetime import date
from yidang import clock
from yidang.archive.closing import refuse_when_sealed
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.permissions import VIEW_CLIENT_IDENTITY
from yidang.privacy.vocabularies import CLIENT_TIERS
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


VIEW = "View"


def may_follow(client) -> bool:
    """Those in charge of the client: whoever may read the file and the name in it."""
    user = getSecurityManager()
    return bool(user.checkPermission(VIEW, client) and user.checkPermission(VIEW_CLIENT_IDENTITY, client))


def change_course(client, tier: str, since: date | None, ended: date | None = None) -> None:
    """Another tier from a day on, or the end of the service. The past keeps its tiers; the file stays as verified."""
    if not may_follow(client):
        raise NotAllowed("您不负责这位服务对象，不能变更。")
    refuse_when_sealed(client)
    wrong = list(_wrong(client, tier, since, ended))
    if wrong:
        raise Refused("".join(one.message for one in wrong), wrong)
    client.tier, client.tier_since, client.ended = tier, since, ended
    notify(ObjectModifiedEvent(client))


def _wrong(client, tier: str, since: date | None, ended: date | None):
    """Everything that is wrong with the change."""
    if tier not in dict(CLIENT_TIERS):
        yield FieldError("tier", "请选择关注程度。")
    if since is None and tier != client.tier:
        yield FieldError("since", "请填写自哪天起。")
    for name, day in (("since", since), ("ended", ended)):
        if day is not None and day > clock.today():
            yield FieldError(name, "日期不能晚于今天。")
        elif day is not None and client.recorded_on and day < client.recorded_on:
            yield FieldError(name, f"日期早于建档日期 {client.recorded_on}。")
