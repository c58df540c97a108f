"""What is wrong with a rule: every problem at once, each with its place and a sentence."""

from collections.abc import Iterable
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake: the path of keys that leads to it, and a Chinese sentence."""

    path: tuple[str | int, ...]
    message: str


class RuleError(ValueError):
    """The data of one or more indicators cannot be understood; `problems` lists every mistake."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(problem.message for problem in self.problems))


class Complaints:
    """Collects problems while a rule is read; `at` goes one key deeper."""

    def __init__(self, code: str, path: tuple[str | int, ...] = (), problems: list[Problem] | None = None) -> None:
        self.code = code
        self.path = path
        self.problems: list[Problem] = [] if problems is None else problems

    def at(self, *keys: str | int) -> "Complaints":
        """The same collection, at a deeper place."""
        return Complaints(self.code, self.path + keys, self.problems)

    def add(self, message: str) -> None:
        """Note a problem at this place; the sentence names the indicator."""
        self.problems.append(Problem(self.path, f"指标 {self.code}：{message}"))

    def unknown(self, what: str, given: object, known: Iterable[str]) -> None:
        """Note an unknown word, with the nearest known one."""
        self.add(f"不认识的{what}“{given}”{did_you_mean(given, known)}")

    def keys(self, data: dict, known: Iterable[str]) -> None:
        """Note every key of `data` that is not known."""
        names = list(known)
        for key in data:
            if key not in names:
                self.at(str(key)).unknown("项", key, names)


def did_you_mean(given: object, known: Iterable[str]) -> str:
    """The tail of a sentence that offers the nearest word, or the choice when it is short."""
    names = sorted(known)
    near = get_close_matches(str(given), names, n=1, cutoff=0.6)
    if near:
        return f"，是否想写“{near[0]}”？"
    if 0 < len(names) <= 12:
        return f"，可用的有：{'、'.join(names)}"
    return ""
