"""What the form offers: fields by the sort of their values, comparisons, measures, dimensions; in the users' words."""

from typing import NamedTuple
from yidang.indicators.engine.labels import LABELS
from zope.component import queryUtility
from zope.schema.interfaces import IVocabularyFactory


TERM, FLAG, NUMBER, DAY, TEXT, LIST = "term", "flag", "number", "day", "text", "list"


class Field(NamedTuple):
    """Something that a condition may name; `vocabulary` lists its values where there is a list."""

    name: str
    title: str
    sort: str
    vocabulary: str = ""


class Comparison(NamedTuple):
    """A way to compare, and the sorts of field for which it makes sense."""

    name: str
    title: str
    sorts: frozenset[str]


_TERMS = {
    "mode": "yidang.modes",
    "topic": "yidang.topics",
    "activity_type": "yidang.activity_types",
    "theme": "yidang.themes",
    "system": "yidang.systems",
    "origin": "yidang.origins",
    "channels": "yidang.channels",
    "levels": "yidang.levels",
    "report_kind": "yidang.report_kinds",
    "document_kind": "yidang.document_kinds",
    "group_type": "yidang.group_types",
    "stage": "yidang.case_stages",
    "evaluation_kind": "yidang.evaluation_kinds",
    "role": "yidang.staff_roles",
    "degree": "yidang.degrees",
    "major": "yidang.majors",
    "certificates": "yidang.certificates",
    "gender": "yidang.genders",
    "tier": "yidang.client_tiers",
    "categories": "yidang.client_categories",
    "visited_station": "yidang.contract_stations",
    "station": "yidang.contract_stations",
}
_FLAGS = (
    "professional", "station_activity", "unannounced", "announced", "real_name", "new", "registered", "key", "lead",
    "head", "qualified", "certified", "certified_in_time",
)  # fmt: skip
_NUMBERS = (
    "hours", "participants", "minutes", "members", "sessions", "days", "copies", "age", "attended", "core_members",
    "volunteer_hours", "person_hours", "income", "income_per_mu", "score", "satisfaction", "answers",
    "training_hours", "experience_years",
)  # fmt: skip
_DAYS = ("opened", "closed", "source_closed", "until")
_TEXTS = ("organisation", "outlets", "supervised", "subjects", "households", "attendees")
# Conditions that are no plain field: papers, signatures, sessions.
PAPERS, SIGNATURES, SESSIONS, EACH_RATE, EACH_MINUTES = (
    "@papers", "@signatures", "@sessions", "@each.attendance_rate", "@each.minutes",
)  # fmt: skip
_SPECIAL = (
    Field(PAPERS, "附有的文书", LIST, "yidang.service_papers"),
    Field(SIGNATURES, "签名", LIST, "yidang.signatories"),
    Field(SESSIONS, "节数（次数）", NUMBER),
    Field(EACH_RATE, "每节出勤率", NUMBER),
    Field(EACH_MINUTES, "每节分钟数", NUMBER),
)
FIELDS: dict[str, Field] = {
    one.name: one
    for one in (
        *(Field(name, LABELS.field(name), TERM, vocabulary) for name, vocabulary in _TERMS.items()),
        *(Field(name, LABELS.field(name), FLAG) for name in _FLAGS),
        *(Field(name, LABELS.field(name), NUMBER) for name in _NUMBERS),
        *(Field(name, LABELS.field(name), DAY) for name in _DAYS),
        *(Field(name, LABELS.field(name), TEXT) for name in _TEXTS),
        *_SPECIAL,
    )
}
# Ordered scales: at least one of them or above (区级及以上, 专科及以上).
SCALES = {
    "levels": ("district", "city", "province", "national"),
    "degree": ("secondary", "college", "bachelor", "master", "doctor"),
}
COMPARISONS = {
    one.name: one
    for one in (
        Comparison("in", "是其中之一", frozenset({TERM, TEXT})),
        Comparison("not_in", "不是", frozenset({TERM, TEXT})),
        Comparison("all", "都要有", frozenset({LIST})),
        Comparison(">=", "不少于", frozenset({NUMBER, TERM})),
        Comparison(">", "超过", frozenset({NUMBER})),
        Comparison("<=", "不多于", frozenset({NUMBER})),
        Comparison("<", "少于", frozenset({NUMBER})),
        Comparison("=", "正好", frozenset({NUMBER})),
        Comparison("yes", "为“是”", frozenset({FLAG})),
        Comparison("no", "为“否”", frozenset({FLAG})),
        Comparison("present", "已填写", frozenset({TERM, NUMBER, DAY, TEXT})),
        Comparison("absent", "没有填写", frozenset({TERM, NUMBER, DAY, TEXT})),
        Comparison("within", "在合同期内", frozenset({DAY})),
    )
}
WITHOUT_VALUE = frozenset({"yes", "no", "present", "absent", "within"})

KEEP = "keep"
_DISTINCT = ("subjects", "visited_station", "households", "attendees", "organisation", "workers", "date")
_SUMS = ("participants", "hours", "person_hours", "volunteer_hours", "days", "copies", "attended", "minutes")
_ENTERED = ("satisfaction", "score", "income_per_mu", "income")
MEASURES: dict[str, str] = {
    "count": "件数",
    **{f"distinct:{name}": f"不重复的{LABELS.field(name)}" for name in _DISTINCT},
    **{f"sum:{name}": f"{LABELS.field(name)}合计" for name in _SUMS},
    "exists": "有没有",
    **{f"entered:{name}": f"填报的{LABELS.field(name)}" for name in _ENTERED},
    "narrative": "只有文字约定，没有数量",
}
MEMBERS = {
    "": "整个合同", "station": "每个站点", "worker": "每名社工", "client": "每名服务对象", "organisation": "每个组织",
    "theme": "每个主题", "household": "每户",
}  # fmt: skip
PERIODS = {
    "": "整个合同期", "month": "每月", "quarter": "每季度", "half_year": "每半年", "year": "每年", "week": "每周",
    "contract_month": "每个合同月",
}  # fmt: skip
BASES = {"submitted": "提交即计", "verified": "核定后计"}
# Kinds of facts that no line counts by themselves, and old names for kinds of today.
_NOT_OFFERED = frozenset(
    {"publicity", "publicity_planning", "administration", "household", "work", "case_study", "paper", "brand"}
)


def kinds(context, chosen: tuple[str, ...]) -> dict[str, str]:
    """The kinds of record that may be counted, with those of the portal's own; what is chosen is always among them."""
    found = {kind: title for kind, title in LABELS.kinds.items() if kind not in _NOT_OFFERED or kind in chosen}
    found.update({kind: title for kind, title in terms(context, "yidang.service_kinds").items() if kind not in found})
    return found | {kind: kind for kind in chosen if kind not in found}


def terms(context, vocabulary: str) -> dict[str, str]:
    """Values and titles of a vocabulary; none for one that is not there."""
    factory = queryUtility(IVocabularyFactory, vocabulary) if vocabulary else None
    return {term.value: str(term.title) for term in factory(context)} if factory is not None else {}


def values_of(context, field: Field) -> dict[str, str]:
    """The values that a field may have, with their titles; papers of cases and groups are papers too."""
    found = terms(context, field.vocabulary)
    return {**LABELS.papers, **found} if field.name == PAPERS else found
