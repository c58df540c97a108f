"""Reading an article over before others do: identities, words, punctuation, copies; and who answers for what is found.

The result is kept with the article (`proof`): which lists were in force, which text was read, what was found. What
blocks may be answered for with a reason (`answered`), save an ID number.
"""

from hashlib import sha256
from plone import api
from typing import Any
from typing import NamedTuple
from yidang import clock
from yidang.archive.place import contract_of
from yidang.proofreading import lists
from yidang.proofreading.engine import Finding
from yidang.proofreading.engine import Piece
from yidang.proofreading.engine import proofread
from yidang.proofreading.names import client_names
from yidang.publicity.agreement import agreement_findings
from yidang.publicity.agreement import stated
from yidang.publicity.drafting import prompt_findings
from yidang.publicity.pieces import pieces_of
from yidang.publicity.twins import twin_findings

import dataclasses


REPORTS = ("activity", "event_date", "event_place", "event_participants", "station")
PUBLIC_NUMBERS = ("yidang.site.hotline", "yidang.site.address")


class Answer(NamedTuple):
    """Somebody answers for a finding."""

    by: str
    reason: str
    day: str


def findings_of(article) -> list[Finding]:
    """What is found now; read once for a text and the lists in force."""
    pieces = pieces_of(article)
    state = (_digest(pieces), lists.version(), _reports(article))
    known = getattr(article, "_v_proof", None)
    if known is None or known[0] != state:
        found = proofread(pieces, (*lists.books(), client_names(contract_of(article))), public_numbers(article))
        found = [*prompt_findings(pieces), *found, *agreement_findings(article, pieces), *twin_findings(article)]
        known = article._v_proof = (state, found)
    return known[1]


def _reports(article) -> tuple:
    """What the article and the record that it names say of an activity; a change of either is read over anew."""
    own = tuple(getattr(article, name, None) for name in REPORTS)
    return (*own, stated(article))


def _digest(pieces: list[Piece]) -> str:
    return sha256("\0".join(f"{piece.field}\0{piece.text}" for piece in pieces).encode()).hexdigest()


def public_numbers(article) -> list[str]:
    """Numbers and addresses that may stand in an article: the hotline's, the site's and those of the stations."""
    stations = api.portal.get().get("stations")
    served = [stations.get(code) for code in contract_of(article).stations or ()] if stations is not None else []
    found = [value for one in served if one is not None for value in (one.phone, one.address)]
    found += [api.portal.get_registry_record(name, default="") for name in PUBLIC_NUMBERS]
    return [value for value in found if value]


def answers(article) -> dict[str, Answer]:
    """The findings that somebody answers for, by their key."""
    return {key: Answer(*said) for key, said in getattr(article.aq_base, "answered", {}).items()}


def unanswered(article) -> list[Finding]:
    """What blocks and nobody answers for."""
    said = answers(article)
    return [one for one in findings_of(article) if one.blocks and not (one.clearable and one.key in said)]


def keep(article) -> None:
    """Write down the result of reading it as it is now."""
    found, said = findings_of(article), answers(article)
    article.proof = {
        "text": article._v_proof[0][0],
        "lists": article._v_proof[0][1],
        "on": clock.now().isoformat(timespec="seconds"),
        "findings": [dataclasses.asdict(one) for one in found],
        "answered": sorted(one.key for one in found if one.key in said),
    }
    article.reindexObject(idxs=["proof_state"])


def kept(article) -> dict[str, Any] | None:
    """The result that was last written down; None before the first time."""
    return getattr(article.aq_base, "proof", None)


def proof_state(article) -> str:
    """`block`, `warn` or `clean` by what was written down; "" before the first time."""
    proof = kept(article)
    if proof is None:
        return ""
    levels = {one["level"] for one in proof["findings"] if _key(one) not in proof["answered"]}
    return next((level for level in ("block", "warn") if level in levels), "clean")


def _key(data: dict[str, Any]) -> str:
    return Finding(**data).key


def is_stale(article) -> bool:
    """Whether the lists have changed since it was last read over."""
    proof = kept(article)
    return proof is None or proof["lists"] != lists.version()
