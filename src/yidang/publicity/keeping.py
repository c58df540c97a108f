"""The verbs around captures: keep one, take a wrong one out again while nothing counts yet, note a dead link."""

from AccessControl import getSecurityManager
from plone import api
from plone.namedfile.file import NamedBlobFile
from yidang import clock
from yidang.archive.closing import refuse_when_sealed
from yidang.archive.place import section_of
from yidang.errors import Conflict
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Protected
from yidang.errors import Refused
from yidang.permissions import RECORD_PLACEMENT
from yidang.publicity.capture_files import check_capture
from yidang.publicity.capture_files import FIELD
from yidang.publicity.capture_files import TYPES
from yidang.publicity.captures import Capture
from yidang.publicity.captures import capture_of
from yidang.publicity.captures import CAPTURES
from yidang.publicity.captures import DEAD_LINKS
from yidang.publicity.captures import DeadLink
from yidang.publicity.captures import shelf
from yidang.publicity.placements import key_of
from yidang.publicity.placements import rows_of
from yidang.publicity.placements import words_of
from z3c.caching.purge import Purge
from zope.event import notify


INDEX = "placement_marks"
STAYS = "稿件发布后，留存的文件是计数的凭据，不能删除或更换；可以再补传一份。"
LONGEST_NOTE = 200


def keep(article, placement: str, data: bytes, filename: str = "") -> Capture:
    """Keep a file for the placement with this key; raises `Refused`."""
    row = _row(article, placement)
    kind = check_capture(data)
    file = NamedBlobFile(data=data, contentType=TYPES[kind], filename=filename[-200:] or f"capture.{kind}")
    capture = Capture(placement, words_of(row), file, clock.now(), api.user.get_current().getId())
    if capture_of(article, capture.id) is not None:
        raise Conflict("这份文件已经留存过了。", [FieldError(FIELD, "这份文件已经留存过了。")])
    shelf(section_of(article), CAPTURES, make=True)[article.UID(), capture.id] = capture
    article.reindexObject(idxs=[INDEX])
    return capture


def take_out(article, id_: str) -> None:
    """Take a wrong file out again; never once the article was published (it counts by then)."""
    _check(article)
    if article.published_on:
        raise Protected(STAYS)
    if capture_of(article, id_) is None:
        raise Refused("没有这份留存文件，可能已被删除。")
    del shelf(section_of(article), CAPTURES)[article.UID(), id_]
    article.reindexObject(idxs=[INDEX])


def note_dead_link(article, placement: str, note: str) -> None:
    """Note that an address leads nowhere any more; an empty note says that it works again."""
    row = _row(article, placement)
    note = " ".join((note or "").split())
    if not row.get("url"):
        raise Refused("这条刊发没有网址。")
    if len(note) > LONGEST_NOTE:
        raise Refused(f"说明最多 {LONGEST_NOTE} 个字符。", [FieldError("note", f"说明最多 {LONGEST_NOTE} 个字符。")])
    held, key = shelf(section_of(article), DEAD_LINKS, make=True), (article.UID(), placement)
    if note:
        held[key] = DeadLink(note, clock.today(), api.user.get_current().getId())
    else:
        held.pop(key, None)
    article.reindexObject(idxs=[INDEX])
    # The public page shows the placement with or without its link, and nothing else says that it has changed.
    notify(Purge(article))


def _row(article, placement: str) -> dict:
    _check(article)
    found = next((row for row in rows_of(article) if key_of(row) == placement), None)
    if found is None:
        raise Refused("这条刊发记录已被修改，请重新打开页面再传。")
    return found


def _check(article) -> None:
    if not getSecurityManager().checkPermission(RECORD_PLACEMENT, article):
        raise NotAllowed("您不能为这篇稿件登记刊发和留存。")
    refuse_when_sealed(article)
