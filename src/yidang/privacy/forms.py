"""The add form of a client's file."""

from plone.dexterity.interfaces import IDexterityFTI
from Products.CMFCore.interfaces import IFolderish
from yidang.archive.forms.add import AddForm
from yidang.archive.forms.add import AddView
from yidang.interfaces import IYidangLayer
from zope.component import adapter


class AddClient(AddForm):
    """A new file has no past and no end: both are asked when they come (`course.py`)."""

    def updateFields(self) -> None:
        """Leave out the days of what may happen later."""
        super().updateFields()
        self.fields = self.fields.omit("ended", "tier_since")


@adapter(IFolderish, IYidangLayer, IDexterityFTI)
class AddClientView(AddView):
    """`++add++Client`."""

    form = AddClient
