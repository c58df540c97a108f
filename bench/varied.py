"""Invented texts that differ from one another as real articles do: few words are common, most are rare."""

from bisect import bisect
from functools import cache
from itertools import accumulate
from random import Random


LEVEL_ONE = (0xB0, 0xD7)  # rows of GB 2312 with the 3,755 commonest characters
VOCABULARY = 6_000
SENTENCE = 14
PARAGRAPH = 150


@cache
def _words() -> tuple[list[str], list[float]]:
    """Made-up words of two to four characters, and their summed weights: the n-th is used 1/(n + 3) as often."""
    chance = Random(12338)
    rows = range(LEVEL_ONE[0], LEVEL_ONE[1])
    letters = [bytes((row, cell)).decode("gb2312") for row in rows for cell in range(0xA1, 0xFA)]
    words = ["".join(chance.choices(letters, k=chance.choice((2, 2, 2, 3, 4)))) for _ in range(VOCABULARY)]
    return words, list(accumulate(1 / (place + 3) for place in range(VOCABULARY)))


def _run(chance: Random, length: int) -> str:
    words, weights = _words()
    text = ""
    while len(text) < length:
        text += words[bisect(weights, chance.random() * weights[-1])]
    return text


def title(serial: int) -> str:
    """A headline."""
    return _run(Random(serial), 12)


def paragraphs(serial: int, length: int = 600) -> list[str]:
    """The text of an article."""
    chance = Random(-serial)
    return [
        "，".join(_run(chance, SENTENCE) for _ in range(PARAGRAPH // SENTENCE)) + "。" for _ in range(length // 150)
    ]


def html(serial: int) -> str:
    """The same as HTML."""
    return "".join(f"<p>{one}</p>" for one in paragraphs(serial))


def queries(number: int, articles: int) -> list[str]:
    """What somebody might type: words of the articles, the common ones often, and pieces that cut across words."""
    chance = Random(42)
    words, weights = _words()
    typed = [words[bisect(weights, chance.random() * weights[-1])] for _ in range(number // 2)]
    while len(typed) < number:
        text = chance.choice(paragraphs(chance.randint(1, articles)))
        start, size = chance.randrange(len(text) - 4), chance.choice((2, 3, 4))
        piece = text[start : start + size]
        typed += [piece] if piece.isalpha() else []
    return typed
