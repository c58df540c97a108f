"""Forms of an article; what they share with all records is in `archive/forms`."""

from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.interfaces import IDexterityFTI
from yidang.archive.actions import fire
from yidang.archive.content import IArchiveSection
from yidang.archive.forms.add import AddForm
from yidang.archive.forms.add import AddView
from yidang.archive.forms.edit import EditForm
from yidang.archive.forms.edit import EditView
from yidang.archive.place import contract_of
from yidang.errors import Conflict
from yidang.errors import Refused
from yidang.interfaces import IYidangLayer
from yidang.publicity.content import IArticle
from yidang.publicity.content import NEED_ALT
from yidang.publicity.drafting import TEMPLATES
from yidang.publicity.placements import early_problems
from yidang.publicity.placements import FIELD
from yidang.publicity.revision import Meanwhile
from yidang.publicity.revision import meanwhile
from yidang.publicity.uniqueness import taken_message
from yidang.publicity.writing import tell_saved
from yidang.publicity.writing import WritingPage
from z3c.form.interfaces import NOT_CHANGED
from zope.component import adapter
from zope.interface import implementer
from zope.publisher.interfaces.browser import IBrowserPage


SUBMIT = "保存并送审"


class ArticleChecks:
    """What adding and editing share: checks that look beyond one field, and the words of review."""

    own_uid: str | None = None
    meanwhile: Meanwhile | None = None

    def updateActions(self) -> None:
        """An article is sent to review, not to the purchaser."""
        super().updateActions()
        if "submit" in self.actions:
            self.actions["submit"].title = SUBMIT

    def extractData(self, setErrors: bool = True):
        """The stock extraction with our checks."""
        data, errors = super().extractData(setErrors)
        return data, (*errors, *(self.say_at(self.widgets[name], message) for name, message in self.problems(data)))

    def problems(self, data: dict) -> list[tuple[str, str]]:
        """Field and sentence of everything that one field cannot know."""
        found = []
        image = data.get("image")
        if image is NOT_CHANGED:
            image = getattr(self.context, "image", None)
        if image is not None and not (data.get("image_alt") or "").strip():
            found.append(("image_alt", NEED_ALT))
        urls = [row.get("url") for row in data.get(FIELD) or ()]
        taken = taken_message(contract_of(self.context), urls, self.own_uid)
        early = early_problems(data.get(FIELD) or (), data.get("event_date"))
        return [*found, *((FIELD, one) for one in [taken, *early] if one)]

    def checked(self):
        """A refused picture is not offered again; the one that was there before is."""
        data = super().checked()
        image = self.widgets["image"]
        if data is None and image.error:
            image.value = self.context.image if IArticle.providedBy(self.context) else None
        return data

    def submit(self, record) -> None:
        """Send to review after saving; what is missing is said on the article's page, the draft stays."""
        try:
            fire(record, "submit")
        except Refused as refused:
            api.portal.show_message(f"已保存，但还没有送审。{refused.message}", self.request, "warning")
        else:
            api.portal.show_message("已保存并送审。", self.request, "success")

    def go(self, content) -> None:
        """To the article; the browser need not keep its text any longer."""
        tell_saved(self.request, api.portal.get().absolute_url())
        super().go(content)


class ArticleAdd(ArticleChecks, AddForm):
    """`<section>/++add++Article?genre=activity_news`: an empty article, or one that begins with a template."""

    label = "写新闻"

    @property
    def chosen_genre(self) -> str:
        """The template named in the address, "" for none."""
        genre = self.request.form.get("genre")
        return genre if isinstance(genre, str) and genre in TEMPLATES else ""

    def suggested(self) -> dict:
        """The text of the template besides what every form suggests."""
        found = super().suggested()
        found["genre"] = [self.chosen_genre] if self.chosen_genre else []
        if self.chosen_genre:
            field = IArticle["text"]
            raw = TEMPLATES[self.chosen_genre].html()
            found["text"] = RichTextValue(raw, field.default_mime_type, field.output_mime_type)
        return found


@implementer(IBrowserPage)
@adapter(IArchiveSection, IYidangLayer, IDexterityFTI)
class ArticleAddView(WritingPage, AddView):
    """The page around the form."""

    form = ArticleAdd


class ArticleEdit(ArticleChecks, EditForm):
    """`<article>/edit`"""

    @property
    def own_uid(self) -> str:
        """Its own addresses are not taken by another."""
        return self.context.UID()

    def checked(self):
        """Nothing, as long as it would overwrite what somebody else has saved meanwhile."""
        data = super().checked()
        self.meanwhile = meanwhile(self.context, self.request.form) if data is not None else None
        if self.meanwhile is None:
            return data
        self.refuse(Conflict(self.meanwhile.message))
        return None


class ArticleEditView(WritingPage, EditView):
    """The page around the form."""

    form = ArticleEdit
