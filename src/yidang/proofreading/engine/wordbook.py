"""Lists of words that an editor keeps, and finding all of them at once (Aho-Corasick).

A line is `词语`, `词语 => 建议`, each optionally followed by `| 拦截` or `| 提醒` and `# 说明`. A line that begins with
`+` is an exception: inside that longer expression the word is right. Empty lines and lines that begin with `#` are
passed over.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from typing import NamedTuple
from yidang.proofreading.engine.findings import BLOCK
from yidang.proofreading.engine.findings import Finding
from yidang.proofreading.engine.findings import finding
from yidang.proofreading.engine.findings import Piece
from yidang.proofreading.engine.findings import WARN
from yidang.proofreading.engine.folding import fold
from yidang.proofreading.engine.folding import Folded

import ahocorasick


LEVEL_WORDS = {"拦截": BLOCK, "提醒": WARN}
LONGEST = 60


class Entry(NamedTuple):
    """One word of a list."""

    word: str
    level: str
    suggestion: str = ""
    note: str = ""
    exception: bool = False


class LineProblem(NamedTuple):
    """What is wrong with a line of a list; lines count from 1."""

    line: int
    message: str


def read_entries(text: str, level: str) -> tuple[list[Entry], list[LineProblem]]:
    """The entries of a list, and every line that is none; `level` holds where a line names no other."""
    entries: list[Entry] = []
    problems: list[LineProblem] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        entry = _entry(line, level)
        if entry is None:
            continue
        problem = _problem(entry, seen)
        if problem:
            problems.append(LineProblem(number, problem))
            continue
        seen[fold(entry.word).text] = number
        entries.append(entry)
    return entries, problems


def _entry(line: str, level: str) -> Entry | None:
    body, _, note = line.partition("#")
    body, _, named = body.partition("|")
    word, _, suggestion = body.partition("=>")
    word = word.strip()
    exception = word.startswith("+")
    if not (word or suggestion.strip() or named.strip()):
        return None
    named = named.strip()
    chosen = LEVEL_WORDS.get(named, named) if named else level
    return Entry(word.removeprefix("+").strip(), chosen, suggestion.strip(), note.strip(), exception)


def _problem(entry: Entry, seen: dict[str, int]) -> str:
    folded = fold(entry.word).text
    if not folded:
        return "没有写词语。"
    if len(folded) > LONGEST:
        return f"词语超过 {LONGEST} 个字。"
    if entry.level not in LEVEL_WORDS.values():
        return f"“{entry.level}”应写成“拦截”或“提醒”。"
    if folded in seen:
        return f"“{entry.word}”与第 {seen[folded]} 行重复。"
    return ""


class Wordbook:
    """One list, made ready to search. `rule` names the list in findings, `title` tells people what it is."""

    def __init__(self, rule: str, title: str, entries: Iterable[Entry], clearable: bool = True) -> None:
        self.rule, self.title, self.clearable = rule, title, clearable
        self.automaton = ahocorasick.Automaton()
        for entry in entries:
            word = fold(entry.word).text
            self.automaton.add_word(word, (len(word), entry))
        if len(self.automaton):
            self.automaton.make_automaton()

    def findings(self, piece: Piece, folded: Folded) -> Iterator[Finding]:
        """Every word of the list in the piece; of overlapping ones the longest."""
        for start, end, entry in self._matches(piece.text, folded):
            yield finding(
                piece,
                folded.span(start, end),
                self.rule,
                entry.level,
                self._message(entry, piece.text[slice(*folded.span(start, end))]),
                entry.suggestion,
                self.clearable,
            )

    def _message(self, entry: Entry, written: str) -> str:
        hint = f"，建议改为“{entry.suggestion}”" if entry.suggestion else ""
        note = f"（{entry.note}）" if entry.note else ""
        return f"{self.title}：“{written}”{hint}{note}。"

    def _matches(self, text: str, folded: Folded) -> list[tuple[int, int, Entry]]:
        if not len(self.automaton):
            return []
        found = []
        for last, (length, entry) in self.automaton.iter(folded.text):
            start = last + 1 - length
            if _is_whole(text, folded, start, last + 1):
                found.append((start, last + 1, entry))
        return _longest(found)


def _is_whole(text: str, folded: Folded, start: int, end: int) -> bool:
    """A word of Latin letters must not be the middle of another word; Chinese has no such borders."""
    first, last = folded.span(start, end)
    before, after = text[first - 1 : first], text[last : last + 1]
    cut_before = _is_latin(folded.text[start]) and _is_latin(before)
    cut_after = _is_latin(folded.text[end - 1]) and _is_latin(after)
    return not cut_before and not cut_after


def _is_latin(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _longest(found: list[tuple[int, int, Entry]]) -> list[tuple[int, int, Entry]]:
    """Without those that lie inside a longer one; exceptions only hide others."""
    kept: list[tuple[int, int, Entry]] = []
    reach = -1
    for start, end, entry in sorted(found, key=lambda one: (one[0], -one[1])):
        if end > reach:
            kept.append((start, end, entry))
            reach = end
    return [one for one in kept if not one[2].exception]
