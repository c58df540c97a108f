"""A line by station."""

from datetime import date
from yidang.indicators.engine import Evidence
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.drawing import plain_bar
from yidang.indicators.pages.figures import shown
from yidang.pages.names import Names


def stations_of(rule: Rule, tally: Tally, found: Evidence, contract, names: Names) -> list[dict]:
    """Every station that is expected or has a number, the least first, with the day of its last record."""
    if rule.is_plain():
        return []
    values = dict.fromkeys(contract.stations or (), 0) | dict(tally.stations)
    targets = {one.member: one.target for one in tally.members} if "station" in rule.per else {}
    values |= {one.member: one.value or 0 for one in tally.members} if targets else {}
    latest: dict[str, date] = {}
    for fact in found.counted:
        if fact.date:
            latest[fact.station] = max(fact.date, latest.get(fact.station, fact.date))
    if not targets and not any(values.values()):
        return []
    most = max([*values.values(), *(one for one in targets.values() if one)], default=0) or 1
    return [
        {
            "id": station or "-",
            "name": names.station(station) or "未注明站点",
            "value": shown(value),
            "target": shown(targets[station]) if targets.get(station) is not None else "",
            "last": latest.get(station),
            "bar": plain_bar(100 * value / most, f"{names.station(station)} {shown(value)}"),
        }
        for station, value in sorted(values.items(), key=lambda one: (one[1], one[0]))
        if station or value
    ]
