"""Two versions side by side: paragraphs are paired, then compared word by word. Pure.

Chinese is written without blanks, so a word here is one character, a number or a run of letters; short islands of equal
characters between two changes are read as part of the change, for nobody reads half a word.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple
from yidang.publicity.reviewing.passages import Passage

import re


SAME, CHANGED, ADDED, REMOVED, MOVED = "same", "changed", "added", "removed", "moved"
WORDS = {SAME: "未改", CHANGED: "有改动", ADDED: "新增", REMOVED: "删去", MOVED: "移动"}
TOKEN = re.compile(r"[A-Za-z]+|\d+(?:[.,:]\d+)*|.", re.DOTALL)
PAIRED = 0.4
ISLAND = 2
# How many paragraphs ahead one is looked for.
REACH = 20
# Beyond this many words a paragraph is shown as replaced: comparing them would take seconds.
LONGEST = 6_000


class Run(NamedTuple):
    """Some words of one side; `kind` is `same`, `removed` (old side) or `added` (new side)."""

    kind: str
    text: str


class Row(NamedTuple):
    """One pair: what stood there and what stands there now, None where there is nothing."""

    kind: str
    old: Passage | None
    new: Passage | None
    old_runs: tuple[Run, ...] = ()
    new_runs: tuple[Run, ...] = ()

    @property
    def word(self) -> str:
        """What happened, in a word."""
        return WORDS[self.kind]


def compared(old: Sequence[Passage], new: Sequence[Passage]) -> list[Row]:
    """Every passage of both versions in the order of the new one; fields are paired by name, paragraphs by likeness."""
    rows = _fields([one for one in old if not one.number], [one for one in new if not one.number])
    return rows + _moves(_paragraphs([one for one in old if one.number], [one for one in new if one.number]))


def _fields(old: list[Passage], new: list[Passage]) -> list[Row]:
    before, after = {one.key: one for one in old}, {one.key: one for one in new}
    return [_row(before.get(key), after.get(key)) for key in dict.fromkeys([*before, *after])]


def _paragraphs(old: list[Passage], new: list[Passage]) -> list[Row]:
    rows: list[Row] = []
    matcher = SequenceMatcher(None, [_content(one) for one in old], [_content(one) for one in new], autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            rows += map(_row, old[start:end], new[first:last])
        else:
            rows += _pairs(old[start:end], new[first:last])
    return rows


def _content(passage: Passage) -> tuple[str, str]:
    return passage.text, passage.picture


def _pairs(old: list[Passage], new: list[Passage]) -> Iterator[Row]:
    """Pair what is alike, in order; what is left over was removed or added."""
    done = 0
    for passage in new:
        near = range(done, min(len(old), done + REACH))
        likeness, nearest = max(((_alike(old[one], passage), -one) for one in near), default=(0.0, 0))
        if likeness < PAIRED:
            yield _row(None, passage)
            continue
        place = -nearest
        yield from (_row(one, None) for one in old[done:place])
        yield _row(old[place], passage)
        done = place + 1
    yield from (_row(one, None) for one in old[done:])


def _alike(one: Passage, other: Passage) -> float:
    if bool(one.picture) != bool(other.picture):
        return 0.0
    if one.picture and one.picture == other.picture:
        return 1.0
    matcher = SequenceMatcher(None, one.text[:LONGEST], other.text[:LONGEST], autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= PAIRED and matcher.quick_ratio() >= PAIRED else 0.0


def _moves(rows: list[Row]) -> list[Row]:
    """A paragraph that was removed here and added there with the same words has moved."""
    gone = {_content(row.old) for row in rows if row.kind == REMOVED and len(row.old.text) > ISLAND}
    come = {_content(row.new) for row in rows if row.kind == ADDED}
    moved = gone & come
    return [
        row._replace(kind=MOVED) if row.kind in (REMOVED, ADDED) and _content(row.old or row.new) in moved else row
        for row in rows
    ]


def _row(old: Passage | None, new: Passage | None) -> Row:
    if old is None:
        return Row(ADDED, None, new, (), (Run(ADDED, new.text),))
    if new is None:
        return Row(REMOVED, old, None, (Run(REMOVED, old.text),), ())
    if _content(old) == _content(new):
        return Row(SAME, old, new, (Run(SAME, old.text),), (Run(SAME, new.text),))
    return Row(CHANGED, old, new, *words_compared(old.text, new.text))


def words_compared(old: str, new: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both sides in runs."""
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    if max(len(before), len(after)) > LONGEST:
        return (Run(REMOVED, old),), (Run(ADDED, new),)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    steps = _without_islands([(tag == "equal", *span) for tag, *span in matcher.get_opcodes()])
    olds = [Run(SAME if same else REMOVED, "".join(before[start:end])) for same, start, end, _, _ in steps]
    news = [Run(SAME if same else ADDED, "".join(after[first:last])) for same, _, _, first, last in steps]
    return tuple(one for one in olds if one.text), tuple(one for one in news if one.text)


def _without_islands(steps: list[tuple[bool, int, int, int, int]]) -> list[tuple[bool, int, int, int, int]]:
    """Changes with only a character or two between them become one change."""
    found: list[tuple[bool, int, int, int, int]] = []
    for number, (same, start, end, first, last) in enumerate(steps):
        island = same and 0 < number < len(steps) - 1 and end - start < ISLAND
        kind = same and not island
        if found and found[-1][0] == kind:
            _, begun, _, begun_new, _ = found[-1]
            found[-1] = (kind, begun, end, begun_new, last)
        else:
            found.append((kind, start, end, first, last))
    return found
