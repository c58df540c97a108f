"""The page on which an article is written: editor and title in front, all that belongs to it beside them.

Everything on it works without JavaScript; the scripts keep what is typed in the browser, take pictures in and read the
record of an activity before the article is saved (docs/writing.md).
"""

from functools import cache
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import NamedTuple
from urllib.parse import urlsplit
from yidang.archive.forms.base import PlainWrapper
from yidang.publicity.content import IArticle
from yidang.publicity.drafting import TEMPLATES
from yidang.publicity.renditions import WIDTHS
from yidang.publicity.revision import revision_of
from yidang.publicity.vocabularies import GENRES

import json
import re


STATIC = Path(__file__).parent / "static"
SCRIPTS = (
    "count.js", "pasting.js", "shrinking.js", "pictures.js", "figures.js", "drafts.js", "activity.js", "writing.js",
)  # fmt: skip
MAIN = ("title", "description", "text")
SIDE = (
    "activity", "event_date", "event_place", "event_participants", "station", "station_activity", "genre", "origin",
)  # fmt: skip
LAST = ("placements",)
DRAFT = re.compile(r"[a-z0-9]{8,40}")
SAVED = "yd_saved"


@cache
def version() -> str:
    """Short hash of our scripts, so that browsers may keep them for long."""
    told = sha256()
    for path in sorted(STATIC.iterdir()):
        told.update(path.read_bytes())
    return told.hexdigest()[:8]


def static_url(portal_url: str, name: str) -> str:
    """Address of one of our static files."""
    return f"{portal_url}/++resource++yidang.publicity/{name}?v={version()}"


class Choice(NamedTuple):
    """One template that the writer can begin with."""

    genre: str
    title: str
    hint: str
    html: str


class WritingPage(PlainWrapper):
    """Mixin of the pages around the add and the edit form."""

    index = ViewPageTemplateFile("templates/writing.pt")
    plain = ViewPageTemplateFile("../archive/forms/templates/form.pt")

    @property
    def page_macros(self):
        """Fields and refusals as every form of ours shows them."""
        return self.plain.macros

    @cached_property
    def portal_url(self) -> str:
        """Address of the site."""
        return api.portal.get().absolute_url()

    @property
    def style(self) -> str:
        """Address of the style sheet."""
        return static_url(self.portal_url, "writing.css")

    @property
    def scripts(self) -> list[str]:
        """Addresses of the scripts, in order."""
        return [static_url(self.portal_url, name) for name in SCRIPTS]

    @property
    def is_new(self) -> bool:
        """Whether the article does not exist yet."""
        return not IArticle.providedBy(self.context)

    def parts(self) -> list[tuple[str, list]]:
        """The widgets: what is read first, what belongs to it, what comes last."""
        widgets = {widget.__name__: widget for widget in self.form_instance.inputs}
        main = [widgets.pop(name) for name in MAIN if name in widgets]
        last = [widgets.pop(name) for name in LAST if name in widgets]
        side = [widgets.pop(name) for name in SIDE if name in widgets]
        return [("main", main), ("side", [*side, *widgets.values()]), ("last", last)]

    @property
    def templates(self) -> list[Choice]:
        """What a new article may begin with."""
        if not self.is_new:
            return []
        return [Choice(name, title, TEMPLATES[name].title_hint, TEMPLATES[name].html()) for name, title in GENRES]

    @property
    def genre(self) -> str:
        """The template that was chosen."""
        return self.form_instance.chosen_genre if self.is_new else ""

    @property
    def told(self) -> str:
        """What the scripts must know, as JSON."""
        place = self.context.UID()
        return json.dumps(
            {
                "user": api.user.get_current().getId(),
                "place": f"new-{place}" if self.is_new else place,
                "isNew": self.is_new,
                "revision": "" if self.is_new else revision_of(self.context),
                "draft": self.draft,
                "url": self.context.absolute_url(),
                "photoWidth": WIDTHS[-1],
            }
        )

    @property
    def draft(self) -> str:
        """Under which name the browser keeps what is typed, once the form was sent."""
        return draft_in(self.request.form)

    @property
    def revision(self) -> str:
        """What the form was opened with; a refused form keeps it."""
        sent = self.request.form.get("revision")
        return sent if isinstance(sent, str) and sent else revision_of(self.context)


def draft_in(form: dict) -> str:
    """The name of a kept draft that a form sends, "" for none."""
    name = form.get("draft")
    return name if isinstance(name, str) and DRAFT.fullmatch(name) else ""


def tell_saved(request, portal_url: str) -> None:
    """Let the next page throw the kept draft away; only what was really saved is thrown away."""
    name = draft_in(request.form)
    if name:
        path = urlsplit(portal_url).path or "/"
        request.response.setCookie(SAVED, name, path=path, max_age=600, same_site="Lax")
