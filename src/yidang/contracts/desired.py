"""What content a contract file asks for, as plain values, so that two files can be compared before anything is done."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from yidang.contracts.file import apply_choices
from yidang.contracts.file.choices import option_of
from yidang.contracts.file.choices import settings_under
from yidang.contracts.file.choices import term_under


FIELDS_OF_LINE = {
    "code": "code",
    "title": "title",
    "group": "heading",
    "unit": "unit",
    "target": "target",
    "note": "note",
}
FIELDS_OF_STATION = ("title", "kind", "town", "address", "phone")


def contract_fields(data: Mapping[str, Any], chosen: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the contract itself, under the chosen readings."""
    settings, term = settings_under(data, chosen), term_under(data, chosen)
    amount, hours = data.get("money", {}).get("amount"), settings.get("hours", {})
    return {
        "title": data["title"],
        "number": data["number"],
        "purchaser": data["purchaser"],
        "provider": data["provider"],
        "place": data.get("place"),
        "start": date.fromisoformat(term["start"]),
        "end": date.fromisoformat(term["end"]),
        "term_note": term.get("note"),
        "money": None if amount is None else Decimal(str(amount)),
        "stations": tuple(station["code"] for station in data["stations"]),
        "quarter_mode": settings["quarters"],
        "adjustable": settings.get("adjustable", True),
        "total_hours": _number(hours.get("total")),
        "worker_hours": _number(hours.get("per_worker_year")),
        "volunteer_hours": hours.get("volunteers", False),
        "archive_template": data["archive_number"],
        "review_steps": settings["review"]["steps"],
        "review_distinct": settings["review"]["distinct_persons"],
        "review_days": settings["review"]["days"],
        "signature_printed": settings["review"]["signature"] == "printed",
        "notes": "\n".join(f"{note['code']}：{note['text']}" for note in data["notes"]) or None,
    }


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def station_fields(data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The fields of each station by its id."""
    return {
        station["code"]: {
            **{name: station.get(name) for name in FIELDS_OF_STATION},
            "introduction": station.get("note"),
        }
        for station in data["stations"]
    }


def indicator_fields(data: Mapping[str, Any], chosen: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The fields of each indicator by its code, as it counts under the chosen readings."""
    promised = data.get("bid", {})
    rules = ({**rule, "target": promised.get(rule["code"], rule.get("target"))} for rule in apply_choices(data, chosen))
    return {rule["code"]: _line(rule) for rule in rules}


def _line(rule: Mapping[str, Any]) -> dict[str, Any]:
    fields = {field: rule.get(key) for key, field in FIELDS_OF_LINE.items()}
    fields["target"] = None if fields["target"] in (None, "none") else str(fields["target"])
    return {**fields, "rule": {key: value for key, value in rule.items() if key not in FIELDS_OF_LINE}}


def line_changes(line, said: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The fields to set on a line to bring it from what was asked for to what is asked for now.

    Its rule changes key by key, so that a target amended in the portal stays when the file or an option rewrites
    what is counted.
    """
    found = differing(said, wanted)
    if "rule" in found:
        found["rule"] = _moved(line.rule or {}, said.get("rule", {}), found["rule"])
    return found


def _moved(present: Mapping[str, Any], said: Mapping[str, Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    gone = {key for key in said if key not in wanted}
    return {key: value for key, value in present.items() if key not in gone} | differing(said, wanted)


def differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """What the new one says differently, or for the first time."""
    return {name: value for name, value in new.items() if name not in old or old[name] != value}


def choices_shown(data: Mapping[str, Any], chosen: Mapping[str, str]) -> list[dict[str, Any]]:
    """The readings as the contract keeps them: question, options, why, and which option is in force."""
    return [
        {
            "code": choice["code"],
            "question": choice["question"],
            "why": choice["why"],
            "chosen": chosen[choice["code"]],
            "options": [{"code": option["code"], "title": option["title"]} for option in choice["options"]],
        }
        for choice in data["choices"]
    ]


def options_in_force(data: Mapping[str, Any], kept: Mapping[str, str]) -> dict[str, str]:
    """The option of every choice: the one kept where the file still offers it, else the file's default."""
    return {choice["code"]: _still_offered(choice, kept.get(choice["code"])) for choice in data.get("choices", ())}


def _still_offered(choice: Mapping[str, Any], option: str | None) -> str:
    try:
        return option_of(choice, option)["code"] if option else choice["default"]
    except KeyError:
        return choice["default"]
