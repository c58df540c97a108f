"""Somebody answers for a finding: it blocks no longer, and the answer stays with the article for the reviewers."""

from AccessControl import getSecurityManager
from plone import api
from yidang import clock
from yidang.archive.actions import open_steps
from yidang.archive.closing import refuse_when_sealed
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.publicity.copies import note_copy
from yidang.publicity.proofs import findings_of


LONGEST = 200
NEED_REASON = "请写明为什么可以这样写，例如“单位公开电话”。"


def may_answer(article) -> bool:
    """Those who may change it now, those whose review it awaits, and those who may publish it before its moment."""
    may_edit = getSecurityManager().checkPermission("Modify portal content", article)
    return bool(may_edit or {"approve", "release"} & set(open_steps(article)))


def answer(article, key: str, reason: str) -> None:
    """Answer for one finding with a reason; an ID number cannot be answered for."""
    refuse_when_sealed(article)
    if not may_answer(article):
        raise NotAllowed("您不能确认这篇稿件的校对结果。")
    reason = (reason or "").strip()
    if not reason or len(reason) > LONGEST:
        message = NEED_REASON if not reason else f"原因请不要超过 {LONGEST} 字。"
        raise Refused(message, [FieldError("reason", message)])
    found = next((one for one in findings_of(article) if one.key == key), None)
    if found is None:
        raise Refused("这条校对结果已经不在了，请刷新页面。")
    if not found.clearable:
        raise Refused(f"{found.message}不能确认放行，请从稿件中删除。")
    said = dict(getattr(article.aq_base, "answered", {}))
    said[key] = (api.user.get_current().getId(), reason, clock.today().isoformat())
    article.answered = said
    note_copy(article)
