"""Reading numbers: the ledger of a contract as the tallies want it, the board, the evidence, the counts of a record."""

from datetime import date
from plone import api
from Products.CMFCore.indexing import processQueue
from yidang import clock
from yidang.indicators.engine import as_of
from yidang.indicators.engine import board
from yidang.indicators.engine import Evidence
from yidang.indicators.engine import evidence
from yidang.indicators.engine import Explanation
from yidang.indicators.engine import recount
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.ladders import ladder_of
from yidang.indicators.engine.placing import Placing
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.ledger import INDEX
from yidang.indicators.ledger import Ledger


def ledger() -> Ledger:
    """The portal's ledger, with every change of this request already in it."""
    processQueue()
    return api.portal.get_tool("portal_catalog")._catalog.indexes[INDEX]


def touch(obj) -> None:
    """Let the ledger look at `obj` again, at the latest before it is next read."""
    obj.reindexObject(idxs=[INDEX])


class Scoreboard:
    """The lines of one contract, on a day; whoever reads many contracts brings the ledger along."""

    def __init__(self, contract, today: date | None = None, kept: Ledger | None = None) -> None:
        self.contract = contract
        self.uid = contract.UID()
        self.today = today or clock.today()
        self.ledger = kept if kept is not None else ledger()
        plan = self.ledger.plan(self.uid)
        self.ruleset = plan.ruleset() if plan is not None else None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in the order of the contract."""
        return self.ruleset.rules if self.ruleset is not None else ()

    def rule(self, code: str) -> Rule | None:
        """One rule by its code."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def tallies(self, past: date | None = None) -> dict[str, Tally]:
        """Every line by code: from the running sums, or recounted as of the end of the day `past`."""
        if self.ruleset is None:
            return {}
        if past is not None:
            return self._recounted(past)
        source = self.ledger.cells(self.uid)
        return board(self.rules, source, self.ruleset.calendar, self.today, **self.expected())

    def records(self) -> dict[str, int]:
        """How many records feed each line; in a ladder, those that belong to it (`Tally.given`, `.received`)."""
        return self.ledger.records(self.uid)

    def evidence(self, rule: Rule, past: date | None = None) -> Evidence:
        """The facts behind one number today, or at the end of a past day, and those that did not count."""
        if rule.is_rung():
            return self.placing(rule, past).evidence(rule)
        facts = self.ledger.facts(self.uid, sorted(self.ruleset.line(rule.code).kinds))
        if past is not None:
            facts = as_of(facts, past)
        return evidence(facts, rule, self.ruleset.calendar, day=past or self.today)

    def placing(self, rule: Rule, past: date | None = None) -> Placing:
        """Which record counts in which line of the ladder in which this one stands."""
        facts = self.ledger.facts(self.uid, sorted(self.ruleset.line(rule.code).kinds))
        if past is not None:
            facts = as_of(facts, past)
        return Placing(facts, ladder_of(rule, self.rules), self.ruleset.calendar, past or self.today)

    def counts(self, record) -> list[tuple[Rule, Explanation]]:
        """Which lines one record feeds, and why not the others of its kind."""
        if self.ruleset is None:
            return []
        found, ladders = [], {}
        for fact in IFactSource(record).facts():
            if fact.contract == self.uid:
                found += [self._told(fact, one, ladders) for one in self.ruleset.explain(fact, self.today)]
        return found

    def _told(self, fact: Fact, said: Explanation, ladders: dict[str, Placing]) -> tuple[Rule, Explanation]:
        """What a line says of a record; in a ladder that depends on the other records too, which are read once."""
        rule = self.rule(said.code)
        if not rule.is_rung():
            return rule, said
        top = ladder_of(rule, self.rules)[0].code
        if top not in ladders:
            ladders[top] = self.placing(rule)
        return rule, ladders[top].explain(fact, rule)

    def differences(self) -> list[str]:
        """Codes of lines on which the running sums and the recount disagree; empty when the ledger is right."""
        if self.ruleset is None:
            return []
        cells = recount(self.ledger.facts(self.uid), self.rules, self.ruleset.calendar)
        wrong = set(self.ledger.numbers(self.uid)) ^ set(cells.numbers())
        codes = {series[0] for (_, series, _), _ in wrong}
        return [rule.code for rule in self.rules if rule.code in codes]

    def _recounted(self, day: date) -> dict[str, Tally]:
        calendar = ITermSource(self.contract).calendar_on(day)
        cells = recount(as_of(self.ledger.facts(self.uid), day), self.rules, calendar)
        return board(self.rules, cells, calendar, day, **self.expected())

    def expected(self) -> dict:
        """The members of whom the contract says that they are expected; read when a line asks for them."""
        return ITermSource(self.contract).expected()
