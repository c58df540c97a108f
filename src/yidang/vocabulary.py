"""Fixed lists of (value, Chinese title) as vocabularies."""

from collections.abc import Iterable
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def terms(pairs: Iterable[tuple[str, str]]):
    """A vocabulary factory for `pairs`; the value is the token, so REST and forms use the same word."""
    vocabulary = SimpleVocabulary([SimpleTerm(value, value, title) for value, title in pairs])

    @provider(IVocabularyFactory)
    def factory(context) -> SimpleVocabulary:
        return vocabulary

    return factory


def title_of(factory, value: str, context=None) -> str:
    """The Chinese title of one value; the value itself when the list does not know it."""
    try:
        return factory(context).getTerm(value).title
    except LookupError:
        return value
