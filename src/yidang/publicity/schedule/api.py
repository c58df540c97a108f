"""`<article>/@schedule`: the moments of an article (GET), and choosing others (POST)."""

from AccessControl import getSecurityManager
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from yidang.archive.record import state_of
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.publicity.schedule.actions import schedule
from yidang.publicity.schedule.checks import may_schedule
from yidang.publicity.schedule.moments import typed_moment
from yidang.publicity.schedule.plan import held_of
from yidang.publicity.schedule.plan import Plan
from yidang.publicity.schedule.plan import plan_of
from zExceptions import Unauthorized
from zope.interface import alsoProvides


def as_data(article) -> dict[str, Any]:
    """The answer of both services."""
    plan = plan_of(article)
    return {
        "@id": f"{article.absolute_url()}/@schedule",
        "review_state": state_of(article),
        **{name: moment.isoformat() if moment else None for name, moment in plan._asdict().items()},
        "held_back": held_of(article) or None,
        "may_change": may_schedule(article),
    }


def plan_in(body: Any, before: Plan) -> Plan:
    """The moments that a request names; what it leaves out stays, null is none."""
    unknown = sorted(set(body) - set(Plan._fields)) if isinstance(body, dict) else []
    if not isinstance(body, dict) or unknown or not body:
        message = f"不认识 {'、'.join(unknown)}。" if unknown else "请写明 publish_at 或 expire_at。"
        raise Refused(message, [FieldError(name, "没有这个字段。") for name in unknown])
    found = before._asdict()
    for name, value in body.items():
        if value is not None and not isinstance(value, str):
            message = "时间须是文字，例如 2026-11-27T09:00；不定时写 null。"
            raise Refused(message, [FieldError(name, message)])
        found[name] = typed_moment(value or "", name)
    return Plan(**found)


class GetSchedule(Service):
    """For the people of the contract who see the article."""

    def reply(self) -> dict[str, Any]:
        """Both moments."""
        see(self.context)
        return as_data(self.context)


class PostSchedule(Service):
    """Translate the request into the verb."""

    def reply(self) -> dict[str, Any]:
        """Both moments as they are now."""
        # As with every service: who asks says so in a header or by a token, which no other site can send.
        alsoProvides(self.request, IDisableCSRFProtection)
        see(self.context)
        schedule(self.context, plan_in(json_body(self.request), plan_of(self.context)))
        return as_data(self.context)


def see(article) -> None:
    """The scoreboard's permission is that of the whole team; a draft is not seen by all of them."""
    if not getSecurityManager().checkPermission("View", article):
        raise Unauthorized("View")
