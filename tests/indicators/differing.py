"""Everything in which a ledger differs from what a recount of the same content makes of it."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from yidang.indicators.engine import recount
from yidang.indicators.engine.cells import is_counted
from yidang.indicators.engine.cells import Mark
from yidang.indicators.engine.cells import Names
from yidang.indicators.engine.facts import Fact
from yidang.indicators.entries import split_by_code
from yidang.indicators.ledger import Ledger


def differences(ledger: Ledger, contract: str, stated: Iterable[Fact]) -> list[str]:
    """Facts, numbers, reference counts, how many facts feed each line, and which stations have done anything."""
    stated, ruleset, face = list(stated), ledger.plan(contract).ruleset(), ledger.face(contract)
    cells = recount(stated, ruleset.rules, ruleset.calendar)
    given = [part for fact in stated for part in split_by_code(ruleset.contribute(fact))]
    stations = {station for station, _, _ in (at for at, _ in cells.numbers())} - {"*"}
    pairs = {
        "facts": (Counter(map(repr, ledger.facts(contract))), Counter(map(repr, stated))),
        "numbers": (dict(ledger.numbers(contract)), dict(cells.numbers())),
        "mentions": (mentions(ledger, contract), dict(_flat(cells.names))),
        "records": (ledger.records(contract), dict(Counter(code for code, part in given if is_counted(part)))),
        "stations": (stations - set(face.stations), set()),
    }
    return [f"{name}: {wrong}" for name, (kept, wanted) in pairs.items() if (wrong := _unlike(kept, wanted))]


def _unlike(kept: dict | set, wanted: dict | set) -> list:
    """What is kept on the left, what is wanted on the right, of all that is not the same."""
    left, right = (dict.fromkeys(one, True) if isinstance(one, set) else one for one in (kept, wanted))
    return [(at, left.get(at), right.get(at)) for at in {*left, *right} if left.get(at) != right.get(at)]


def _flat(names: Names) -> Iterator[tuple[Mark, int]]:
    for (station, series), points in names.items():
        for point, counts in points.items():
            for subject, number in counts.items():
                yield ((station, series, *point), subject), number


def mentions(ledger: Ledger, contract: str) -> dict:
    """The reference counts of a contract, with the keys that the engine gives them."""
    return {
        ((at[3], (code, *at[:3]), *at[4:]), subject): number
        for code, pieces in ledger.face(contract).names.items()
        for names in pieces.values()
        for (subject, at), number in names.counts.items()
    }
