"""The parts of the shell that are the same on many pages: rendered once and kept, for they cost more than the page."""

from chameleon import PageTemplateFile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from yidang.site.navigation import Link
from yidang.theme import resources


TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Facts:
    """All that the parts show; whatever differs makes another part."""

    portal_url: str
    site_title: str
    settings: tuple[tuple[str, str], ...]
    signed_in: bool = False
    is_admin: bool = False
    person: str = ""
    nav: tuple[Link, ...] = ()
    additions: tuple[Link, ...] = ()
    tabs: tuple[Link, ...] = ()


@lru_cache(maxsize=16)
def _template(name: str) -> PageTemplateFile:
    return PageTemplateFile(str(TEMPLATES / f"{name}.pt"))


@lru_cache(maxsize=512)
def part(name: str, facts: Facts) -> str:
    """One part (`public_header`, `desk_header`, `footer`, `hotline`, `tabbar`) as HTML."""
    static = f"{facts.portal_url}/++resource++yidang"

    def icon(icon_name: str) -> str:
        return resources.icon(static, icon_name)

    return _template(name)(
        facts=facts, portal_url=facts.portal_url, setting=dict(facts.settings), icon=icon, mark=resources.MARK
    )
