"""The JSON Schema of contract files: their structure, their defaults and the Chinese names of their keys."""

from .messages import sentences
from .problems import Path
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from jsonschema import Draft202012Validator
from jsonschema import FormatChecker
from referencing import Registry
from referencing import Resource
from typing import Any

import copy
import datetime
import json


CONTRACT_SCHEMA = "contract.schema.json"
INDICATOR_SCHEMA = "indicator.schema.json"

_formats = FormatChecker(formats=())


@_formats.checks("date", raises=ValueError)
def _is_date(value: Any) -> bool:
    """Only full dates that exist, written 2024-01-31."""
    if isinstance(value, str):
        datetime.datetime.strptime(value, "%Y-%m-%d")
        return len(value) == 10
    return True


@cache
def load_schema(name: str = CONTRACT_SCHEMA) -> dict[str, Any]:
    """One of the two schema files that ship with the package."""
    return json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@cache
def _validator() -> Draft202012Validator:
    schemas = [load_schema(CONTRACT_SCHEMA), load_schema(INDICATOR_SCHEMA)]
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas)
    return Draft202012Validator(schemas[0], registry=registry, format_checker=_formats)


def structure_problems(data: Any) -> Iterator[tuple[Path, str]]:
    """Where the data does not have the shape of a contract file, and why, in Chinese."""
    for error in _validator().iter_errors(data):
        yield from sentences(error, label)


def resolve(schema: dict[str, Any], root: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Follow `$ref`; what stands beside it wins. Gives the schema and the file it was found in."""
    while "$ref" in schema:
        name, _, pointer = schema["$ref"].partition("#")
        root = load_schema(name) if name else root
        target: Any = root
        for step in filter(None, pointer.split("/")):
            target = target[step]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema, root


def with_defaults(data: dict[str, Any]) -> dict[str, Any]:
    """The same contract with every omitted key that has a default written out."""
    return _filled(data, *resolve(load_schema(), load_schema()))


def _filled(data: Any, schema: dict[str, Any], root: dict[str, Any]) -> Any:
    if isinstance(data, list) and "items" in schema:
        item = resolve(schema["items"], root)
        return [_filled(value, *item) for value in data]
    if not isinstance(data, dict):
        return data
    result = dict(data)
    for key, raw in schema.get("properties", {}).items():
        part, home = resolve(raw, root)
        if key not in result and "default" in part:
            result[key] = copy.deepcopy(part["default"])
        if key in result:
            result[key] = _filled(result[key], part, home)
    return result


def label(path: Path) -> str:
    """The Chinese name of the last key of a path, or the key itself where it is free."""
    return _described(path).get("title") or str(path[-1])


def word(path: Path, value: str) -> str:
    """The Chinese word for a value of a closed list (`calendar`: 自然季度), any other value as it is."""
    return _described(path).get("x-words", {}).get(value, value)


def _described(path: Path) -> dict[str, Any]:
    """The schema of the value at a path; list items may be given by number or by name."""
    schema, root = resolve(load_schema(), load_schema())
    for step in path:
        below = schema.get("items") or schema.get("properties", {}).get(step) or schema.get("additionalProperties")
        schema, root = resolve(below if isinstance(below, dict) else {}, root)
    return schema
