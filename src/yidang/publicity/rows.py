"""Placements in the form, as rows that also fit a phone.

The grid's own validator lets every row pass, its converter keeps blank rows, and its table of five columns is too wide.
"""

from collective.z3cform.datagridfield.blockdatagridfield import BlockDataGridFieldObjectWidget
from collective.z3cform.datagridfield.blockdatagridfield import BlockDataGridFieldWidget
from collective.z3cform.datagridfield.datagridfield import DataGridFieldConverter
from collective.z3cform.datagridfield.interfaces import IDataGridFieldWidget
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.archive.forms.interfaces import IPlainFormLayer
from yidang.publicity.outlet_book import SCRIPT
from yidang.publicity.outlet_book import suggestions
from yidang.publicity.placements import clean
from yidang.publicity.placements import IPlacements
from z3c.form.interfaces import IDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IValidator
from z3c.form.validator import SimpleFieldValidator
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


class PlacementRow(BlockDataGridFieldObjectWidget):
    """One row."""

    # Set here: the grid registers its templates for a browser layer of its own, which may come before ours.
    template = ViewPageTemplateFile("templates/placement_row.pt")

    def render(self) -> str:
        """With the registry's names behind the outlet."""
        self.widgets["outlet"].attributes["list"] = "yd-outlets"  # the widget keeps them once they were asked for
        return super().render()


class PlacementRows(BlockDataGridFieldWidget):
    """All rows; a new one is added by a button."""

    auto_append = False
    template = ViewPageTemplateFile("templates/placements.pt")

    @property
    def outlets(self) -> list[dict[str, str]]:
        """The outlets to choose from, once for all rows."""
        return suggestions()

    @property
    def script(self) -> str:
        """Address of what fills channel and level while somebody types."""
        return f"{api.portal.get().absolute_url()}/{SCRIPT}"

    def createObjectWidget(self, idx) -> PlacementRow:
        """One row; the empty one that is copied for a new row shows no errors."""
        widget = FieldWidget(self.field.value_type, PlacementRow(self.request))
        widget.setErrors = idx != "TT"
        return widget


@implementer(IFieldWidget)
@adapter(IPlacements, IPlainFormLayer)
def placements_widget(field, request) -> PlacementRows:
    """The widget of placements."""
    return FieldWidget(field, PlacementRows(request))


@implementer(IDataConverter)
@adapter(IPlacements, IDataGridFieldWidget)
class PlacementsConverter(DataGridFieldConverter):
    """Rows with all their columns; a row in which nothing was typed is none."""

    def toFieldValue(self, value) -> list[dict]:
        """The rows that were filled in."""
        rows = [clean(row) for row in super().toFieldValue(value) or ()]
        return [row for row in rows if any(row.values())]


@implementer(IValidator)
@adapter(Interface, IPlainFormLayer, Interface, IPlacements, IDataGridFieldWidget)
class PlacementsValidator(SimpleFieldValidator):
    """Asks the field, which names every wrong row."""
