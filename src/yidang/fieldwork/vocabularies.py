"""Kinds of service, how it was given and about what."""

from plone import api
from yidang.indicators.engine.words import KINDS
from yidang.vocabulary import terms
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


EXTRA_KINDS = "yidang.service_kinds_extra"
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

modes = terms(MODES)
topics = terms(TOPICS)


def extra_kinds() -> list[tuple[str, str]]:
    """The kinds that this portal adds: lines "id 标题" of the registry; a line without a title names itself."""
    found = []
    for line in api.portal.get_registry_record(EXTRA_KINDS, default=None) or ():
        kind, _, title = line.strip().partition(" ")
        if kind:
            found.append((kind, title.strip() or kind))
    return found


@provider(IVocabularyFactory)
def service_kinds(context) -> SimpleVocabulary:
    """Every kind of service; the portal's own lines may add kinds and rename ours."""
    pairs = {kind: KINDS[kind] for kind in SERVICE_KINDS}
    pairs.update(extra_kinds())
    return terms(pairs.items())(context)
