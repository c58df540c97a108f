"""The plan of a contract: its rules and its term, as its indicators and the contract itself told the ledger."""

from collections.abc import Collection
from collections.abc import Mapping
from hashlib import sha256
from persistent import Persistent
from persistent.mapping import PersistentMapping
from typing import Any
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.parsing import parse_rules

import pickle


KEPT = 1024
_compiled: dict[tuple[bytes, Calendar], Ruleset] = {}


class Plan(Persistent):
    """Rules and term of one contract.

    A reader who knows the rules need not load them: they lie in an object of their own, and their fingerprint here.
    """

    def __init__(self) -> None:
        self.calendar: Calendar | None = None
        self.fingerprint = b""
        self.rules = PersistentMapping()  # by code, each rule pickled

    def rule(self, code: str) -> dict | None:
        """One rule in the data form."""
        return pickle.loads(self.rules[code]) if code in self.rules else None

    def take(self, code: str, data: dict) -> None:
        """Add or replace a rule."""
        self.rules[code] = pickle.dumps(data)
        self._sign()

    def drop(self, code: str) -> None:
        """Forget a rule."""
        self.rules.pop(code, None)
        self._sign()

    def _sign(self) -> None:
        self.fingerprint = sha256(pickle.dumps(list(self.rules.items()))).digest()

    def ruleset(self) -> Ruleset | None:
        """The compiled rules, None while the term is unknown.

        Compiled once per process: a reader with a cold cache would spend more on this than on all the numbers. The
        fingerprint and the term are the key, so that no change, abort or invalidation can leave a wrong ruleset behind.
        """
        if self.calendar is None:
            return None
        key = self.fingerprint, self.calendar
        found = _compiled.get(key)
        if found is None:
            found = _compile([pickle.loads(rule) for rule in self.rules.values()], self.calendar)
            while len(_compiled) >= KEPT:
                _compiled.pop(next(iter(_compiled)), None)
            _compiled[key] = found
        return found


def _compile(rules: list[dict], calendar: Calendar) -> Ruleset:
    return Ruleset(parse_rules(_with_wholes(rules)), calendar)


def _with_wholes(rules: list[dict]) -> list[dict]:
    """The rules whose whole (其中) is told too: a rebuild has no order, and a part waits for its whole."""
    codes = {rule["code"] for rule in rules}
    kept = [rule for rule in rules if not rule.get("part_of") or rule["part_of"] in codes]
    return [with_known(rule, codes) for rule in kept] if len(kept) == len(rules) else _with_wholes(kept)


def with_known(rule: Mapping[str, Any], codes: Collection[str]) -> dict[str, Any]:
    """A rule that fills no line which is not told yet."""
    waits = rule.get("fills") and rule["fills"] not in codes
    return {key: value for key, value in rule.items() if key != "fills"} if waits else dict(rule)
