"""Whether a link can still be used, and if not, why."""

from datetime import datetime
from yidang.archive.record import state_of
from yidang.publicity.guest_review.links import GuestLink
from yidang.publicity.guest_review.links import links_of
from yidang.publicity.guest_review.versions import round_of
from yidang.publicity.guest_review.versions import version_of


OPEN = "open"
WORDS = {
    OPEN: "等待审签",
    "used": "已办理",
    "revoked": "已收回",
    "expired": "已过期",
    "over": "已失效",
    "changed": "已失效（稿件改过）",
}
ASK = "如仍需审签，请联系发链接的人重新发送。"
SENTENCES = {
    "used": "这个链接已经用过。每个链接只能办理一次。",
    "revoked": f"发链接的人已收回这个链接。{ASK}",
    "expired": f"这个链接已过有效期。{ASK}",
    "over": "这一级审核已经结束：稿件已由他人审核，或已退回、撤下，不需要再审签。",
    "changed": f"稿件在发出链接之后改过，不能按旧稿审签。{ASK}",
}


def standing(link: GuestLink, article, now: datetime) -> str:
    """`open`, `used`, `revoked`, `expired`, `over` (the step is not open any more), or `changed` (the text is)."""
    if link.used is not None:
        return "used"
    if link.revoked is not None:
        return "revoked"
    if now.timestamp() >= link.expires:
        return "expired"
    if state_of(article) != link.step or round_of(article) != link.round:
        return "over"
    return OPEN if version_of(article) == link.version else "changed"


def open_link(article, now: datetime) -> GuestLink | None:
    """The link that is open for the step at which the article stands."""
    return next((link for link in links_of(article) if standing(link, article, now) == OPEN), None)
