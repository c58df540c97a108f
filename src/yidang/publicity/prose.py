"""The text of an article without its tags."""

from html import unescape

import re


TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
INLINE = re.compile(r"</?(?:a|b|strong|em|i|u|s|sub|sup|span|code)(?:\s[^<>]*)?>", re.IGNORECASE)
UNSEEN = re.compile("[\u200b\ufeff]")
SIGNS = (
    r"\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003ffff"
)
WORD = re.compile(rf"[{SIGNS}]|[^\s{SIGNS}]+")
BLANK = re.compile(r"[\s\u200b\ufeff]+")


def plain(text) -> str:
    """The words of a rich text, blanks folded; "" for none."""
    raw = getattr(text, "raw", None) or ""
    return BLANK.sub(" ", unescape(TAG.sub(" ", raw))).strip()


def words(raw: str) -> int:
    """How many words a word processor for Chinese (WPS) counts in html: each Chinese sign is one, each run of letters
    and digits is one, blanks are none; `static/count.js` counts the same while somebody writes."""
    text = unescape(TAG.sub(" ", INLINE.sub("", raw)))
    return len(WORD.findall(UNSEEN.sub("", text)))
