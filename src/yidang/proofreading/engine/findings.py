"""What is read, and what is found in it."""

from dataclasses import dataclass
from hashlib import sha256


BLOCK, WARN = "block", "warn"
LEVELS = (BLOCK, WARN)
AROUND = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of text and where it stands: `field` for the form, `place` for people (正文第 3 段)."""

    field: str
    place: str
    text: str
    prose: bool = True  # punctuation is looked at; not in file names and the like


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to be looked at. `start` and `end` are character places in the piece's text."""

    rule: str
    level: str
    field: str
    place: str
    start: int
    end: int
    text: str
    message: str
    suggestion: str = ""
    context: str = ""
    clearable: bool = True  # whether somebody may answer for it with a reason

    @property
    def blocks(self) -> bool:
        """Whether it stops publication."""
        return self.level == BLOCK

    @property
    def key(self) -> str:
        """Names the same finding again after the text around it has changed."""
        return sha256(f"{self.rule}\0{self.field}\0{self.text}".encode()).hexdigest()[:16]


def finding(
    piece: Piece,
    span: tuple[int, int],
    rule: str,
    level: str,
    message: str,
    suggestion: str = "",
    clearable: bool = True,
) -> Finding:
    """A finding at a place of a piece, with the words around it."""
    start, end = span
    context = piece.text[max(0, start - AROUND) : end + AROUND].replace("\n", " ")
    return Finding(
        rule,
        level,
        piece.field,
        piece.place,
        start,
        end,
        piece.text[start:end],
        message,
        suggestion,
        context,
        clearable,
    )
