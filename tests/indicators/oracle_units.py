"""What a promise judges, written out naively day by day: who is expected, what is asked of each, and whether it is met.

Like `oracle`, it knows the data form of a rule and the dataclass Fact, and nothing of the engine.
"""

from fractions import Fraction
from tests.indicators import oracle


MEMBERS = ("station", "worker", "client", "organisation", "theme", "household")


def promises(data):
    """Each promise of a line as the data of a line with this promise alone."""
    yield data
    for one in data.get("also", []):
        count = dict(data["count"])
        if "measure" in one:
            count["measure"] = one["measure"]
        count["where"] = [*count.get("where", []), *one.get("where", [])]
        kept = {key: value for key, value in data.items() if key not in ("also", "targets")}
        yield {**kept, "per": one.get("per", []), "target": one["target"], "count": count}


def dimensions(data):
    """The dimension of members and the one of time, empty where there is none."""
    per = data.get("per", [])
    member = next((one for one in per if one in MEMBERS), "")
    return member, next((one for one in per if one not in MEMBERS), "")


def target_on(data, day):
    """Operator, amount and upper end of the target in force on a day; None for no number."""
    text = data.get("target", "none")
    for version in sorted(data.get("targets", []), key=lambda one: one["from"]):
        if version["from"] <= day:
            text = version["target"]
    if text == "none":
        return None
    if ".." in text:
        low, high = text.split("..")
        return "..", Fraction(low), Fraction(high)
    operator, number = text.split()
    number = Fraction(number[:-1]) / 100 if number.endswith("%") else Fraction(number)
    return operator, number, None


def is_met(target, value):
    """Whether the number keeps the promise; None for a planning figure, no target or no number."""
    if target is None or value is None or target[0] == "~":
        return None
    operator, amount, high = target
    if operator == "..":
        return amount <= value <= high
    return oracle.compare(Fraction(value), operator, amount)


def named_by(fact, data, dimension, term):
    """The members whom a fact of the population names."""
    among = data["among"]
    if fact.kind not in among["kinds"] or fact.standing == "none":
        return []
    if not all(oracle.holds(one, fact, term) for one in among.get("where", [])):
        return []
    if among.get("member"):
        return [str(one) for one in oracle.many(oracle.field_of(fact, among["member"]))]
    own = {"worker": fact.workers, "client": fact.subjects}
    return own[dimension] if dimension in own else [str(one) for one in oracle.many(oracle.field_of(fact, dimension))]


def lasts(fact, day):
    return (fact.date is None or fact.date <= day) and (fact.until is None or day <= fact.until)


def expected_days(facts, data, dimension, term, days, given=None):
    """For every expected member the days of the given ones on which it is; None when nobody says whom to expect."""
    among = data.get("among")
    if isinstance(among, list):
        given = {name: (given or {}).get(name, [(None, None)]) for name in among}
        among = None
    if among is None:
        return given and {
            name: {day for day in days if any((a or day) <= day <= (b or day) for a, b in spans)}
            for name, spans in given.items()
        }
    found = {}
    for fact in facts:
        for name in named_by(fact, data, dimension, term):
            found.setdefault(name, set()).update(day for day in days if lasts(fact, day))
    return found


def shrunk(target, data, there, length):
    """The part of a target for the days on which the member is there."""
    if target is None or not data.get("pro_rata") or there == length:
        return target
    operator, amount, high = target
    amount = amount * there / length
    measure = data["count"].get("measure", "count")
    if isinstance(measure, dict) and "sum" in measure:
        return operator, Fraction(round(float(amount), 3)).limit_denominator(1000), high
    return operator, Fraction(int(amount + Fraction(1, 2))), high


def units(facts, data, basis, term, today, given=None):
    """(member, period): value, target and verdict, for each that is expected or has done something."""
    dimension, period = dimensions(data)
    periods = oracle.periods_of(term, period) if period else {"": term}
    found = {}
    for bucket, (first, last) in periods.items():
        days = [today] if data.get("as_of") else oracle.days_of((first, last))
        target = target_on(data, first if period else today)
        if "due" in data and last_day(data, last) < term[0]:
            target = None
        wanted = expected_days(facts, data, dimension, term, days, given) if dimension else {"": set(days)}
        names = set(wanted or ()) | (active(facts, data, basis, term, today) if dimension else set())
        for name in names if dimension else {""}:
            where = (dimension, name, period, bucket)
            value = oracle.value_at(facts, data, basis, term, today, *where)
            there = len(days) if wanted is None else len(wanted.get(name, ()))
            asked = shrunk(target, data, there, len(days)) if there else None
            if there or value:
                found[name, bucket] = value, asked, is_met(asked, value)
    return found


def active(facts, data, basis, term, today):
    """The members for whom there is any number, in the term as a whole."""
    dimension, _ = dimensions(data)
    measure = data["count"].get("measure", "count")
    counts = [oracle.part_of_ratio(data, side) for side in ("of", "to")] if "ratio" in measure else [data["count"]]
    named = {
        name
        for fact in facts
        for count in counts
        for name in oracle.members(fact, data, dimension, count.get("where", ()), term)
        if name
    }
    values = {name: oracle.value_at(facts, data, basis, term, today, dimension, name) for name in named}
    rate = "ratio" in measure and counts[1]["fixed"] is None
    return {name for name, value in values.items() if value is not None and (rate or value)}


def verdict(judged):
    """Whether a promise is kept in all of its units; None if one has no number, or nothing is judged."""
    verdicts = [met for _, target, met in judged if target is not None and target[0] != "~"]
    if False in verdicts:
        return False
    return None if not verdicts or None in verdicts else True


def whole_verdict(promised):
    """Whether a line is kept: every promise that is judged at all."""
    verdicts = [
        verdict(one.values()) for one in promised if any(t is not None and t[0] != "~" for _, t, _ in one.values())
    ]
    if False in verdicts:
        return False
    return None if not verdicts or None in verdicts else True


def last_day(data, last):
    """The last day of a period on which something can be handed in that counts."""
    permitted = oracle.last_permitted(data, last)
    return permitted if data["due"].get("after") or data["due"].get("of") else min(permitted, last)
