"""What an amended contract file changes, in sentences that a person can agree to."""

from .checks import KEYED
from .problems import Path
from .schema import label
from .schema import word
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml


ABSENT = object()
# Lists whose items have a name of their own are compared by it, so that moving a line is no change.
NAMES = {**KEYED, "options": "code", "kinds": "kind"}


@dataclass(frozen=True)
class Change:
    """One difference; `old` or `new` is None where the thing was not there before or is no longer."""

    path: str
    old: Any
    new: Any
    sentence: str


def difference(old_data: Mapping[str, Any], new_data: Mapping[str, Any]) -> list[Change]:
    """Every difference between two contracts as `read` gives them; the same contract has none."""
    return list(_compare(old_data, new_data, (), ()))


def _compare(old: Any, new: Any, path: Path, crumbs: tuple[str, ...]) -> Iterator[Change]:
    """`path` is the place in the data, `crumbs` are the Chinese words that lead there."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys([*old, *new]):
            place = (*path, key)
            yield from _compare(old.get(key, ABSENT), new.get(key, ABSENT), place, (*crumbs, label(place)))
    elif (name := _item_name(path, old, new)) is not None:
        yield from _compare_items(_by_name(old, name), _by_name(new, name), path, crumbs)
    elif not _same(old, new):
        yield _change(old, new, path, crumbs)


def _item_name(path: Path, old: Any, new: Any) -> str | None:
    """The key that names the items of both lists, or None when they are plain values."""
    name = NAMES.get(path[-1]) if path else None
    if not (name and isinstance(old, list) and isinstance(new, list)):
        return None
    return name if all(isinstance(item, Mapping) and name in item for item in (*old, *new)) else None


def _by_name(items: list[Mapping[str, Any]], name: str) -> dict[str, Mapping[str, Any]]:
    return {item[name]: item for item in items}


def _compare_items(
    old: dict[str, Mapping[str, Any]], new: dict[str, Mapping[str, Any]], path: Path, crumbs: tuple[str, ...]
) -> Iterator[Change]:
    for name in dict.fromkeys([*old, *new]):
        title = _title(new.get(name) or old[name])
        crumb = f"{crumbs[-1]}“{name} {title}”" if title else f"{crumbs[-1]}“{name}”"
        yield from _compare(old.get(name, ABSENT), new.get(name, ABSENT), (*path, name), (*crumbs[:-1], crumb))


def _same(old: Any, new: Any) -> bool:
    """Equality that tells true from 1, as the file does."""
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_same, old, new))
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return old.keys() == new.keys() and all(_same(old[key], new[key]) for key in old)
    return isinstance(old, bool) == isinstance(new, bool) and old == new


def _title(value: Any) -> str:
    """What a person calls an item of a list; empty for a plain value."""
    return str(value.get("title") or value.get("question") or "") if isinstance(value, Mapping) else ""


def _change(old: Any, new: Any, path: Path, crumbs: tuple[str, ...]) -> Change:
    where, place = "的".join(crumbs), named(path)
    if old is ABSENT:
        return Change(place, None, new, f"新增{where}" + ("" if _title(new) else f"：{_shown(new, path)}"))
    if new is ABSENT:
        return Change(place, old, None, f"删去{where}" + ("" if _title(old) else f"（原为：{_shown(old, path)}）"))
    return Change(place, old, new, f"{where}由“{_shown(old, path)}”改为“{_shown(new, path)}”")


def named(path: Path) -> str:
    """A path whose list items are named: `indicators.S0-I07.target`."""
    return ".".join(map(str, path))


def _shown(value: Any, path: Path) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (list, Mapping)):
        return yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000).strip()
    return word(path, str(value))
