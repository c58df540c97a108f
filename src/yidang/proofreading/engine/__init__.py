"""Proofreading: the pieces of a text in, findings out. Pure functions that know neither articles nor Plone."""

from collections.abc import Iterable
from yidang.proofreading.engine.findings import Finding
from yidang.proofreading.engine.findings import Piece
from yidang.proofreading.engine.folding import fold
from yidang.proofreading.engine.identity import identity_findings
from yidang.proofreading.engine.identity import public_forms
from yidang.proofreading.engine.typography import typography_findings
from yidang.proofreading.engine.wordbook import Wordbook


__all__ = ["Finding", "Piece", "Wordbook", "proofread"]


def proofread(pieces: Iterable[Piece], books: Iterable[Wordbook], known: Iterable[str] = ()) -> list[Finding]:
    """Everything that is to be looked at, in the order of the text, what blocks first within a piece.

    `known` are numbers and addresses that are public anyway, such as those of a station.
    """
    books, open_numbers = list(books), public_forms(known)
    found: list[Finding] = []
    for piece in pieces:
        folded = fold(piece.text)
        here = [one for book in books for one in book.findings(piece, folded)]
        here += identity_findings(piece, folded, open_numbers)
        if piece.prose:
            here += typography_findings(piece)
        found += sorted(here, key=lambda one: (not one.blocks, one.start, one.rule))
    return found
