"""Which style sheets and scripts a page loads.

| page | what is loaded |
|---|---|
| every page | `yidang.css` |
| of a signed-in person | + `desk.css` |
| with a form, or made by Plone itself | + Barceloneta before, `forms.css` after |
| add and edit forms of content, Plone's own pages for signed-in people, all of an administrator's | + Plone's bundles |
| a view of ours that says `needs_scripts = True` | + Plone's bundles (`False` keeps them out) |
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from plone.z3cform.interfaces import IFormWrapper
from z3c.form.interfaces import IAddForm
from z3c.form.interfaces import IEditForm
from z3c.form.interfaces import IForm


STATIC = Path(__file__).parent / "static"
BARCELONETA = "++theme++barceloneta/css/barceloneta.min.css"
MARK = (STATIC / "mark.svg").read_text("utf-8").replace('xmlns="http://www.w3.org/2000/svg"', 'class="yd-mark"').strip()


@cache
def version() -> str:
    """Short hash of all static files, so that browsers may keep them for long."""
    digest = sha256()
    for path in sorted(one for one in STATIC.rglob("*") if one.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


@cache
def icon(static_url: str, name: str) -> str:
    """Markup of one icon of `icons.svg`."""
    return (
        f'<svg class="yd-icon" aria-hidden="true"><use href="{static_url}/icons.svg?v={version()}#{name}"></use></svg>'
    )


@cache
def _is_ours(view_class: type) -> bool:
    return any(base.__module__.startswith("yidang.") for base in view_class.__mro__)


def has_form(view) -> bool:
    """Whether `view` shows a z3c.form form, or is a page of Plone's, which expects Bootstrap."""
    return IForm.providedBy(view) or IFormWrapper.providedBy(view) or not _is_ours(type(view))


def needs_scripts(view, signed_in: bool) -> bool:
    """Whether the page works only with Plone's JavaScript."""
    said = getattr(view, "needs_scripts", None)
    if said is not None:
        return said
    form = getattr(view, "form_instance", view)
    edits_content = IAddForm.providedBy(form) or IEditForm.providedBy(form)
    return signed_in and (edits_content or not (_is_ours(type(view)) or IForm.providedBy(form)))
