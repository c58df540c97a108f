"""The text of a contract file as plain data, with the line of every key and value.

Only the part of YAML that a person can read at a glance is taken: no anchors, tags or second documents, and no
guessing of types beyond numbers, true, false and null (`no` and `on` are words, dates stay as they are written).
"""

from .problems import dotted
from .problems import Path
from .problems import Problem
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from typing import Any

import re
import yaml


MAX_DEPTH = 20
MAX_NODES = 50_000
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,6}")
WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass
class Tree:
    """Data as JSON knows it, the line on which each part stands, and what could not be read."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, line: int, path: Path, message: str) -> None:
        """Remember a mistake and go on reading."""
        self.problems.append(Problem(line, dotted(path), message))


class Unreadable(Exception):
    """Nothing after this place can be understood."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line
        self.message = message


def build_tree(text: str) -> Tree:
    """Read YAML text; mistakes are in `problems`, never raised."""
    tree = Tree()
    try:
        events = yaml.parse(text, Loader=yaml.SafeLoader)
        _read_document(events, tree)
    except Unreadable as error:
        tree.complain(error.line, (), error.message)
    except yaml.MarkedYAMLError as error:
        tree.complain(_syntax_line(error), (), _syntax_message(error))
    except yaml.reader.ReaderError as error:
        tree.complain(text.count("\n", 0, error.position) + 1, (), "有不可见的控制字符，请删除")
    return tree


def _read_document(events: Iterator[yaml.Event], tree: Tree) -> None:
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        raise Unreadable(0, "文件里没有内容")
    builder = _Builder(events, tree)
    tree.data = builder.value(builder.next(0), (), 0)
    next(events)
    following = next(events)
    if not isinstance(following, yaml.StreamEndEvent):
        raise Unreadable(following.start_mark.line + 1, "一个文件只能写一份合同，请删除“---”以后的内容")


class _Builder:
    """Turns the parser's events into data; its depth is bounded, so no file can exhaust the stack."""

    def __init__(self, events: Iterator[yaml.Event], tree: Tree):
        self.events = events
        self.tree = tree
        self.nodes = 0

    def next(self, depth: int) -> yaml.Event:
        event = next(self.events)
        self.nodes += 1
        line = event.start_mark.line + 1
        if depth > MAX_DEPTH:
            raise Unreadable(line, f"层次太深，最多 {MAX_DEPTH} 层")
        if self.nodes > MAX_NODES:
            raise Unreadable(line, "内容太多，不像一份合同")
        if getattr(event, "anchor", None):
            raise Unreadable(line, "不能使用 YAML 的锚点“&”和引用“*”，请把内容写全；星号开头的文字请加引号")
        if getattr(event, "tag", None):
            raise Unreadable(line, "不能使用 YAML 标签“!”；感叹号开头的文字请加引号")
        return event

    def value(self, event: yaml.Event, path: Path, depth: int) -> Any:
        self.tree.lines.setdefault(path, event.start_mark.line + 1)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth + 1)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth + 1)
        return _scalar(event)

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := self.next(depth), yaml.SequenceEndEvent):
            result.append(self.value(event, (*path, len(result)), depth))
        return result

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := self.next(depth), yaml.MappingEndEvent):
            key, line = self._key(event), event.start_mark.line + 1
            place = (*path, key)
            if key in result:
                self.tree.complain(line, place, f"“{key}”重复，第 {self.tree.lines[place]} 行已经写过")
                self._skip_value(depth)
                continue
            self.tree.lines[place] = line
            result[key] = self.value(self.next(depth), place, depth)
        return result

    def _key(self, event: yaml.Event) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            raise Unreadable(event.start_mark.line + 1, "冒号前面只能是一个词")
        return event.value

    def _skip_value(self, depth: int) -> None:
        """Of two equal keys the first stays; the second is read past, with its own mistakes."""
        aside = _Builder(self.events, Tree(problems=self.tree.problems))
        aside.value(aside.next(depth), (), depth)


def _scalar(event: yaml.ScalarEvent) -> Any:
    text = event.value
    if event.style or not event.implicit[0]:
        return text
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if DECIMAL.fullmatch(text) else text


SYNTAX = {
    "mapping values are not allowed": "这里不应出现冒号：上一行可能缺少缩进，或文字中的冒号没有加引号",
    "could not find expected ':'": "这里缺少冒号“:”",
    "unexpected end of stream": "引号没有成对",
    "expected <block end>": "缩进与上下文不一致，或前面缺少“-”",
    "expected ',' or": "括号没有成对，或缺少逗号“,”",
    "cannot start any token": "文字不能以这个符号开头，请加引号",
    "unknown escape character": "双引号中的“\\”后面不能跟这个字符，请改用单引号",
}


# What is left open is noticed far below; its beginning is the place to look.
OPENED = ("unexpected end of stream", "expected ',' or")


def _syntax_line(error: yaml.MarkedYAMLError) -> int:
    left_open = any(part in (error.problem or "") for part in OPENED)
    mark = (error.context_mark if left_open else None) or error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 0


def _syntax_message(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or ""
    hint = next((message for part, message in SYNTAX.items() if part in problem), None)
    return hint or "YAML 写法有误，请检查缩进、冒号和引号"
