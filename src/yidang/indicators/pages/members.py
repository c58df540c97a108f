"""How a member of a line is called: a station, a worker, a client by alias, a theme, an organisation."""

from plone import api
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.evidence import HIDDEN
from yidang.pages.names import Names


def member_name(names: Names, rule: Rule, member: str) -> str:
    """The name of one member; of a client the title of the file, to those who may see that file."""
    return name_among(
        names, member_dimension(rule.per) or next((member_dimension(one.per) for one in rule.also), ""), member
    )


def name_among(names: Names, dimension: str, member: str) -> str:
    """The same where one knows of which dimension the member is."""
    if not member:
        return "未注明"
    if dimension == "client":
        return names.known(member, _client)
    if dimension in ("station", "worker", ""):
        return names.of(member)
    return LABELS.value(dimension, member)


def _client(uid: str) -> str:
    brain = next(iter(api.portal.get_tool("portal_catalog")(UID=uid)), None)
    return brain.Title if brain is not None else HIDDEN
