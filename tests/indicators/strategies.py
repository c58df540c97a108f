"""Random facts and rules, small enough that every number can be checked by hand."""

from dataclasses import replace
from datetime import date
from hypothesis import strategies as st
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact


START, END = date(2024, 1, 15), date(2024, 12, 10)
TERM = (START, END)
KINDS = ("visit", "activity", "case")
STATIONS = ("", "east", "west")
WORKERS = ("li", "wang", "zhao")
CLIENTS = ("c1", "c2", "c3", "c4")
TOWNS = ("t1", "t2", "t3")
LEVELS = ["district", "city", "province", "national"]

# Amounts are kept in thousandths.
amounts = st.integers(0, 500_000).map(lambda number: number / 1000)
days = st.one_of(st.dates(date(2023, 12, 25), date(2024, 12, 20)), st.dates(date(2024, 2, 20), date(2024, 4, 5)))


def some(values, **limits):
    """A tuple of distinct values."""
    return st.lists(st.sampled_from(values), unique=True, **limits).map(tuple)


children = st.builds(
    Child,
    kind=st.sampled_from(["session", "follow_up"]),
    date=days,
    amounts=st.fixed_dictionaries({}, optional={"attendance": st.integers(0, 20), "minutes": amounts}),
    attributes=st.fixed_dictionaries({}, optional={"attendance_rate": st.sampled_from([0.5, 0.6, 0.75, 1.0])}),
)
attributes = st.fixed_dictionaries(
    {},
    optional={
        "mode": st.sampled_from(["home", "phone", "office"]),
        "levels": some(LEVELS),
        "professional": st.booleans(),
        "closed": days,
        "organisation": st.sampled_from(["o1", "o2"]),
        "town": st.one_of(st.sampled_from(TOWNS), some(TOWNS)),
    },
)
facts = st.builds(
    Fact,
    kind=st.sampled_from(KINDS),
    uid=st.uuids(version=4).map(str),
    contract=st.just("c"),
    station=st.sampled_from(STATIONS),
    workers=some(WORKERS),
    date=st.one_of(st.none(), days, days, days),
    until=st.one_of(st.none(), days),
    standing=st.sampled_from(["none", "submitted", "submitted", "verified"]),
    amounts=st.fixed_dictionaries({}, optional={"hours": amounts, "participants": st.integers(0, 80)}),
    attributes=attributes,
    subjects=some(CLIENTS),
    children=st.lists(children, max_size=4).map(tuple),
    documents=some(["plan", "record", "summary"]),
    signatures=some(["worker", "supervisor"]),
)
fact_lists = st.lists(facts, max_size=14, unique_by=lambda fact: fact.uid)

comparisons = st.sampled_from([">=", ">", "<=", "<", "="])
session_fields = st.one_of(
    st.builds(lambda op, n: {"field": "attendance", op: n}, comparisons, st.integers(0, 12)),
    st.builds(lambda op, n: {"field": "attendance_rate", op: n}, comparisons, st.sampled_from([0.6, "60%"])),
)
session_conditions = st.one_of(
    st.builds(lambda op, n: {"children": "session", "count": f"{op} {n}"}, comparisons, st.integers(0, 3)),
    st.builds(
        lambda op, n, one: {"children": "session", "count": f"{op} {n}", "where": [one]},
        comparisons,
        st.integers(0, 3),
        session_fields,
    ),
    st.builds(lambda one: {"children": "session", "each": one}, session_fields),
    st.builds(lambda op, n: {"children": "session", "sum": "minutes", op: n}, comparisons, st.integers(0, 900)),
)
field_conditions = st.one_of(
    st.sampled_from(
        [
            {"field": "mode", "is": "home"},
            {"field": "mode", "in": ["home", "office"]},
            {"field": "mode", "not_in": ["phone"]},
            {"field": "mode", "is_not": "home"},
            {"field": "professional", "is": True},
            {"field": "professional", "is": False},
            {"field": "closed", "present": True},
            {"field": "closed", "present": False},
            {"field": "closed", "within": "term"},
            {"field": "closed", ">=": date(2024, 6, 1)},
            {"field": "workers", "in": ["li", "wang"]},
        ]
    ),
    st.builds(lambda op, n: {"field": "participants", op: n}, comparisons, st.integers(0, 80)),
    st.builds(lambda low, high: {"field": "hours", ">=": low, "<": high}, st.integers(0, 300), st.integers(100, 500)),
    st.builds(lambda op, n: {"field": "levels", op: n, "scale": LEVELS}, comparisons, st.sampled_from(LEVELS)),
)
paper_conditions = st.one_of(
    some(["plan", "record", "summary"], min_size=1).map(lambda names: {"documents": list(names)}),
    some(["worker", "supervisor"], min_size=1).map(lambda names: {"signatures": list(names)}),
    st.sampled_from([{"standing": "submitted"}, {"standing": "verified"}]),
)
simple_conditions = st.one_of(field_conditions, session_conditions, paper_conditions)
conditions = st.one_of(
    simple_conditions,
    st.lists(simple_conditions, min_size=1, max_size=2).map(lambda several: {"any": several}),
)
wheres = st.lists(conditions, max_size=2)
kind_lists = st.lists(st.sampled_from(KINDS), min_size=1, unique=True)

sums = st.sampled_from(["hours", "participants"]).map(lambda name: {"sum": name})
distincts = st.sampled_from(["subjects", "town", "workers", "date"]).map(lambda name: {"distinct": name})
simple_measures = st.one_of(st.just("count"), sums, distincts)
sides = st.fixed_dictionaries({"measure": simple_measures}, optional={"where": wheres, "kinds": kind_lists})
ratios = st.builds(
    lambda of, to: {"ratio": {"of": of, "to": to}},
    sides,
    st.one_of(sides, st.integers(1, 9).map(lambda n: {"fixed": n})),
)
entered = st.sampled_from(["last", "min", "max"]).map(lambda take: {"entered": {"amount": "hours", "take": take}})
PERIODS = ("month", "quarter", "half_year", "year", "week")


