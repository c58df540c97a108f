"""The text of an article without its tags."""

from html import unescape

import re


TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.DOTALL | re.IGNORECASE)
BLANK = re.compile(r"[\s\u200b\ufeff]+")


def plain(text) -> str:
    """The words of a rich text, blanks folded; "" for none."""
    raw = getattr(text, "raw", None) or ""
    return BLANK.sub(" ", unescape(TAG.sub(" ", raw))).strip()


def length(text) -> int:
    """How many characters a reader would count: blanks do not."""
    return len(plain(text).replace(" ", ""))
