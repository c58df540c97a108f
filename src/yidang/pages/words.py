"""From what somebody typed to a query that the catalog cannot stumble over, and back to the words to highlight."""

from functools import lru_cache
from markupsafe import escape
from markupsafe import Markup

import re
import unicodedata


LONGEST = 100
MOST_WORDS = 10
_WORD = re.compile(r"\w+")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def words_of(text: str) -> list[str]:
    """The words of a query: letters, digits and Chinese characters; signs and operators have no meaning."""
    text = unicodedata.normalize("NFKC", text)[:LONGEST]
    return list(dict.fromkeys(_WORD.findall(text.replace("_", " "))))[:MOST_WORDS]


def query_of(words: list[str]) -> str:
    """All of the words, for a ZCTextIndex: Chinese as a phrase, Latin and single characters by their beginning."""
    return " AND ".join(_term(word) for word in words)


def _term(word: str) -> str:
    if _CHINESE.search(word) and len(word) > 1:
        return f'"{word}"'
    return f"{word}*" if word.casefold() not in {"and", "or", "not"} else f'"{word}"'


def _pattern(words: list[str]) -> re.Pattern[str]:
    return _pattern_of(tuple(words))


@lru_cache(maxsize=64)
def _pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)


def holds(text: str, words: list[str]) -> bool:
    """Whether any of the words stands in a text."""
    return bool(words) and _pattern(words).search(unicodedata.normalize("NFKC", text)) is not None


def excerpt(text: str, words: list[str], around: int = 45) -> str:
    """The part of a text where the words first stand, with what is around them; "" where none does."""
    found = _pattern(words).search(text) if words else None
    if found is None:
        return ""
    first, last = max(0, found.start() - around), min(len(text), found.end() + 2 * around)
    return f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text) else ''}"


def highlight(text: str, words: list[str]) -> Markup:
    """`text` as HTML with every word in <mark>."""
    if not words:
        return escape(text)
    parts, at = "", 0
    for found in _pattern(words).finditer(text):
        parts += f"{escape(text[at : found.start()])}<mark>{escape(found.group())}</mark>"
        at = found.end()
    return Markup(f"{parts}{escape(text[at:])}")
