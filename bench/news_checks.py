"""Looking for 10,000 words in an article of 3,000 characters."""

from bench import varied
from bench.figures import Figure
from bench.rounds import medians
from bench.rounds import timed
from collections.abc import Iterator
from random import Random


WORDS, LENGTH = 10_000, 3_000


def measure(quick: bool) -> Iterator[Figure]:
    """The time of one article; the list is made ready once, when it changes."""
    from yidang.proofreading.engine import Piece
    from yidang.proofreading.engine import proofread
    from yidang.proofreading.engine import Wordbook
    from yidang.proofreading.engine.wordbook import Entry

    chance, letters = Random(3), "".join(varied.paragraphs(0, 12_000)).replace("，", "").replace("。", "")
    texts = ["".join(varied.paragraphs(serial, 2 * LENGTH))[:LENGTH] for serial in range(20)]
    listed: set[str] = set()
    while len(listed) < WORDS:
        listed.add("".join(chance.choices(letters, k=chance.randint(2, 4))))
    book = Wordbook("words", "词表", [Entry(word, "warn") for word in sorted(listed)])
    found = sum(len(proofread([Piece("text", "正文", text, prose=False)], [book])) for text in texts)

    def one_by_one() -> None:
        for text in texts:
            proofread([Piece("text", "正文", text, prose=False)], [book])

    samples = medians([timed(one_by_one) for _ in range(3 if quick else 9)])
    note = f"{found / len(texts):.0f} words found in each; wall {samples.wall * 1000 / len(texts):.2f} ms"
    taken = samples.cpu * 1000 / len(texts)
    yield Figure("checks", f"{WORDS:,} words, {LENGTH:,} characters", taken, " ms", 20, note=note)
