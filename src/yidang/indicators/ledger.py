"""The ledger: an index of the portal catalog that keeps every fact and running sums of what it gives to each line.

Being an index, it hears of every change, by form, REST, import, workflow, move or rebuild, and `clear` followed by a
rebuild restores it. It remembers what each record gave and takes that back before adding the new; nothing is ever
incremented blindly. Indicators and contracts are indexed too: they tell it the rules and the term, in any order.
"""

from BTrees.IIBTree import IITreeSet
from BTrees.IOBTree import IOBTree
from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from OFS.SimpleItem import SimpleItem
from yidang.indicators.asking import Readable
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.facts import Fact
from yidang.indicators.entries import Entries
from yidang.indicators.entries import Entry
from yidang.indicators.entries import Given
from yidang.indicators.entries import Rids
from yidang.indicators.entries import split_by_code
from yidang.indicators.entries import stations_given
from yidang.indicators.entries import TOGETHER
from yidang.indicators.entries import Together
from yidang.indicators.faces import Face
from yidang.indicators.faces import Some
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.interfaces import IRuleSource
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.plans import Plan
from yidang.indicators.silent import SilentIndex


INDEX = "yidang_ledger"
LAYOUT = 2  # how the sums lie in the database; another number means that the portal was made by another program


def _bare(obj):
    """The content object behind the catalog's indexing wrapper."""
    return obj._getWrappedObject() if hasattr(obj, "_getWrappedObject") else obj


def _given(ruleset: Ruleset | None, fact: Fact) -> Iterator[Given]:
    """What a fact gives to each line that it feeds."""
    if ruleset is not None:
        for code, part in split_by_code(ruleset.contribute(fact)):
            yield fact.contract, code, part


def _parted(given: tuple[Given, ...], contract: str, codes: Some) -> tuple[tuple[Given, ...], tuple[Given, ...]]:
    """What a record gave to other lines, and what it gave to these lines of this contract."""
    sides: tuple[list[Given], list[Given]] = ([], [])
    for part in given:
        sides[part[0] == contract and (codes is None or part[1] in codes)].append(part)
    return tuple(sides[0]), tuple(sides[1])


