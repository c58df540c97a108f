"""What can be wrong with a contract file, said once for people and once for programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from yidang.errors import FieldError
from yidang.errors import Refused


Path = tuple[str | int, ...]


def dotted(path: Path) -> str:
    """A path as people write it: `indicators[3].count.kinds`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: its line (from 1; 0 for the file as a whole), its place in the data, and a Chinese sentence."""

    line: int
    path: str
    message: str

    def __str__(self) -> str:
        return f"第 {self.line} 行：{self.message}" if self.line else self.message


class ContractFileError(Refused):
    """The file cannot be used; `problems` holds everything that is wrong with it, by line."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(set(problems)))
        message = f"合同文件有 {len(self.problems)} 处错误，未载入。"
        super().__init__(message, [FieldError(problem.path, str(problem)) for problem in self.problems])

    def __str__(self) -> str:
        return "\n".join([self.message, *map(str, self.problems)])
