"""Kinds of service, how it was given, about what, and what goes with it."""

from plone import api
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.words import KINDS
from yidang.vocabulary import terms
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


EXTRA_KINDS = "yidang.service_kinds_extra"
THEMES = "yidang.activity_themes"
SERVICE_KINDS = (
    "visit",
    "consultation",
    "activity",
    "outreach",
    "lecture",
    "volunteer_activity",
    "volunteer_team",
    "volunteer_work",
    "forum",
    "supervision",
    "guidance",
    "inspection",
    "training",
    "meeting",
    "review_meeting",
    "publicity_day",
    "office_day",
    "campaign",
    "policy_talk",
    "handout",
    "referral",
    "volunteer",
    "volunteer_project",
    "organisation",
    "incubation",
    "organisation_training",
    "organisation_activity",
    "fund",
    "resource",
    "talent",
    "farm_training",
    "harvest",
    "recruitment",
    "exam_pass",
)
MODES = (
    ("office", "来访"),
    ("home", "入户"),
    ("phone", "电话"),
    ("online", "线上"),
    ("onsite", "现场"),
    ("escort", "陪同"),
)
# The five topics of S0-08.
TOPICS = (
    ("law", "法律政策"),
    ("family", "婚姻家庭"),
    ("rights", "维权指导"),
    ("mind", "心理调适"),
    ("parenting", "家庭教育"),
    ("other", "其他"),
)

# Three sizes with hours of their own (S1-18).
ACTIVITY_TYPES = ("large", "medium", "lecture")
# S1-21 and S3-I07 name the first, S2-I35 the second.
SYSTEMS = (("national", "全国志愿服务信息系统"), ("chongqing", "重庆志愿服务信息系统"), ("other", "其他系统"))
# Papers that go with a record (D-06, D-09, D-10, D-12, D-13, D-16; S2-34 for those of the farmers).
PAPERS = (
    "plan",
    "sign_in",
    "photos",
    "summary",
    "record",
    "certificate",
    "screenshot",
    "agreement",
    "applications",
    "vetting",
    "interview",
    "physical_exam",
    "public_notice",
    "hiring",
    "roster",
    "field_survey",
    "quotes",
    "handover",
)

modes = terms(MODES)
topics = terms(TOPICS)
activity_types = terms((one, LABELS.value("activity_type", one)) for one in ACTIVITY_TYPES)
systems = terms(SYSTEMS)
service_papers = terms((one, LABELS.papers[one]) for one in PAPERS)


def added(record: str) -> list[tuple[str, str]]:
    """What this portal adds: lines "id 标题" of the registry; a line without a title names itself."""
    found = []
    for line in api.portal.get_registry_record(record, default=None) or ():
        value, _, title = line.strip().partition(" ")
        if value:
            found.append((value, title.strip() or value))
    return found


@provider(IVocabularyFactory)
def service_kinds(context) -> SimpleVocabulary:
    """Every kind of service; the portal's own lines may add kinds and rename ours."""
    pairs = {kind: KINDS[kind] for kind in SERVICE_KINDS}
    pairs.update(added(EXTRA_KINDS))
    return terms(pairs.items())(context)


@provider(IVocabularyFactory)
def themes(context) -> SimpleVocabulary:
    """What activities, talks and trainings are about: all of it lines of the registry, to be edited there."""
    return terms(dict(added(THEMES)).items())(context)
