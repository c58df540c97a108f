"""Editing a record or a part of one."""

from plone import api
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from yidang.archive.actions import open_steps
from yidang.archive.forms.base import PlainForm
from yidang.archive.forms.base import PlainWrapper
from yidang.archive.interfaces import IRecord
from z3c.form import button
from zope.interface import implementer


class EditForm(PlainForm, DefaultEditForm):
    """Save, or save and submit at once."""

    description = ""

    @property
    def label(self) -> str:
        """修改：题名."""
        return f"修改：{self.context.Title()}"

    @button.buttonAndHandler("保存", name="save")
    def save(self, action) -> None:
        """Apply, and show what was changed."""
        if self._apply():
            api.portal.show_message("修改已保存。", self.request, "success")
            self.go(self.context)

    @button.buttonAndHandler("保存并提交", name="submit", condition=lambda form: form.may_submit)
    def save_and_submit(self, action) -> None:
        """Apply and submit."""
        if self._apply():
            self.submit(self.context)
            self.go(self.context)

    @button.buttonAndHandler("取消", name="cancel")
    def cancel(self, action) -> None:
        """Back to the page of what was to be changed."""
        self.request.response.redirect(self.context.absolute_url())

    @property
    def may_submit(self) -> bool:
        """Whether the record waits to be submitted by this person."""
        return IRecord.providedBy(self.context) and "submit" in open_steps(self.context)

    def _apply(self) -> bool:
        data = self.checked()
        return data is not None and self.attempt(self.applyChanges, data) is not None


@implementer(IDexterityEditForm)
class EditView(PlainWrapper):
    """The page `@@edit`."""

    form = EditForm
