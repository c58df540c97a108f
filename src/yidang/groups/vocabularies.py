"""Kinds of groups, and the members of one."""

from Acquisition import aq_base
from Acquisition import aq_chain
from Acquisition import aq_inner
from yidang.groups.content import IGroupWork
from yidang.vocabulary import terms
from zope.interface import implementer
from zope.interface import provider
from zope.schema.interfaces import ITitledTokenizedTerm
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary


# S0-10 names the first three.
GROUP_TYPES = (
    ("educational", "教育性"),
    ("supportive", "支持性"),
    ("therapeutic", "治疗性"),
    ("growth", "成长性"),
    ("other", "其他"),
)

group_types = terms(GROUP_TYPES)


@implementer(ITitledTokenizedTerm)
class Member:
    """A member; the token is the name itself, as REST and forms use the same word."""

    def __init__(self, name: str) -> None:
        self.value = self.token = self.title = name


def group_of(context):
    """The group around a session or an add form, or None."""
    chain = aq_chain(aq_inner(context)) if context is not None else ()
    return next((parent for parent in chain if IGroupWork.providedBy(parent)), None)


@provider(IVocabularyFactory)
def group_members(context) -> SimpleVocabulary:
    """The members of the group around `context`, and those whom this session names already."""
    group = group_of(context)
    names = dict.fromkeys(group.members or ()) if group is not None else {}
    names.update(dict.fromkeys(getattr(aq_base(context), "attendance", None) or ()))
    return SimpleVocabulary([Member(name) for name in names])