@st.composite
def rule_data(draw):
    """The data form of one rule, over all measures, conditions, dimensions and bases."""
    stock = draw(st.integers(0, 5)) == 0
    measure = draw(st.one_of(st.just("count"), sums) if stock else st.one_of(simple_measures, ratios, entered))
    is_entered = isinstance(measure, dict) and "entered" in measure
    member = draw(
        st.sampled_from(["", "station"] if is_entered else ["", "station", "worker", "client", "organisation"])
    )
    period = "" if stock else draw(st.sampled_from(["", "", *PERIODS]))
    data = {
        "code": "T-1",
        "target": draw(st.sampled_from([">= 3", "> 2", "= 2", "1..3", "~ 4", ">= 50%", "none"])),
        "count": {"kinds": draw(kind_lists), "where": draw(wheres), "measure": measure},
        "per": [one for one in (member, period) if one],
        "basis": draw(st.sampled_from(["submitted", "verified"])),
    }
    if member in ("station", "organisation") and not is_entered and draw(st.booleans()):
        data["member"] = "town"
    if stock:
        data["as_of"] = "today"
    elif period in ("month", "quarter") and draw(st.booleans()):
        data["due"] = {"day": draw(st.sampled_from([5, 25, 31]))}
    return data


POPULATIONS = ("client_tier", "staff")
NAMES = {
    "station": ["east", "north"], "worker": ["li", "qian"], "client": ["c1", "c9"], "organisation": ["o1", "o9"],
    "theme": ["t1", "t9"], "household": ["h1", "h9"],
}  # fmt: skip
tiers = st.fixed_dictionaries({}, optional={"tier": st.sampled_from(["key", "general"]), "age": st.integers(60, 90)})
wide_attributes = st.builds(
    lambda one, more: one | more,
    attributes,
    st.fixed_dictionaries(
        {},
        optional={
            "tier": st.sampled_from(["key", "general"]),
            "theme": st.sampled_from(["t1", "t2"]),
            "household": st.sampled_from(["h1", "h2"]),
        },
    ),
)
wide_facts = st.builds(
    lambda fact, kind, attributes, about: replace(fact, kind=kind, attributes=attributes, about=about),
    facts,
    st.sampled_from((*KINDS, *KINDS, *POPULATIONS)),
    wide_attributes,
    st.dictionaries(st.sampled_from(CLIENTS), tiers, max_size=4),
)
wide_fact_lists = st.lists(wide_facts, max_size=14, unique_by=lambda fact: fact.uid)
on_clients = st.sampled_from(
    [
        {"subjects": {"field": "tier", "is": "key"}},
        {"subjects": [{"field": "age", ">=": 80}]},
        {"subjects": {"any": [{"field": "tier", "is": "key"}, {"field": "age", ">": 85}]}},
    ]
)
spans = st.tuples(st.one_of(st.none(), days), st.one_of(st.none(), days))
populations = st.fixed_dictionaries(
    {"kinds": st.lists(st.sampled_from(POPULATIONS), min_size=1, unique=True)},
    optional={"where": st.lists(field_conditions, max_size=1), "member": st.just("town")},
)
amendments = st.lists(
    st.fixed_dictionaries({"from": days, "target": st.sampled_from([">= 1", ">= 4"])}),
    max_size=2,
    unique_by=lambda one: one["from"],
)


def _is_plain(measure):
    return isinstance(measure, dict) and ("ratio" in measure or "entered" in measure)


@st.composite
def also_data(draw, data):
    """A further promise: of the same count, of other conditions, or of another measure."""
    member = [one for one in data["per"] if one in NAMES]
    one = {"target": draw(st.sampled_from([">= 1", "> 2", "~ 4"])), "per": draw(st.sampled_from([[], member]))}
    if "due" in data:
        one["per"] = data["per"]
    own = draw(st.sampled_from(["", "measure", "where"]))
    if own == "measure":
        one["measure"] = draw(sums if "as_of" in data else st.one_of(simple_measures, ratios))
    elif own:
        one["where"] = draw(st.lists(conditions, min_size=1, max_size=1))
    if "entered" in data["count"]["measure"] and "member" in data:
        one["per"] = []
    return one


@st.composite
def wide_rule_data(draw):
    """Rules of the further shapes: clients of the day, expected members, shares of a term, further promises."""
    data = draw(rule_data())
    if data["per"] and data["per"][0] == "organisation" and "member" not in data:
        data["per"][0] = draw(st.sampled_from(["organisation", "theme", "household"]))
    dimension = next((one for one in data["per"] if one in NAMES), "")
    if draw(st.booleans()):
        data["count"]["where"] = [*data["count"]["where"], draw(on_clients)]
    if data["target"].startswith(">=") and draw(st.booleans()):
        data["targets"] = draw(amendments)
    if dimension:
        among = draw(st.sampled_from(["", "names", "population", "population"]))
        if among:
            data["among"] = NAMES[dimension] if among == "names" else draw(populations)
        shares = data["target"][0] in ">~" and not _is_plain(data["count"]["measure"]) and "as_of" not in data
        data["also"] = draw(st.lists(also_data(data), max_size=2))
        data["pro_rata"] = (
            shares and not any(_is_plain(one.get("measure")) for one in data["also"]) and draw(st.booleans())
        )
    else:
        data["also"] = draw(st.lists(also_data(data), max_size=2))
    return data
