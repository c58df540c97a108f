"""Who may give out a link, and to whom."""

from AccessControl import getSecurityManager
from plone import api
from yidang.archive.closing import refuse_when_sealed
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.permissions import INVITE_GUEST
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.guest_review.links import Guest
from yidang.publicity.guest_review.settings import MOST_HOURS

import unicodedata


LONGEST = 30
FORBIDDEN = frozenset("（）()<>&\"'\\/@")
NOT_OPEN = "您不能为这篇稿件发审签链接：稿件在审核中时，由本级审核人或项目主管发。"
OWN = "写过、审过这篇稿件，或已为它的另一级发过链接的人，不能再发审签链接，请由其他人发。"
SAME = "{} 写过或审过这篇稿件，各级须由不同的人审核，请另请一位。"


def may_invite(article) -> bool:
    """Whether role and state allow it."""
    return bool(getSecurityManager().checkPermission(INVITE_GUEST, article))


def check_maker(article) -> None:
    """Whoever holds a link in their hands must be able to review the step themselves, or be a lead who is a stranger to
    the article: a link shall not be the way round the rule of different persons."""
    refuse_when_sealed(article)
    if not may_invite(article):
        raise NotAllowed(NOT_OPEN)
    if reviewer_problem(article, api.user.get_current().getId() or ""):
        raise NotAllowed(OWN)


def check_guest(article, guest: Guest, hours: object) -> None:
    """Every field; then that it is another person."""
    wrong = [_word_problem("name", "姓名", guest.name), _word_problem("post", "职务", guest.post)]
    if isinstance(hours, bool) or not isinstance(hours, int) or not 1 <= hours <= MOST_HOURS:
        wrong.append(FieldError("hours", f"有效期须是 1 到 {MOST_HOURS} 小时。"))
    errors = [one for one in wrong if one is not None]
    if not errors and reviewer_problem(article, guest.actor):
        errors.append(FieldError("name", SAME.format(guest.name)))
    if errors:
        raise Refused("".join(one.message for one in errors), errors)


def _word_problem(field: str, title: str, text: str) -> FieldError | None:
    if not text:
        return FieldError(field, f"请填写{title}。")
    if len(text) > LONGEST:
        return FieldError(field, f"{title}请不要超过 {LONGEST} 字。")
    if FORBIDDEN & set(text) or any(unicodedata.category(one)[0] == "C" for one in text):
        return FieldError(field, f"{title}里不要用括号、引号等符号。")
    return None
