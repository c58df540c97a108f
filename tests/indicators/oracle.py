"""The definitions of docs/indicators.md written out naively, over plain data: the engine must agree with this.

It shares nothing with the engine but the dataclass Fact: it reads the data form of a rule itself, and counts by
walking through all facts again for every single number.
"""

from datetime import date
from datetime import timedelta
from fractions import Fraction


DAY = timedelta(days=1)


def field_of(item, name):
    if name in item.amounts and item.amounts[name] is not None:
        return item.amounts[name]
    if item.attributes.get(name) is not None:
        value = item.attributes[name]
    else:
        value = getattr(item, name, None) if name in ("kind", "station", "workers", "date", "subjects") else None
    return None if value in ("", ()) else value


def many(value):
    if value is None:
        return []
    return list(value) if isinstance(value, tuple | list) else [value]


def compare(left, operator, right):
    return {
        ">=": left >= right,
        ">": left > right,
        "<=": left <= right,
        "<": left < right,
        "=": left == right,
    }[operator]


def number(text):
    if isinstance(text, str) and text.endswith("%"):
        return float(Fraction(text[:-1]) / 100)
    return text


def holds(condition, item, term):
    if "any" in condition:
        return any(holds(one, item, term) for one in condition["any"])
    if "standing" in condition:
        return condition["standing"] == "submitted" or item.standing == "verified"
    for papers in ("documents", "signatures"):
        if papers in condition:
            return set(condition[papers]) <= set(getattr(item, papers))
    if "children" in condition:
        return children_hold(condition, item, term)
    if "subjects" in condition:
        return bool(clients(item, [condition], term))
    value = field_of(item, condition["field"])
    scale = condition.get("scale")
    return all(
        test_holds(key, wanted, value, scale, term)
        for key, wanted in condition.items()
        if key not in ("field", "scale")
    )


class Client:
    """What a record says of one of its clients, as far as conditions look at it."""

    def __init__(self, about):
        self.kind, self.date, self.amounts, self.attributes = "client", None, {}, about


def clients(fact, where, term):
    """The clients of a record for whom all conditions on clients hold."""
    wanted = [one for condition in where for one in many(condition.get("subjects"))]
    return [
        one
        for one in dict.fromkeys(fact.subjects)
        if all(holds(each, Client(fact.about.get(one) or {}), term) for each in wanted)
    ]


def test_holds(key, wanted, value, scale, term):
    if key == "present":
        return (value is not None) == wanted
    if key == "within":
        return isinstance(value, date) and term[0] <= value <= term[1]
    if key == "is":
        return bool(value) == wanted if isinstance(wanted, bool) else wanted in many(value)
    if key == "in":
        return any(one in wanted for one in many(value))
    if key in ("not_in", "is_not"):
        return not any(one in many(wanted) for one in many(value))
    if scale:
        return any(one in scale and compare(scale.index(one), key, scale.index(wanted)) for one in many(value))
    if isinstance(wanted, date):
        return isinstance(value, date) and compare(value, key, wanted)
    return isinstance(value, int | float) and compare(value, key, number(wanted))


def children_hold(condition, item, term):
    children = [child for child in item.children if child.kind == condition["children"]]
    children = [child for child in children if all(holds(one, child, term) for one in condition.get("where", []))]
    if "count" in condition:
        operator, wanted = condition["count"].split()
        return compare(len(children), operator, int(wanted))
    if "sum" in condition:
        total = sum(Fraction(str(child.amounts.get(condition["sum"], 0))) for child in children)
        operator = next(key for key in condition if key in (">=", ">", "<=", "<", "="))
        return compare(total, operator, Fraction(str(condition[operator])))
    return all(holds(one, child, term) for child in children for one in many(condition["each"]))


