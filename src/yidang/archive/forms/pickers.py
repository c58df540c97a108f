"""Choosing among thousands of clients or cases: type the name, the browser offers those last worked on."""

from plone.app.z3cform.widgets.text import TextWidget
from yidang.archive.forms.interfaces import IHeldListWidget
from yidang.archive.forms.interfaces import IHeldWidget
from yidang.archive.forms.widgets import typed
from yidang.archive.held import Held
from yidang.archive.wording import BadValue
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ITuple
from zope.schema.interfaces import IVocabularyFactory


LEAST_LINES = 3
SPARE_LINES = 2


class Picker(TextWidget):
    """What both pickers share: the vocabulary of the form's place, and its recent labels."""

    klass = "held-widget"

    def suggestions(self) -> list[str]:
        """Labels offered while typing."""
        return self.vocabulary().recent()

    def vocabulary(self) -> Held:
        """The vocabulary of the field, in the place of the form."""
        choice = self.field.value_type if ITuple.providedBy(self.field) else self.field
        return getUtility(IVocabularyFactory, choice.vocabularyName)(self.form.context)


@implementer_only(IHeldWidget)
class HeldWidget(Picker):
    """One line."""

    def lines(self) -> list[str]:
        """What the inputs show."""
        return [self.value or ""]


@implementer_only(IHeldListWidget)
class HeldListWidget(Picker):
    """As many lines as are filled, and some to spare."""

    def extract(self, default=NO_VALUE):
        """All inputs of this name; one alone arrives as text."""
        value = super().extract(default)
        if value is default:
            return default
        lines = [value] if isinstance(value, str) else value
        return tuple(line.strip() for line in lines if isinstance(line, str) and line.strip())

    def lines(self) -> list[str]:
        """What the inputs show."""
        kept = list(self.value or ())
        return kept + [""] * max(LEAST_LINES - len(kept), SPARE_LINES)


@implementer(IFieldWidget)
def HeldFieldWidget(field, request):
    """For a Choice of a `held` vocabulary."""
    return FieldWidget(field, HeldWidget(request))


@implementer(IFieldWidget)
def HeldListFieldWidget(field, request):
    """For a Tuple of them."""
    return FieldWidget(field, HeldListWidget(request))


def uid_of(vocabulary: Held, text: str) -> str:
    """The UID of what `text` names; none or several are refused in words."""
    found = vocabulary.named(text)
    if len(found) == 1:
        return found[0]
    if text in vocabulary:
        return text
    if not found:
        raise BadValue(f"本合同的档案中没有“{text}”，请先建档，或从提示中选择。")
    raise BadValue(f"有 {len(found)} 个“{text}”，请从提示中选带编号的一项。")


def label_for(vocabulary: Held, uid: str) -> str:
    """The label of a UID; the UID itself for what is gone."""
    try:
        return vocabulary.getTerm(uid).title
    except LookupError:
        return uid


@adapter(IChoice, IHeldWidget)
class HeldConverter(BaseDataConverter):
    """Between UID and label."""

    def toWidgetValue(self, value) -> str:
        """The label."""
        return label_for(self.widget.vocabulary(), value) if value else ""

    def toFieldValue(self, value):
        """The UID."""
        text = typed(value)
        return uid_of(self.widget.vocabulary(), text) if text else self.field.missing_value


@adapter(ITuple, IHeldListWidget)
class HeldListConverter(BaseDataConverter):
    """Between UIDs and labels."""

    def toWidgetValue(self, value) -> tuple[str, ...]:
        """The labels."""
        vocabulary = self.widget.vocabulary()
        return tuple(label_for(vocabulary, uid) for uid in value or ())

    def toFieldValue(self, value):
        """The UIDs, each once."""
        vocabulary = self.widget.vocabulary()
        return tuple(dict.fromkeys(uid_of(vocabulary, line) for line in value or ()))
