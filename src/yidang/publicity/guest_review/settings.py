"""How long a link lasts unless its maker says otherwise."""

from datetime import timedelta
from plone import api
from yidang import _
from zope import schema
from zope.interface import Interface


PREFIX = "yidang.guest_review"
MOST_HOURS, USUAL_HOURS = 168, 72


class IGuestReviewSettings(Interface):
    """Registry records `yidang.guest_review.*`."""

    hours = schema.Int(
        title=_("审签链接的有效期（小时）"),
        description=_("制作链接时可以另选，最长 168 小时（7 天）"),
        min=1,
        max=MOST_HOURS,
        default=USUAL_HOURS,
    )


def usual_hours() -> int:
    """The setting."""
    return api.portal.get_registry_record(f"{PREFIX}.hours", default=None) or USUAL_HOURS


def lasting(hours: int) -> timedelta:
    """So many hours."""
    return timedelta(hours=hours)
