"""Adding: `<section>/++add++CaseFile`, `<case>/++add++CaseSession`."""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from plone import api
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.interfaces import IDexterityFTI
from Products.CMFCore.interfaces import IFolderish
from yidang import clock
from yidang.archive.fields import DayField
from yidang.archive.forms.base import PlainForm
from yidang.archive.forms.base import PlainWrapper
from yidang.archive.interfaces import IRecord
from yidang.errors import NotAllowed
from yidang.interfaces import IYidangLayer
from z3c.form import button
from zope.component import adapter
from zope.component import getUtility
from zope.dottedname.resolve import resolve
from zope.interface import implementer
from zope.publisher.browser import BrowserPage
from zope.publisher.interfaces.browser import IBrowserPage
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IVocabularyFactory


class AddForm(PlainForm, DefaultAddForm):
    """Save as a draft, or save and submit at once."""

    description = ""

    @property
    def label(self) -> str:
        """记探访, 新建个案."""
        kind = self.request.form.get("kind")
        if "kind" in self.schema and isinstance(kind, str):
            terms = getUtility(IVocabularyFactory, self.schema["kind"].vocabularyName)(self.context)
            if kind in terms:
                return f"记{terms.getTerm(kind).title}"
        return f"新建{getUtility(IDexterityFTI, name=self.portal_type).Title()}"

    def update(self) -> None:
        """Only for those who may add here."""
        allowed = {fti.getId() for fti in self.context.allowedContentTypes()}
        if self.portal_type not in allowed:
            if getSecurityManager().getUser().getId() is None:
                raise Unauthorized("请先登录。")
            raise NotAllowed(self._why_not())
        super().update()

    def _why_not(self) -> str:
        if IRecord.providedBy(self.context):
            return f"“{self.context.title}”已经提交，退回后才能补充材料。"
        return "您不能在这里新建这类材料。"

    def updateWidgets(self, prefix=None) -> None:
        """Fill in what is nearly always right: today, oneself, the only station; and what the address says."""
        super().updateWidgets(prefix)
        if self.request.method == "GET":
            for name, value in self.suggested().items():
                if name in self.widgets:
                    self.widgets[name].value = value

    def suggested(self) -> dict:
        """Values by field name, as the widgets would send them."""
        found = {}
        for name, field in self.schema.namesAndDescriptions(all=True):
            value = self._from_address(name) or self._usual(name, field)
            if value:
                found[name] = [value] if ICollection.providedBy(field) or hasattr(field, "vocabularyName") else value
        return found

    def _from_address(self, name: str) -> str:
        value = self.request.form.get(name)
        return value if isinstance(value, str) else ""

    def _usual(self, name: str, field) -> str:
        if isinstance(field, DayField) and field.required:
            return clock.today().isoformat()
        if name == "workers":
            return self._only(field.value_type, getSecurityManager().getUser().getId())
        return self._only(field) if name == "station" else ""

    def _only(self, choice, wanted: str | None = None) -> str:
        values = [term.value for term in getUtility(IVocabularyFactory, choice.vocabularyName)(self.context)]
        if wanted is not None:
            return wanted if wanted in values else ""
        return values[0] if len(values) == 1 else ""

    def updateActions(self) -> None:
        """A session has no draft: it belongs to a record that has."""
        super().updateActions()
        if not self.is_record:
            self.actions["save"].title = "保存"

    @button.buttonAndHandler("保存草稿", name="save")
    def save(self, action) -> None:
        """Add, and show what was added."""
        self._add("已保存。")

    @button.buttonAndHandler("保存并提交", name="submit", condition=lambda form: form.is_record)
    def save_and_submit(self, action) -> None:
        """Add, submit, and show what was added."""
        self._add("")

    @button.buttonAndHandler("取消", name="cancel")
    def cancel(self, action) -> None:
        """Back to where one came from."""
        self.request.response.redirect(self.context.absolute_url())

    @property
    def is_record(self) -> bool:
        """Whether what is added is submitted by itself."""
        klass = resolve(getUtility(IDexterityFTI, name=self.portal_type).klass)
        return IRecord.implementedBy(klass) and not IRecord.providedBy(self.context)

    def _add(self, message: str) -> None:
        data = self.checked()
        content = self.attempt(self.createAndAdd, data) if data is not None else None
        if content is None:
            return
        content = self.container[content.getId()]
        if message:
            api.portal.show_message(message, self.request, "success")
        else:
            self.submit(content)
        self.go(content)


@implementer(IBrowserPage)
@adapter(IFolderish, IYidangLayer, IDexterityFTI)
class AddView(PlainWrapper, BrowserPage):
    """The page, looked up by `++add++<type>`."""

    form = AddForm

    def __init__(self, context, request, ti) -> None:
        super().__init__(context, request)
        self.ti = ti
        self.form_instance.portal_type = ti.getId()
