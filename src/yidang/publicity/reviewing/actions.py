"""The verbs of review beside the steps: remark, answer, settle, open again; take an article in hand, put it down.

All of them look at the person first, change one list of the section, and refuse in Chinese.
"""

from AccessControl import getSecurityManager
from plone import api
from typing import Any
from yidang import clock
from yidang.archive.actions import open_steps
from yidang.archive.closing import refuse_when_sealed
from yidang.archive.record import state_of
from yidang.errors import Conflict
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.pages.names import Names
from yidang.permissions import READ_REMARKS
from yidang.permissions import REMARK
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.reviewing import holding
from yidang.publicity.reviewing.anchors import anchor_at
from yidang.publicity.reviewing.anchors import LONGEST_QUOTE
from yidang.publicity.reviewing.passages import folded
from yidang.publicity.reviewing.passages import passages_of
from yidang.publicity.reviewing.remarks import keep
from yidang.publicity.reviewing.remarks import Remark
from yidang.publicity.reviewing.remarks import remark_of
from yidang.publicity.reviewing.remarks import remarks_of
from yidang.publicity.reviewing.remarks import Said

import datetime
import secrets
import unicodedata


LONGEST = 1000
MOST = 300
NEED_TEXT = "请写批注的内容。"


def may_read_remarks(article) -> bool:
    """Whether this person sees the remarks: who sees the article under review, and sees it now."""
    may = getSecurityManager().checkPermission
    return bool(may("View", article) and may(READ_REMARKS, article))


def may_remark(article) -> bool:
    """Whether this person may write one."""
    return bool(may_read_remarks(article) and getSecurityManager().checkPermission(REMARK, article))


def remark(
    article, place: str, quote: str, text: str, before: str = "", now: datetime.datetime | None = None
) -> Remark:
    """Make a remark at words of a passage (`text-3`, `title`, …; "" looks for the words), or at the whole passage."""
    _check(article)
    text = _words(text, "text", NEED_TEXT)
    if len(remarks_of(article)) >= MOST:
        raise Refused(f"一篇稿件最多 {MOST} 条批注，请先处理已有的。")
    quote = folded(quote)
    if len(quote) > LONGEST_QUOTE:
        message = f"引用的原文请不要超过 {LONGEST_QUOTE} 字，可以只选开头的几个字。"
        raise Refused(message, [FieldError("quote", message)])
    anchor = anchor_at(passages_of(article), place, quote, before)
    if anchor is None:
        message = "稿件中找不到这几个字，请从原文中选取。" if quote else "请选择批注写在哪一段。"
        raise Refused(message, [FieldError("quote" if quote else "place", message)])
    made = Remark(secrets.token_hex(6), anchor, text, _me(), now or clock.now(), state_of(article))
    keep(article, made)
    return made


def answer(article, id_: str, text: str, now: datetime.datetime | None = None) -> Remark:
    """Answer a remark that is open."""
    _check(article)
    found = _open(article, id_)
    said = Said(_me(), (now or clock.now()).timestamp(), _words(text, "answer", "请写回复的内容。"))
    if len(found.answers) >= MOST:
        raise Refused("这条批注的回复太多，请另写一条批注。")
    found.add_answer(said)
    return found


def settle(article, id_: str, now: datetime.datetime | None = None) -> Remark:
    """Say that a remark is done with."""
    _check(article)
    found = _open(article, id_)
    found.settle(Said(_me(), (now or clock.now()).timestamp(), ""))
    return found


def reopen(article, id_: str) -> Remark:
    """Say that it is not."""
    _check(article)
    found = _found(article, id_)
    if found.settled is None:
        raise Conflict("这条批注本来就没有解决。")
    found.settle(None)
    return found


def take_in_hand(article, now: datetime.datetime | None = None) -> holding.Holder:
    """“我正在审”: for whoever may take the step now. Again by the same person: the time begins anew."""
    now, me = now or clock.now(), _me()
    problem = reviewer_problem(article, me) if "approve" in open_steps(article) else "这篇稿件现在不由您审核。"
    if problem:
        raise NotAllowed(problem)
    held = holding.holder_of(article)
    if held is not None and held.person != me and not held.is_over(now):
        raise Conflict(f"{held.words(Names().person(held.person), now)}，30 分钟后可以接手。您仍可以阅读和批注。")
    holding.set_holder(article, me, now)
    return holding.Holder(me, now)


def put_down(article) -> None:
    """Not any more; only one's own mark is taken away."""
    held = holding.holder_of(article)
    if held is None or held.person != _me():
        raise Conflict("您没有标记“我正在审”。")
    holding.release(article)


def _me() -> str:
    return api.user.get_current().getId() or ""


def _check(article) -> None:
    if not may_remark(article):
        raise NotAllowed("您不能批注这篇稿件。")
    refuse_when_sealed(article)


def _words(text: Any, field: str, need: str) -> str:
    """What was written, without characters that nobody sees; raises `Refused` at the field."""
    text = text if isinstance(text, str) else ""
    text = "".join(one for one in text.replace("\r\n", "\n") if one == "\n" or unicodedata.category(one)[0] != "C")
    text = text.strip()
    message = need if not text else f"请不要超过 {LONGEST} 字。" if len(text) > LONGEST else ""
    if message:
        raise Refused(message, [FieldError(field, message)])
    return text


def _found(article, id_: str) -> Remark:
    found = remark_of(article, id_)
    if found is None:
        raise Refused("没有这条批注，请刷新页面。")
    return found


def _open(article, id_: str) -> Remark:
    found = _found(article, id_)
    if found.settled is not None:
        raise Conflict("这条批注已经解决；要继续讨论，请先重新打开。")
    return found
