"""The verbs: give out a link, take it back, decide with it."""

from datetime import datetime
from plone import api
from yidang import clock
from yidang.archive.actions import fire
from yidang.archive.record import state_of
from yidang.errors import Conflict
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.pages.names import Names
from yidang.people.acting import acting_as
from yidang.publicity.guest_review.acting import guest_user
from yidang.publicity.guest_review.checks import check_guest
from yidang.publicity.guest_review.checks import check_maker
from yidang.publicity.guest_review.checks import may_invite
from yidang.publicity.guest_review.checks import NOT_OPEN
from yidang.publicity.guest_review.links import found_by
from yidang.publicity.guest_review.links import Guest
from yidang.publicity.guest_review.links import GuestLink
from yidang.publicity.guest_review.links import keep
from yidang.publicity.guest_review.links import links_of
from yidang.publicity.guest_review.links import new_secret
from yidang.publicity.guest_review.settings import lasting
from yidang.publicity.guest_review.standing import OPEN
from yidang.publicity.guest_review.standing import open_link
from yidang.publicity.guest_review.standing import SENTENCES
from yidang.publicity.guest_review.standing import standing


DECISIONS = {"approve": "通过", "return": "退回"}
LONGEST = 1000
NEED_REASON = "退回请写明原因，作者据此修改。"
NEED_DECISION = "请选择通过或退回。"
UNKNOWN = "没有这个审签链接。可能是复制时漏了几个字，请完整打开收到的链接，或联系发链接的人。"


class NoLink(Refused):
    """No such secret."""

    status = 404


class Gone(Refused):
    """There was a link, and it does nothing any more."""

    status = 410


def invite(article, guest: Guest, hours: int, now: datetime | None = None) -> tuple[GuestLink, str]:
    """Make a link for the step at which the article stands; the link, and the secret of its address, told only now."""
    now = now or clock.now()
    check_maker(article)
    check_guest(article, guest, hours)
    other = open_link(article, now)
    if other is not None:
        raise Conflict(f"这一级已有一个没用过的链接，是发给{other.guest.actor}的。请先收回，再发新的。")
    token, digest = new_secret()
    maker = api.user.get_current().getId()
    link = GuestLink(article, state_of(article), guest, digest, maker, now, lasting(hours))
    keep(article, link)
    return link, token


def revoke(article, id_: str, now: datetime | None = None) -> GuestLink:
    """Take a link back: by whoever may give one out now, or by its maker at any time."""
    now = now or clock.now()
    link = next((one for one in links_of(article) if one.id == id_), None)
    if link is None:
        raise Refused("没有这个链接，请刷新页面。")
    user = api.user.get_current().getId()
    if user != link.maker and not may_invite(article):
        raise NotAllowed(NOT_OPEN)
    state = standing(link, article, now)
    if state != OPEN:
        raise Refused(SENTENCES[state])
    link.revoked, link.revoked_by = int(now.timestamp()), user
    return link


def opened(token: str, now: datetime) -> tuple[object, GuestLink]:
    """The article and the link of a secret that can still be used; `NoLink` or `Gone` otherwise."""
    found = found_by(token)
    if found is None:
        raise NoLink(UNKNOWN)
    article, link = found
    state = standing(link, article, now)
    if state != OPEN:
        raise Gone(SENTENCES[state])
    return found


def decide(token: str, decision: str, reason: str, now: datetime | None = None) -> tuple[object, GuestLink]:
    """Take the step in the guest's name, once. All that holds for a reviewer with an account holds here."""
    now = now or clock.now()
    article, link = opened(token, now)
    reason = (reason or "").strip()
    _check_words(decision, reason)
    told = f"{reason}\n" if reason else ""
    comment = f"{told}（用审签链接办理，链接由{Names().person(link.maker)}发出）"
    with acting_as(guest_user(link)):
        fire(article, decision, comment)
    link.used, link.decision, link.reason = int(now.timestamp()), decision, reason
    return article, link


def _check_words(decision: str, reason: str) -> None:
    message, field = "", "reason"
    if decision not in DECISIONS:
        message, field = NEED_DECISION, "decision"
    elif decision == "return" and not reason:
        message = NEED_REASON
    elif len(reason) > LONGEST:
        message = f"意见请不要超过 {LONGEST} 字，现有 {len(reason)} 字。"
    if message:
        raise Refused(message, [FieldError(field, message)])
