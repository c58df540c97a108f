"""Input elements that work without JavaScript: numbers, days, plain selects and check boxes."""

from datetime import date
from math import isfinite
from plone.app.z3cform.widgets.checkbox import CheckBoxFieldWidget
from plone.app.z3cform.widgets.select import SelectWidget
from plone.app.z3cform.widgets.text import TextWidget
from yidang import clock
from yidang.archive.fields import DayField
from yidang.archive.fields import EARLIEST
from yidang.archive.fields import ILines
from yidang.archive.fields import lines_in
from yidang.archive.forms.interfaces import IDayWidget
from yidang.archive.forms.interfaces import INumberWidget
from yidang.archive.forms.interfaces import IPlainFormLayer
from yidang.archive.wording import BadValue
from yidang.archive.wording import NOT_A_DAY
from yidang.archive.wording import NOT_A_NUMBER
from yidang.archive.wording import NOT_WHOLE
from z3c.form.converter import BaseDataConverter
from z3c.form.converter import TextLinesConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import ITextLinesWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import implementer_only
from zope.interface import Interface
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IFloat
from zope.schema.interfaces import IInt
from zope.schema.interfaces import ITuple


@implementer_only(INumberWidget)
class NumberWidget(TextWidget):
    """`<input type="number">`."""

    klass = "number-widget"

    @property
    def attributes(self) -> dict:
        """Bounds and step of the field."""
        found = super().attributes
        whole = IInt.providedBy(self.field)
        found.update(type="number", inputmode="numeric" if whole else "decimal", step="1" if whole else "any")
        for name in ("min", "max"):
            if getattr(self.field, name, None) is not None:
                found[name] = f"{getattr(self.field, name):g}"
        return found


@implementer_only(IDayWidget)
class DayWidget(TextWidget):
    """`<input type="date">`; a day that must have come cannot be chosen beyond today."""

    klass = "day-widget"

    @property
    def attributes(self) -> dict:
        """Bounds of the field."""
        found = super().attributes
        found["type"] = "date"
        if isinstance(self.field, DayField):
            found.update(min=EARLIEST.isoformat(), max=clock.today().isoformat())
        return found


class ChoiceWidget(SelectWidget):
    """`<select>`; nobody sends the first entry of a list unknowingly."""

    noValueMessage = "（不填）"
    promptMessage = "请选择"

    def update(self) -> None:
        """Ask where the field has no value of its own."""
        self.prompt = bool(self.field.required and self.field.default is None)
        super().update()


@adapter(IInt, IPlainFormLayer)
@implementer(IFieldWidget)
def whole_number_widget(field, request):
    """For whole numbers."""
    return FieldWidget(field, NumberWidget(request))


@adapter(IFloat, IPlainFormLayer)
@implementer(IFieldWidget)
def number_widget(field, request):
    """For numbers."""
    return FieldWidget(field, NumberWidget(request))


@adapter(IDate, IPlainFormLayer)
@implementer(IFieldWidget)
def day_widget(field, request):
    """For days."""
    return FieldWidget(field, DayWidget(request))


@adapter(IChoice, Interface, IPlainFormLayer)
@implementer(IFieldWidget)
def choice_widget(field, vocabulary, request):
    """For one of a list."""
    return FieldWidget(field, ChoiceWidget(request))


@adapter(ITuple, IChoice, IPlainFormLayer)
@implementer(IFieldWidget)
def choices_widget(field, value_type, request):
    """For several of a short list."""
    return CheckBoxFieldWidget(field, request)


def typed(value) -> str:
    """What was typed into one input; a forged request may send several."""
    return value.strip() if isinstance(value, str) else ""


@adapter(IDate, IDayWidget)
class DayConverter(BaseDataConverter):
    """ISO days, as browsers send them."""

    def toWidgetValue(self, value) -> str:
        """2026-03-09."""
        return value.isoformat() if value is not None else ""

    def toFieldValue(self, value):
        """The day; what is none is refused in words."""
        text = typed(value)
        if not text:
            return self.field.missing_value
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BadValue(NOT_A_DAY) from None


@adapter(ILines, ITextLinesWidget)
class LinesConverter(TextLinesConverter):
    """One text a line; the line end after the last one is no text."""

    def toFieldValue(self, value):
        """The lines that say something."""
        return lines_in(typed(value).splitlines())


class NumberConverter(BaseDataConverter):
    """Numbers as people type them, full-width digits included."""

    read: type = int
    refusal = NOT_WHOLE

    def toWidgetValue(self, value) -> str:
        """Without thousands separators, without a needless ".0"."""
        return "" if value is None else f"{value:.10g}" if isinstance(value, float) else str(value)

    def toFieldValue(self, value):
        """The number; what is none is refused in words."""
        text = typed(value).replace(",", "").replace("，", "")
        if not text:
            return self.field.missing_value
        try:
            number = self.read(text)
        except (ValueError, OverflowError):
            raise BadValue(self.refusal) from None
        if not isfinite(number):
            raise BadValue(self.refusal)
        return number


@adapter(IInt, INumberWidget)
class WholeNumberConverter(NumberConverter):
    """Whole numbers."""


@adapter(IFloat, INumberWidget)
class FloatConverter(NumberConverter):
    """Numbers with a fraction."""

    read = float
    refusal = NOT_A_NUMBER
