"""Chinese names of the terms that rules and facts use; the words are a table, extended by `extended`."""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any
from yidang.indicators.engine import words


@dataclass(frozen=True, eq=False)
class Labels:
    """The tables of names; unknown terms are shown as they are."""

    kinds: Mapping[str, str]
    fields: Mapping[str, str]
    values: Mapping[str, str]
    papers: Mapping[str, str]
    signers: Mapping[str, str]
    sessions: Mapping[str, str]
    states: Mapping[str, str]
    percentages: frozenset[str]
    plain_values: frozenset[str]
    appearing: frozenset[str]

    def kind(self, kind: str) -> str:
        """The name of a kind of work."""
        return self.kinds.get(kind, kind)

    def field(self, field: str) -> str:
        """The name of a field."""
        return self.fields.get(field, field)

    def value(self, field: str, term: Any) -> str:
        """The name of a term, which may depend on the field."""
        if isinstance(term, bool):
            return "是" if term else "否"
        found = self.values.get(f"{field}.{term}") or self.values.get(str(term))
        return found or self.papers.get(str(term)) or str(term)

    def values_of(self, field: str, terms: Collection[Any]) -> str:
        """Several terms in a row."""
        return "、".join(self.value(field, term) for term in terms)

    def session(self, kind: str) -> str:
        """The measure word of a child."""
        return self.sessions.get(kind, "条")

    def extended(self, **tables: Mapping[str, str] | Collection[str]) -> "Labels":
        """The same names with more of them: `labels.extended(kinds={"camp": "夏令营"})`."""
        return replace(self, **{name: _joined(getattr(self, name), more) for name, more in tables.items()})


def _joined(table: Any, more: Any) -> Any:
    return table | frozenset(more) if isinstance(table, frozenset) else {**table, **more}


LABELS = Labels(
    kinds=words.KINDS,
    fields=words.FIELDS,
    values=words.VALUES,
    papers=words.PAPERS,
    signers=words.SIGNERS,
    sessions=words.SESSIONS,
    states=words.STATES,
    percentages=frozenset({"attendance_rate", "satisfaction", "rate"}),
    appearing=words.APPEARING,
    plain_values=frozenset({"origin", "mode", "group_type", "activity_type", "level", "channels", "levels"}),
)
