"""When a member takes part: stretches of days, from the caller, from a list of names or from a population."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.population import Span
from yidang.indicators.engine.population import Stay


Spans = Span | Iterable[Span]
Expected = Mapping[str, Iterable[str] | Mapping[str, Spans]]

ALWAYS: Stay = ((None, None),)


def given(members: Iterable[str] | Mapping[str, Spans]) -> dict[str, Stay]:
    """The members that a caller expects: names alone, or each with one stretch of days, or with several."""
    if not isinstance(members, Mapping):
        return dict.fromkeys(members, ALWAYS)
    return {member: _stay(spans) for member, spans in members.items()}


def _stay(spans: Any) -> Stay:
    spans = tuple(spans)
    alone = len(spans) == 2 and not any(isinstance(one, tuple | list) for one in spans)
    several = (spans,) if alone else tuple(tuple(one) for one in spans)
    return tuple(one for one in several if not _is_nothing(*one))


def _is_nothing(since: date | None, until: date | None) -> bool:
    """Whether a stretch ends before it begins: nobody takes part in it."""
    return since is not None and until is not None and until < since


def inside(stay: Stay, bucket: Bucket) -> list[tuple[date, date]]:
    """The stretches of a period on which the member takes part, in order and joined where they touch or overlap."""
    if stay is ALWAYS:
        return [(bucket.start, bucket.end)]
    first, last = bucket.start, bucket.end
    clipped = sorted((max(since or first, first), min(until or last, last)) for since, until in stay)
    found: list[tuple[date, date]] = []
    for since, until in clipped:
        if since > until:
            continue
        if found and since <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], until)
        else:
            found.append((since, until))
    return found


def share_there(stretches: list[tuple[date, date]], bucket: Bucket) -> tuple[int, int]:
    """Days on which the member takes part, and days of the period: a fraction kept whole, so that nothing drifts."""
    there = sum((until - since).days + 1 for since, until in stretches)
    return there, (bucket.end - bucket.start).days + 1
