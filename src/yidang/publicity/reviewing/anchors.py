"""Where a remark belongs: the quoted words, some words around them and the paragraph; found again in an edited text.

Pure. The words lead first, for paragraphs move; among several places the one with the same neighbours wins, then the
nearest. Where the words are gone the remark says so, and points to the paragraph that is most alike.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from yidang.publicity.reviewing.passages import folded
from yidang.publicity.reviewing.passages import Passage


AROUND = 20
LONGEST_QUOTE = 300
ALIKE = 0.5
# A paragraph is told apart from the others by its beginning; more would only be kept twice.
BEGINNING = 400


class Anchor(NamedTuple):
    """`key` of the passage when it was written, the beginning of it, the quoted words ("" for the whole passage), and
    up to twenty characters on either side."""

    key: str
    label: str
    passage: str
    quote: str
    before: str
    after: str


class Place(NamedTuple):
    """Where the anchor is now. `changed` when the words are gone: `passage` is then the likeliest place, or None."""

    passage: Passage | None
    changed: bool
    start: int = 0


def anchor_at(passages: Sequence[Passage], key: str, quote: str, before: str = "") -> Anchor | None:
    """An anchor at words of a passage; where `key` names none or another, at the first passage with the words. None
    when there is no such place. `before` tells which of several equal words is meant."""
    quote, before = folded(quote), folded(before)
    named = next((one for one in passages if one.key == key), None)
    holders = [named] if named is not None and quote in named.text else []
    holders += [one for one in passages if quote and quote in one.text]
    if not holders:
        return None
    passage = holders[0]
    start = max(_starts(passage.text, quote), key=lambda at: _common_end(passage.text[:at], before)) if quote else 0
    end = start + len(quote)
    around = (passage.text[max(0, start - AROUND) : start], passage.text[end : end + AROUND]) if quote else ("", "")
    return Anchor(passage.key, passage.label, passage.text[:BEGINNING], quote, *around)


def find(anchor: Anchor, passages: Sequence[Passage]) -> Place:
    """Where it is in the passages of now."""
    if not anchor.quote:
        return _find_whole(anchor, passages)
    found = [(_fit(anchor, one, start), one, start) for one in passages for start in _starts(one.text, anchor.quote)]
    if found:
        _, passage, start = max(found, key=lambda one: one[0])
        return Place(passage, False, start)
    return Place(_likest(anchor, passages), True)


def _find_whole(anchor: Anchor, passages: Sequence[Passage]) -> Place:
    same = [one for one in passages if one.text[:BEGINNING] == anchor.passage]
    if same:
        return Place(min(same, key=lambda one: _distance(anchor, one)), False)
    return Place(_likest(anchor, passages), True)


def _starts(text: str, quote: str) -> list[int]:
    starts, at = [], text.find(quote)
    while at >= 0:
        starts.append(at)
        at = text.find(quote, at + 1)
    return starts


def _fit(anchor: Anchor, passage: Passage, start: int) -> tuple[bool, int, int]:
    """How well one place fits: the same field, the same neighbours, near to where it was."""
    end = start + len(anchor.quote)
    same = _common_end(passage.text[:start], anchor.before) + _common_end(passage.text[end:][::-1], anchor.after[::-1])
    return passage.field == anchor.key.partition("-")[0], same, -_distance(anchor, passage)


def _common_end(text: str, ending: str) -> int:
    """How many characters the ends of both share."""
    number = 0
    while number < min(len(text), len(ending)) and text[-1 - number] == ending[-1 - number]:
        number += 1
    return number


def _distance(anchor: Anchor, passage: Passage) -> int:
    return abs(passage.number - int(anchor.key.partition("-")[2] or 0))


def _likest(anchor: Anchor, passages: Sequence[Passage]) -> Passage | None:
    """The passage of the same field that is most like the one that was meant."""
    field = anchor.key.partition("-")[0]
    ratios = [
        (SequenceMatcher(None, anchor.passage, one.text[:BEGINNING], autojunk=False).ratio(), one)
        for one in passages
        if one.field == field
    ]
    ratio, passage = max(ratios, key=lambda one: one[0], default=(0.0, None))
    return passage if ratio >= ALIKE else None
