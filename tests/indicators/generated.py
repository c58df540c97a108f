"""Facts made for a rule from its own conditions: most of them fulfil each condition, some miss it by a little."""

from datetime import date
from datetime import timedelta
from random import Random
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact


OWN = ("kind", "date", "until", "workers", "station", "standing", "subjects")
WORKERS, STATIONS, CLIENTS = ("li", "wang", "zhao"), ("east", "west", ""), ("c1", "c2", "c3", "c4")
NAMES = ("甲", "乙", "丙")
HIT = 0.85


def every(data, key):
    """Every value that stands under a key, at any depth."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name == key:
                yield value
            yield from every(value, key)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from every(one, key)


def many(value):
    return list(value) if isinstance(value, list | tuple) else [value]


def number(limit):
    return float(limit.rstrip("%")) / 100 if isinstance(limit, str) else limit


class Maker:
    """Makes facts for one rule in the data form, parts of wholes already joined to them."""

    def __init__(self, data, term, seed):
        self.data, self.term, self.chance = data, term, Random(seed)
        self.wheres = [one for group in every(data, "where") for one in many(group)]
        self.kinds = sorted({kind for kinds in every(data, "kinds") for kind in many(kinds)})

    def facts(self, how_many):
        return [self.fact(f"u{place}") for place in range(how_many)]

    def fact(self, uid):
        chance = self.chance
        length = (self.term[1] - self.term[0]).days
        day = self.term[0] + timedelta(days=chance.randrange(-20, length + 20))
        amounts, attributes = self.values(self.wheres)
        self.measured(amounts, attributes)
        subjects = tuple(chance.sample(CLIENTS, chance.randrange(4)))
        return Fact(
            chance.choice(self.kinds), uid, "c", chance.choice(STATIONS), tuple(chance.sample(WORKERS, 2)), day,
            until=chance.choice((None, day + timedelta(days=chance.randrange(0, 200)))),
            standing=chance.choice(("submitted", "submitted", "verified", "none")),
            amounts=amounts, attributes=attributes, subjects=subjects, children=self.children(),
            documents=self.papers("documents"), signatures=self.papers("signatures"),
            about={one: self.about() for one in subjects if chance.random() < 0.9},
        )  # fmt: skip

    def values(self, conditions):
        """Amounts and attributes that the conditions ask for."""
        amounts, attributes = {}, {}
        for condition in conditions:
            for one in (condition, *condition.get("any", ())):
                if "field" in one and one["field"] not in OWN:
                    value = self.value(one)
                    is_amount = isinstance(value, int | float) and not isinstance(value, bool)
                    (amounts if is_amount else attributes)[one["field"]] = value
        return amounts, {name: value for name, value in attributes.items() if value is not None}

    def value(self, condition):
        """One that fulfils the condition, or (seldom) one that does not."""
        hit, chance = self.chance.random() < HIT, self.chance
        if "scale" in condition:
            return tuple(chance.sample(condition["scale"], 1 + hit))
        if "within" in condition:
            return self.term[0] + timedelta(days=chance.randrange(300)) if hit else self.term[0] - timedelta(days=9)
        if "present" in condition:
            return self.term[0] if hit == condition["present"] else None
        for key in ("is", "in", "is_not", "not_in"):
            if key in condition:
                wanted = many(condition[key])
                if isinstance(wanted[0], bool):
                    return wanted[0] if hit else not wanted[0]
                return chance.choice(wanted) if hit == (key in ("is", "in")) else "something_else"
        operator, limit = next((key, value) for key, value in condition.items() if key != "field")
        if isinstance(limit, date):
            return limit
        step = 0.01 if isinstance(limit, str) else 1
        return round(number(limit) + step * chance.choice((0, 1, 5) if (operator[0] == ">") == hit else (-1, -2)), 3)

    def measured(self, amounts, attributes):
        """What measures, members and hours read."""
        for word in ("sum", "entered"):
            for name in every(self.data, word):
                field = name if isinstance(name, str) else name["amount"]
                amounts.setdefault(field, self.chance.choice((0.5, 1, 2, 4, 8, 3000)))
        fields = {*every(self.data, "distinct"), *every(self.data, "member"), *self.data.get("per", ())}
        fields |= {name for one in self.data.get("also", ()) for name in one.get("per", ())}
        due = self.data.get("due", {}).get("of")
        if due and self.chance.random() < 0.7:
            attributes[due] = f"{self.chance.choice((2024, 2024, 2025))}-{self.chance.randrange(1, 13):02}"
        for name in sorted(fields - {"subjects", "worker", "client", *OWN, "month", "quarter", "contract_month"}):
            chosen = tuple(self.chance.sample((*NAMES, *WORKERS), self.chance.randrange(1, 3)))
            attributes.setdefault(name, chosen if self.chance.random() < 0.5 else chosen[0])

    def children(self):
        asked = [one for one in self.wheres if "children" in one]
        asked += [one for group in every(self.wheres, "any") for one in group if "children" in one]
        inner = [each for one in asked for key in ("each", "where") for each in many(one.get(key, ()))]
        sums = [name for one in asked for name in every(one, "sum")]
        found = []
        for _ in range(self.chance.randrange(3, 9) if asked else 0):
            amounts, attributes = self.values(inner)
            amounts |= {name: self.chance.randrange(2, 7) for name in sums}
            found.append(Child(asked[0]["children"], amounts=amounts, attributes=attributes))
        return tuple(found)

    def papers(self, key):
        wanted = [paper for papers in every(self.wheres, key) for paper in many(papers)]
        return tuple(paper for paper in dict.fromkeys(wanted) if self.chance.random() < 0.95)

    def about(self):
        asked = [one for group in every(self.wheres, "subjects") for one in many(group)]
        amounts, attributes = self.values(asked)
        return amounts | attributes
