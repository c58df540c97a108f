"""Rows of plain inputs, as many as are filled and some to spare; they work without JavaScript and fit a phone."""

from plone.app.z3cform.widgets.text import TextWidget
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from yidang.archive.forms.interfaces import IPlainFormLayer
from yidang.archive.forms.interfaces import IRowsWidget
from yidang.rows import IRows
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IFloat
from zope.schema.interfaces import IInt
from zope.schema.interfaces import IVocabularyFactory


SPARE = 2
MOST = 200


@implementer_only(IRowsWidget)
class RowsWidget(TextWidget):
    """`form.widgets.certificates.0.issued`, …"""

    klass = "rows-widget"
    template = ViewPageTemplateFile("templates/rows.pt")

    def render(self) -> str:
        """The rows; there is no other mode than input."""
        return self.template()

    def extract(self, default=NO_VALUE):
        """The rows as texts; nothing at all when the form did not have them."""
        form, names = self.request.form, [name for name, _ in getFieldsInOrder(self.field.row)]
        if f"{self.name}-empty-marker" not in form:
            return default
        rows = []
        for at in range(MOST):
            sent = {name: form.get(f"{self.name}.{at}.{name}") for name in names}
            if all(value is None for value in sent.values()):
                break
            rows.append({name: value if isinstance(value, str) else "" for name, value in sent.items()})
        return tuple(rows)

    def rows(self) -> list[list[dict[str, Any]]]:
        """What is shown: the cells of every row."""
        kept = list(self.value or ())
        return [self._cells(at, row) for at, row in enumerate([*kept, *({} for _ in range(SPARE))])]

    def _cells(self, at: int, row: dict[str, str]) -> list[dict[str, Any]]:
        return [
            {
                "id": self.id if not at and not place else f"{self.id}-{at}-{name}",
                "name": f"{self.name}.{at}.{name}",
                "label": field.title,
                "value": row.get(name) or "",
                "type": _type(field),
                "options": self._options(field, row.get(name) or ""),
            }
            for place, (name, field) in enumerate(getFieldsInOrder(self.field.row))
        ]

    def _options(self, field, chosen: str) -> list[dict[str, Any]] | None:
        if not IChoice.providedBy(field):
            return None
        terms = getUtility(IVocabularyFactory, field.vocabularyName)(self.context)
        listed = [{"value": one.token, "title": one.title, "chosen": one.token == chosen} for one in terms]
        return [{"value": "", "title": "（不填）", "chosen": not chosen}, *listed]


def _type(field) -> str:
    if IDate.providedBy(field):
        return "date"
    return "number" if IFloat.providedBy(field) or IInt.providedBy(field) else "text"


@adapter(IRows, IPlainFormLayer)
@implementer(IFieldWidget)
def rows_widget(field, request) -> RowsWidget:
    """For rows."""
    return FieldWidget(field, RowsWidget(request))


@adapter(IRows, IRowsWidget)
class RowsConverter(BaseDataConverter):
    """Between rows of values and rows of texts."""

    def toWidgetValue(self, value) -> tuple[dict[str, str], ...]:
        """Texts, as browsers take them."""
        return tuple({name: _text(cell) for name, cell in row.items()} for row in self.field.read(value or ()))

    def toFieldValue(self, value) -> list[dict[str, Any]]:
        """Values; what cannot be read is refused by the field."""
        return self.field.read(value or ())


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell)
