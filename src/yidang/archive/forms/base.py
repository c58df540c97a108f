"""What our add and edit forms share: plain markup, Chinese sentences, status 400 on refusal, nothing typed is lost."""

from plone import api
from plone.formwidget.namedfile.interfaces import INamedFileWidget
from plone.z3cform import layout
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.archive.actions import fire
from yidang.archive.forms.interfaces import IPlainFormLayer
from yidang.archive.interfaces import IRecord
from yidang.archive.place import archive_of
from yidang.archive.place import section_of
from yidang.archive.wording import sentence
from yidang.errors import Refused
from z3c.form.error import ErrorViewSnippet
from z3c.form.interfaces import ICheckBoxWidget
from z3c.form.interfaces import IFileWidget
from z3c.form.interfaces import ISelectWidget
from z3c.form.interfaces import ISingleCheckBoxWidget
from z3c.form.interfaces import ITextAreaWidget
from z3c.form.interfaces import ITextLinesWidget
from z3c.form.interfaces import ITextWidget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import Invalid
from zope.schema.interfaces import ValidationError

import transaction


PLAIN_WIDGETS = (
    ICheckBoxWidget,
    IFileWidget,
    ISelectWidget,
    ISingleCheckBoxWidget,
    ITextAreaWidget,
    ITextLinesWidget,
    ITextWidget,
)


class PlainSnippet(ErrorViewSnippet):
    """The sentence at a field."""

    def createMessage(self) -> str:
        """In words that say what to do."""
        return sentence(self.error, self.field)


@adapter(ValidationError, IPlainFormLayer, Interface, Interface, Interface, Interface)
class ValidationSnippet(PlainSnippet):
    """For what a field refuses."""


@adapter(Invalid, IPlainFormLayer, Interface, Interface, Interface, Interface)
class InvalidSnippet(PlainSnippet):
    """For what a schema refuses as a whole."""


@adapter(ValueError, IPlainFormLayer, Interface, Interface, Interface, Interface)
class ValueSnippet(PlainSnippet):
    """For what cannot be read."""


class PlainForm:
    """Mixin of the add and the edit form."""

    enableCSRFProtection = True
    refusals: tuple[str, ...] = ()

    def render(self) -> str:
        """The page template shows the fields; nothing is rendered here."""
        return ""

    def checked(self):
        """The typed data, or None when something is wrong with it; then the page says so with status 400."""
        data, errors = self.extractData()
        if not errors:
            return data
        self._forget_bad_files()
        for error in errors:
            widget = self.widgets.get(getattr(error.error, "field", "")) if error.widget is None else None
            if widget is not None:
                widget.error = error
            elif error.widget is None:
                self.refusals += (error.message,)
        self.request.response.setStatus(400)
        return None

    def _forget_bad_files(self) -> None:
        """A refused file is not offered again; a good one stays while something else is put right."""
        for widget in self.inputs:
            if widget.error and IFileWidget.providedBy(widget):
                widget.value = None

    def attempt(self, change, *arguments):
        """The result of `change(*arguments)`; None when it is refused, and then nothing of it remains."""
        try:
            return change(*arguments)
        except Refused as refused:
            transaction.abort()
            self.refuse(refused)
            return None

    def refuse(self, refused: Refused) -> None:
        """Show a refusal at its fields, or above them."""
        self.request.response.setStatus(refused.status)
        elsewhere = []
        for error in refused.errors:
            widget = self.widgets.get(error.field)
            if widget is None:
                elsewhere.append(error.message)
            else:
                self.say_at(widget, error.message)
        if not refused.errors:
            elsewhere.append(refused.message)
        self.refusals += tuple(dict.fromkeys(elsewhere))

    def say_at(self, widget, message: str) -> InvalidSnippet:
        """Show a sentence at one field; returns the snippet for the form's list of errors."""
        snippet = InvalidSnippet(Invalid(message), self.request, widget, widget.field, self, self.context)
        snippet.update()
        widget.error = snippet
        return snippet

    def submit(self, record) -> None:
        """Take the step after saving; what is missing is said on the record's page, the record stays as a draft."""
        try:
            fire(record, "submit")
        except Refused as refused:
            api.portal.show_message(f"已保存，但还没有提交。{refused.message}", self.request, "warning")
        else:
            api.portal.show_message("已保存并提交，等待采购方核定。", self.request, "success")

    def go(self, content) -> None:
        """To the page of what was saved; a part of a record has its place on the record's page."""
        self.request.response.redirect(content.absolute_url())

    @property
    def inputs(self) -> list:
        """Every widget, those of field groups last."""
        return [widget for form in (self, *self.groups) for widget in form.widgets.values()]

    @property
    def wrong(self) -> list:
        """The widgets with errors, in the order of the page."""
        return [widget for widget in self.inputs if widget.error]


class PlainWrapper(layout.FormWrapper):
    """The page around a form."""

    request_layer = IPlainFormLayer
    index = ViewPageTemplateFile("templates/form.pt")

    @property
    def page_title(self) -> str:
        """Heading and tab."""
        return self.form_instance.label

    @property
    def needs_scripts(self) -> bool:
        """Only rich text and grids need Plone's JavaScript."""
        return not all(any(kind.providedBy(one) for kind in PLAIN_WIDGETS) for one in self.form_instance.inputs)

    def has_own_label(self, widget) -> bool:
        """A single check box stands beside its own words."""
        return ISingleCheckBoxWidget.providedBy(widget)

    def input_of(self, widget) -> str:
        """Id of the element that a label names; the input of a file has one of its own."""
        return f"{widget.id}-input" if INamedFileWidget.providedBy(widget) else widget.id

    def description_of(self, widget) -> str:
        """The hint under a field."""
        return translate(widget.field.description or "", context=self.request)

    def crumbs(self) -> list[tuple[str, str]]:
        """Archive, section, and the record in which this lies or will lie."""
        places = [archive_of(self.context), section_of(self.context)]
        if IRecord.providedBy(self.context):
            places.append(self.context)
        return [(place.title, place.absolute_url()) for place in places if place is not None]
