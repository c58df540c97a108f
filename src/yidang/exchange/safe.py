"""Texts that may stand in a file: no formulas, no control characters; titles for Excel, names for every system."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

import re


# What a spreadsheet takes for the beginning of a formula; the full-width signs too, on a Chinese system (CWE-1236).
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
# Characters that XML 1.0 does not allow, halves of surrogate pairs among them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\\t\n\r]")
NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\t\n\r]')
RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)", re.IGNORECASE)
TITLE_LENGTH, NAME_LENGTH = 31, 100


def clean(text: str) -> str:
    """The text without control characters; line ends are plain."""
    return CONTROL.sub("", text.replace("\r\n", "\n"))


def is_dangerous(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula."""
    return text.startswith(DANGEROUS)


def guarded(text: str) -> str:
    """The text with an apostrophe before what may be taken for a formula, for files that know no types."""
    return f"'{text}" if is_dangerous(text) else text


class Titles:
    """Titles of sheets: without the signs that Excel refuses, at most 31 characters, none twice, none empty."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """The title that the next sheet gets."""
        title = NOT_IN_TITLES.sub(" ", clean(wanted))
        title = " ".join(title.split()).strip("' ")[:TITLE_LENGTH].rstrip("' ") or "表"
        # Excel keeps this one for itself.
        title = "历史" if title.casefold() == "history" else title
        found = next(one for one in _variants(title) if one.casefold() not in self._taken)
        self._taken.add(found.casefold())
        return found


def _variants(title: str) -> Iterator[str]:
    """`个案`, `个案（2）`, …, each short enough."""
    yield title
    for number in range(2, 10_000):
        mark = f"（{number}）"
        yield title[: TITLE_LENGTH - len(mark)] + mark


def file_name(*parts: str, day: date) -> str:
    """`ZSWQ2024-指标进度-2024-05-31`, without extension; good on every system."""
    words = "-".join(word for part in parts if (word := _word(part)))[:NAME_LENGTH].strip(". ") or "导出"
    words = f"_{words}" if RESERVED.match(words) else words
    return f"{words}-{day.isoformat()}"


def _word(part: str) -> str:
    return " ".join(NOT_IN_NAMES.sub(" ", clean(part)).split()).strip(". ")


def disposition(name: str) -> str:
    """The header for a download (RFC 6266): the name as it is, and one in ASCII for what cannot read that."""
    plain = re.sub("-{2,}", "-", re.sub(r"[^A-Za-z0-9._-]+", "", name)).strip("-.") or "export"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