class Ledger(Readable, SilentIndex, SimpleItem):
    """Facts and running sums of all contracts."""

    meta_type = "Yidang Ledger"

    def __init__(self, id: str, ignore_ex=None, call_methods=None, extra=None, caller=None) -> None:
        self.id = id
        self.clear()

    def clear(self) -> None:
        """Forget everything; what is indexed next is told anew."""
        self.layout = LAYOUT
        self.entries = Entries()  # rid -> Entry
        self.by_kind = OOBTree()  # (contract, kind) -> Rids
        self.together = OOBTree()  # (contract, kind) -> Together
        self.faces = OOBTree()  # contract -> Face
        self.plans = OOBTree()  # contract -> Plan
        self.tellers = IOBTree()  # rid of an indicator or contract -> (contract, code or "")
        self.count = Length()

    # Writing

    def index_object(self, rid: int, obj, threshold=None) -> int:
        """Take in one object, whatever it is; 0 when it says nothing new."""
        obj = _bare(obj)
        term, rule = ITermSource(obj, None), IRuleSource(obj, None)
        if term is not None:
            return self._tell_term(rid, term.contract(), term.calendar())
        if rule is not None:
            return self._tell_rule(rid, rule.contract(), rule.data())
        source = IFactSource(obj, None)
        return self._record(rid, tuple(source.facts()) if source is not None else ())

    def unindex_object(self, rid: int) -> None:
        """Take back all that this object gave or told."""
        if rid in self.tellers:
            contract, code = self.tellers[rid]
            del self.tellers[rid]
            self._untell(contract, code)
        else:
            self._record(rid, ())

    def _record(self, rid: int, facts: tuple[Fact, ...]) -> int:
        entry = self.entries.get(rid)
        if entry is None and not facts:
            return 0
        given = tuple(part for fact in facts for part in _given(self._ruleset(fact.contract, None), fact))
        if entry is not None and entry.facts == facts and entry.given == given:
            return 0
        if entry is not None:
            self._shift(entry, -1)
            self._forget_kinds(rid, entry, facts)
        self._store(rid, entry, facts, given)
        return 1

    def _store(self, rid: int, entry: Entry | None, facts, given) -> None:
        if not facts:
            entry.facts = entry.given = ()  # so that whoever changes the record at this moment meets us here
            del self.entries[rid]
            self.count.change(-1)
            return
        if entry is None:
            entry = self.entries[rid] = Entry(facts, given)
            self.count.change(1)
        else:
            entry.facts, entry.given = facts, given
        self._shift(entry, 1)
        for fact in facts:
            rids = self.by_kind.get((fact.contract, fact.kind))
            if rids is None:
                rids = self.by_kind[fact.contract, fact.kind] = Rids()
            rids.insert(rid)
            if fact.kind in TOGETHER:
                self._put_together(rid, fact.contract, fact.kind, facts)

    def _put_together(self, rid: int, contract: str, kind: str, facts: tuple[Fact, ...]) -> None:
        found = self.together.get((contract, kind))
        if found is None:
            found = self.together[contract, kind] = Together()
        found.put(rid, tuple(fact for fact in facts if (fact.contract, fact.kind) == (contract, kind)))

    def _forget_kinds(self, rid: int, entry: Entry, facts: tuple[Fact, ...]) -> None:
        kept = {(fact.contract, fact.kind) for fact in facts}
        for at in {(fact.contract, fact.kind) for fact in entry.facts} - kept:
            self.by_kind[at].remove(rid)
            if at in self.together:
                self.together[at].put(rid, ())

    def _shift(self, entry: Entry, sign: int) -> None:
        for contract in {fact.contract for fact in entry.facts}:
            self._face(contract).touch()
        for part in entry.given:
            self._give(part, sign)

    def _give(self, part: Given, sign: int) -> None:
        contract, code, contribution = part
        face = self._face(contract)
        face.give(code, contribution, sign)
        face.appear(stations_given(contribution), sign)

    def _face(self, contract: str) -> Face:
        face = self.faces.get(contract)
        if face is None:
            face = self.faces[contract] = Face()
        return face

    def _plan(self, contract: str) -> Plan:
        plan = self.plans.get(contract)
        if plan is None:
            plan = self.plans[contract] = Plan()
        return plan

    def _tell_term(self, rid: int, contract: str, calendar) -> int:
        self.tellers[rid] = (contract, "")
        plan = self._plan(contract)
        if plan.calendar == calendar:
            return 0
        plan.calendar = calendar
        self.recount(contract)
        return 1

    def _tell_rule(self, rid: int, contract: str, data: dict) -> int:
        code = data["code"]
        told = self.tellers.get(rid)
        plan = self._plan(contract)
        if told == (contract, code) and plan.rule(code) == data:
            return 0
        if told is not None and told != (contract, code):
            self._untell(*told)
        self.tellers[rid] = (contract, code)
        before = plan.ruleset()
        plan.take(code, data)
        self._recount_changed(contract, before)
        return 1

    def _untell(self, contract: str, code: str) -> None:
        plan = self._plan(contract)
        if code:
            before = plan.ruleset()
            plan.drop(code)
            self._recount_changed(contract, before)
        else:
            del self.plans[contract]
            self.recount(contract)

    def _recount_changed(self, contract: str, before: Ruleset | None) -> None:
        """Recount only the lines on which the rules differ: a contract is told line by line, and so is a rebuild."""
        after = self._plan(contract).ruleset()
        if before is not None and after is not None:
            changed = [rule.code for rule in set(before.rules) ^ set(after.rules)]
            self.recount(contract, changed, before.kinds(changed) | after.kinds(changed))

    def recount(self, contract: str, codes: Some = None, kinds: Some = None) -> None:
        """Throw away the sums of one contract, or of some of its lines, and make them anew from its facts.

        `kinds` are those that feed these lines, now or before; no other fact is looked at.
        """
        face = self._face(contract)
        face.drop(codes)
        ruleset = self._ruleset(contract, codes)
        for rid in self.rids(contract, kinds):
            self._give_anew(face, self.entries[rid], contract, codes, ruleset)

    def rids(self, contract: str, kinds: Some = None) -> list[int]:
        """Catalog ids of the records that state such facts, in their order."""
        found = IITreeSet()
        for kind in kinds if kinds is not None else self.kinds(contract):
            found.update(self.by_kind.get((contract, kind), ()))
        return list(found)

    def _ruleset(self, contract: str, codes: Some) -> Ruleset | None:
        plan = self.plans.get(contract)
        ruleset = plan.ruleset() if plan is not None else None
        return ruleset if ruleset is None or codes is None else ruleset.only(codes)

    def _give_anew(self, face: Face, entry: Entry, contract: str, codes: Some, ruleset: Ruleset | None) -> None:
        """The sums of these lines are gone already; what the record gave to them is replaced."""
        kept, gone = _parted(entry.given, contract, codes)
        anew = tuple(part for fact in entry.facts if fact.contract == contract for part in _given(ruleset, fact))
        for _, _, contribution in gone:
            face.appear(stations_given(contribution), -1)
        if anew or gone:
            entry.given = kept + anew
        for part in anew:
            self._give(part, 1)

    # For the catalog's own pages

    def getEntryForObject(self, rid: int, default=None):
        """The kinds of fact that one record states."""
        entry = self.entries.get(rid)
        return default if entry is None else [fact.kind for fact in entry.facts]

    def numObjects(self) -> int:
        """How many records have facts."""
        return self.count()

    indexSize = numObjects
