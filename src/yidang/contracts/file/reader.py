"""Reading a contract file: all of it is understood, or nothing is and every mistake is named."""

from .checks import content_problems
from .choices import apply_choices
from .problems import ContractFileError
from .problems import dotted
from .problems import Path
from .problems import Problem
from .schema import structure_problems
from .schema import with_defaults
from .tree import build_tree
from .tree import Tree
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Any

import pathlib


MAX_BYTES = 256 * 1024


@dataclass(frozen=True)
class ContractFile:
    """A contract as its file states it: plain JSON data (dates as text), every default written out."""

    data: Mapping[str, Any]
    lines: Mapping[Path, int] = field(default_factory=dict)

    def indicators(self, chosen: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
        """The indicators as they count under these choices, or under the default ones."""
        return apply_choices(self.data, chosen)

    def line(self, path: Path) -> int:
        """The line of a part, or of the nearest part around it that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def read(source: pathlib.Path | str | bytes) -> ContractFile:
    """Read a contract file: a `Path` is opened, text and bytes are the content itself.

    Raises ContractFileError with every problem, and nothing else whatever the content.
    """
    text = _text(source)
    tree = build_tree(text)
    if tree.data is None and tree.problems:
        raise ContractFileError(tree.problems)
    located = ContractFile({}, tree.lines)
    problems = [*tree.problems, *_data_problems(tree, located)]
    if problems:
        raise ContractFileError(problems)
    return ContractFile(with_defaults(tree.data), tree.lines)


def _data_problems(tree: Tree, located: ContractFile) -> Iterator[Problem]:
    shape = list(structure_problems(tree.data))
    content = content_problems(tree.data, {path for path, _ in shape}) if isinstance(tree.data, dict) else ()
    for path, message in (*shape, *content):
        yield Problem(located.line(path), dotted(path), message)


def _text(source: pathlib.Path | str | bytes) -> str:
    content = _content(source)
    if len(content) > MAX_BYTES:
        raise _refusal(0, f"文件太大（上限 {MAX_BYTES // 1024} KB），不像一份合同文件")
    text = content if isinstance(content, str) else _decoded(content)
    if not text.strip():
        raise _refusal(0, "文件是空的")
    tabs = [number for number, line in enumerate(text.split("\n"), 1) if "\t" in line]
    if tabs:
        raise ContractFileError(Problem(number, "", "有制表符（Tab），请改用空格") for number in tabs)
    return text


def _content(source: pathlib.Path | str | bytes) -> str | bytes:
    if not isinstance(source, pathlib.Path):
        return source
    try:
        with source.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = "找不到文件" if isinstance(error, FileNotFoundError) else "无法读取文件"
        raise _refusal(0, f"{reason}：{source}") from error


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refusal(line, "文件不是 UTF-8 编码，请用 UTF-8 另存后再试") from error


def _refusal(line: int, message: str) -> ContractFileError:
    return ContractFileError([Problem(line, "", message)])