def months_after(day, months):
    """The same day some months later; in a shorter month its last day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    days = [one for one in range(28, 32) if one <= 28 or (date(year, month, 28) + DAY * (one - 28)).month == month]
    return date(year, month, min(day.day, days[-1]))


def label(day, period, term=None):
    if period == "contract_month":
        return f"M{max(n for n in range(1, 60) if months_after(term[0], n - 1) <= day):02}"
    if period == "month":
        return f"{day.year:04}-{day.month:02}"
    if period == "quarter":
        return f"{day.year}-Q{[1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4][day.month - 1]}"
    if period == "half_year":
        return f"{day.year}-H{1 if day.month < 7 else 2}"
    if period == "year":
        return f"{day.year}"
    return day.strftime("%G-W%V")


def days_of(term):
    return [term[0] + DAY * place for place in range((term[1] - term[0]).days + 1)]


def periods_of(term, period):
    """Label of each period with the first and last day of it inside the term."""
    found = {}
    for day in days_of(term):
        found.setdefault(label(day, period, term), []).append(day)
    return {name: (days[0], days[-1]) for name, days in found.items()}


def is_late(fact, data, term):
    if "due" not in data:
        return False
    _, last = periods_of(term, data["per"][-1])[label(counted_day(fact, data, term), data["per"][-1], term)]
    return fact.date > last_permitted(data, last)


def last_permitted(data, last):
    """The due day in the month in which a period ends, or some months after."""
    day = months_after(date(last.year, last.month, 1), data["due"].get("after", 0))
    month = [one for one in (day + DAY * place for place in range(31)) if one.month == day.month]
    return min(month[-1], month[0] + DAY * (data["due"]["day"] - 1))


def counted_day(fact, data, term):
    """The day on which a record counts: its own, or the last of the period that it is for; None outside the term."""
    name = data.get("due", {}).get("of")
    named = field_of(fact, name) if name else None
    if named is not None:
        return periods_of(term, data["per"][-1]).get(str(named), (None, None))[1]
    return fact.date if fact.date is not None and term[0] <= fact.date <= term[1] else None


def worth(fact, measure, where=(), term=None):
    """Numbers or subjects of one fact; None if it does not say."""
    if isinstance(measure, str):
        return 1
    (word, field), *_ = measure.items()
    if word == "distinct" and field == "subjects":
        return clients(fact, where, term) or None
    if word == "distinct":
        return [str(one) for one in many(field_of(fact, field))] or None
    value = field_of(fact, field if isinstance(field, str) else field["amount"])
    return Fraction(str(value)) if isinstance(value, int | float) else None


def counting(facts, data, count, basis, term, day):
    """The facts that count in one basis."""
    found = []
    for fact in facts:
        if fact.kind not in count["kinds"] or fact.standing == "none":
            continue
        if basis == "verified" and fact.standing != "verified":
            continue
        if data.get("as_of"):
            if (fact.date or date.min) > day or (
                fact.until and (fact.until < day or fact.until < (fact.date or date.min))
            ):
                continue
        elif fact.date is None or counted_day(fact, data, term) is None or is_late(fact, data, term):
            continue
        where = count.get("where", [])
        fulfilled = all(holds(one, fact, term) for one in where)
        if any("subjects" in one for one in where):
            fulfilled = fulfilled and bool(clients(fact, where, term))
        if fulfilled and worth(fact, count.get("measure", "count"), where, term) is not None:
            found.append(fact)
    return found


def members(fact, data, dimension, where=(), term=None):
    if data.get("member"):
        return [str(one) for one in many(field_of(fact, data["member"]))]
    if dimension == "station":
        return [fact.station]
    if dimension == "client":
        return clients(fact, where, term)
    return fact.workers if dimension == "worker" else [str(one) for one in many(field_of(fact, dimension))]


def measured(facts, measure, where=(), term=None):
    word = measure if isinstance(measure, str) else next(iter(measure))
    if word == "exists":
        return 1 if facts else 0
    if word == "count":
        return len(facts)
    if word == "distinct":
        return len({one for fact in facts for one in worth(fact, measure, where, term)})
    if word == "sum":
        return sum(worth(fact, measure) for fact in facts)
    values = [(fact.date, fact.uid, worth(fact, measure)) for fact in facts]
    if not values:
        return None
    take = "last" if isinstance(measure["entered"], str) else measure["entered"].get("take", "last")
    return max(values)[2] if take == "last" else {"min": min, "max": max}[take](value for *_, value in values)


def part_of_ratio(data, side):
    whole = data["count"]
    part = whole["measure"]["ratio"][side]
    return {
        "kinds": part.get("kinds") or whole["kinds"],
        "where": whole.get("where", []) + part.get("where", []),
        "measure": part.get("measure", "count"),
        "fixed": part.get("fixed"),
    }


def value_at(facts, data, basis, term, day, dimension="", member="", period="", bucket=""):
    """One number: of one member (or all) in one period (or the whole term)."""

    def narrowed(count):
        found = counting(facts, data, count, basis, term, day)
        if dimension:
            found = [fact for fact in found if member in members(fact, data, dimension, count.get("where", ()), term)]
        if period:
            found = [fact for fact in found if label(counted_day(fact, data, term), period, term) == bucket]
        return measured(found, count.get("measure", "count"), count.get("where", ()), term)

    measure = data["count"].get("measure", "count")
    if isinstance(measure, dict) and "ratio" in measure:
        of, to = (part_of_ratio(data, side) for side in ("of", "to"))
        below = to["fixed"] if to["fixed"] is not None else narrowed(to)
        return float(Fraction(narrowed(of)) / Fraction(below)) if below else None
    return narrowed(data["count"])
