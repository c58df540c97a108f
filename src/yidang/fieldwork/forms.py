"""The forms of a service record ask only what its kind needs."""

from plone.dexterity.interfaces import IDexterityFTI
from Products.CMFCore.interfaces import IFolderish
from yidang.archive.forms.add import AddForm
from yidang.archive.forms.add import AddView
from yidang.archive.forms.edit import EditForm
from yidang.archive.forms.edit import EditView
from yidang.interfaces import IYidangLayer
from zope.component import adapter


SERVED = frozenset({"clients", "mode", "topic", "hours", "place"})
GATHERED = frozenset({"participants", "hours", "place"})
SUPERVISED = frozenset({"mode", "visited_station", "hours", "place"})
COUNTED_IN_DAYS = frozenset({"days"})
# The fields that only some kinds need, by kind; a kind of the portal's own is asked everything.
ASKED = {
    "visit": SERVED,
    "consultation": SERVED,
    "activity": GATHERED,
    "outreach": GATHERED,
    "lecture": GATHERED,
    "forum": GATHERED,
    "volunteer_activity": GATHERED,
    "volunteer_work": GATHERED,
    "volunteer_team": GATHERED,
    "training": GATHERED,
    "meeting": GATHERED,
    "review_meeting": GATHERED,
    "supervision": SUPERVISED,
    "guidance": SUPERVISED | {"participants"},
    "inspection": SUPERVISED,
    "publicity_day": COUNTED_IN_DAYS,
    "office_day": COUNTED_IN_DAYS,
}
OPTIONAL = frozenset().union(*ASKED.values())


class AskedFields:
    """Mixin: leave out what this kind does not need, unless it was sent or is filled in already."""

    def updateFields(self) -> None:
        """Once the fields are known."""
        super().updateFields()
        self.fields = self.fields.omit(*(name for name in self.unasked() if not self._is_used(name)))

    def unasked(self) -> frozenset[str]:
        """The fields that the kind does not need."""
        return OPTIONAL - ASKED.get(self.kind(), OPTIONAL)

    def _is_used(self, name: str) -> bool:
        sent = f"{self.prefix}widgets.{name}"
        return sent in self.request.form or f"{sent}-empty-marker" in self.request.form


class AddService(AskedFields, AddForm):
    """The add form."""

    def kind(self) -> str:
        """The kind that the address or the form names."""
        sent = self.request.form.get(f"{self.prefix}widgets.kind") or self.request.form.get("kind") or ""
        return sent[0] if isinstance(sent, list) and sent else str(sent)


class EditService(AskedFields, EditForm):
    """The edit form."""

    def kind(self) -> str:
        """The kind of the record."""
        return self.context.kind

    def _is_used(self, name: str) -> bool:
        return super()._is_used(name) or getattr(self.context, name, None) not in (None, "", ())


@adapter(IFolderish, IYidangLayer, IDexterityFTI)
class AddServiceView(AddView):
    """`++add++ServiceRecord`."""

    form = AddService


class EditServiceView(EditView):
    """`@@edit`."""

    form = EditService
