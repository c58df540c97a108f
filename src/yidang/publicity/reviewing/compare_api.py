"""`GET <article>/@compare?from=0&to=now`: two versions side by side as data, for whoever sees the page."""

from plone.restapi.services import Service
from typing import Any
from yidang.errors import NotAllowed
from yidang.publicity.reviewing.actions import may_read_remarks
from yidang.publicity.reviewing.comparing import Comparison
from yidang.publicity.reviewing.comparing import NOW
from yidang.publicity.reviewing.diff import Row
from yidang.publicity.reviewing.diff import Run
from yidang.publicity.reviewing.passages import Passage
from yidang.publicity.reviewing.versions import Version


class CompareGet(Service):
    """Without `from`: since it was last sent back, else since the save before; without `to`: the present text."""

    def reply(self) -> dict[str, Any]:
        """The versions that there are, and every passage of both."""
        if not may_read_remarks(self.context):
            raise NotAllowed("您不能查看这篇稿件的旧版本。")
        found = Comparison(self.context, self._asked("from"), self._asked("to"))
        less, more = found.characters
        return {
            "@id": f"{self.context.absolute_url()}/@compare",
            "from": _name(found.old),
            "to": _name(found.new),
            "since_return": found.since_return,
            "summary": found.summary,
            "removed": less,
            "added": more,
            "items": [_row(one) for one in found.rows],
            "versions": [_version(one) for one in found.versions],
        }

    def _asked(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else "?"


def _name(number: int | None) -> int | str:
    return NOW if number is None else number


def _version(one: Version) -> dict[str, Any]:
    time = one.moment.isoformat(timespec="seconds")
    return {"number": one.number, "person": one.person, "time": time, "steps": list(one.marks)}


def _row(row: Row) -> dict[str, Any]:
    return {"kind": row.kind, "old": _side(row.old, row.old_runs), "new": _side(row.new, row.new_runs)}


def _side(passage: Passage | None, runs: tuple[Run, ...]) -> dict[str, Any] | None:
    if passage is None:
        return None
    said = [{"kind": run.kind, "text": run.text} for run in runs]
    return {"place": passage.key, "label": passage.label, "picture": passage.picture or None, "runs": said}
