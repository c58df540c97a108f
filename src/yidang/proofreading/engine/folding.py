"""Texts as they are compared: full-width letters, blanks and invisible characters between the signs tell no difference.

People write 微 信, ｗｅｃｈａｔ or 138-0013-8000; each character of the folded text remembers where it came from.
"""

from typing import NamedTuple

import unicodedata


# Spaces, soft hyphens, marks of direction and width: what a reader does not see.
UNSEEN = frozenset("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


class Folded(NamedTuple):
    """`text` without blanks, in lower case and half width; `places[i]` is where its character i stands originally."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original places of a stretch of the folded text."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """The folded text."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if sign.isspace() or sign in UNSEEN:
            continue
        for one in unicodedata.normalize("NFKC", sign).lower():
            if not one.isspace():
                signs.append(one)
                places.append(place)
    return Folded("".join(signs), tuple(places))
