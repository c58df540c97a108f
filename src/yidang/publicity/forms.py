"""Forms of an article. What is wrong stands at its field, the answer is HTTP 400, and what was typed is still there."""

from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout
from yidang.archive.place import contract_of
from yidang.publicity.content import IArticle
from yidang.publicity.content import NEED_ALT
from yidang.publicity.placements import FIELD
from yidang.publicity.uniqueness import taken_message
from z3c.form.interfaces import IErrorViewSnippet
from z3c.form.interfaces import NOT_CHANGED
from zope.component import getMultiAdapter
from zope.interface import Invalid


HIDDEN = ("IVersionable.versioning_enabled",)


class ArticleForm:
    """What adding and editing share."""

    formErrorsMessage = "有几处需要改，请看下面红色的提示。"
    uid: str | None = None

    def updateFields(self) -> None:
        """Leave out the switches that belong to an administrator, and the fieldsets they leave empty."""
        super().updateFields()
        for group in self.groups:
            group.fields = group.fields.omit(*HIDDEN)
        self.groups = [group for group in self.groups if group.fields]

    def extractData(self, setErrors: bool = True):
        """The stock extraction, with the checks that look beyond one field."""
        data, errors = super().extractData(setErrors)
        found = [self._error(name, message) for name, message in self.problems(data)]
        if found and setErrors:
            self.widgets.errors = (*(self.widgets.errors or ()), *found)
        return data, (*errors, *found)

    def problems(self, data: dict) -> list[tuple[str, str]]:
        """Field and sentence of everything that one field cannot know."""
        found = []
        image = data.get("image")
        if image is NOT_CHANGED:
            image = getattr(self.context, "image", None)
        if image is not None and not (data.get("image_alt") or "").strip() and self._sound("image"):
            found.append(("image_alt", NEED_ALT))
        urls = [row.get("url") for row in data.get(FIELD) or ()]
        taken = taken_message(contract_of(self.context), urls, self.uid) if self._sound(FIELD) else ""
        return [*found, *([(FIELD, taken)] if taken else [])]

    def _sound(self, name: str) -> bool:
        return getattr(self.widgets[name], "error", None) is None

    def _error(self, name: str, message: str):
        widget = self.widgets[name]
        parts = (Invalid(message), self.request, widget, widget.field, self, self.context)
        snippet = getMultiAdapter(parts, IErrorViewSnippet)
        snippet.update()
        widget.error = snippet
        return snippet

    def update(self) -> None:
        """A form that shows errors is no success, for scripts and caches either."""
        super().update()
        if self.widgets.errors or any(group.widgets.errors for group in self.groups):
            self.request.response.setStatus(400)


class ArticleAdd(ArticleForm, DefaultAddForm):
    """`<section>/++add++Article`"""

    portal_type = "Article"
    schema = IArticle
    label = "写新闻"
    description = "先存成草稿，再送审。"
    success_message = "草稿已保存，检查无误后请送审。"


class ArticleAddView(DefaultAddView):
    """The page around the form."""

    form = ArticleAdd


class ArticleEdit(ArticleForm, DefaultEditForm):
    """`<article>/edit`"""

    label = "修改新闻"
    success_message = "已保存。"

    def update(self) -> None:
        """Know whose addresses are one's own."""
        self.uid = self.context.UID()
        super().update()


ArticleEditView = layout.wrap_form(ArticleEdit)
