"""Read our .po files at start and let them win over the catalogues of Plone and its libraries.

`i18n:registerTranslations` would need compiled .mo files in the package, and of several catalogues the one that was
loaded first wins, which ours never is. Here a .po file is read as it is, and put in front.
"""

from gettext import GNUTranslations
from pathlib import Path
from pythongettext.msgfmt import Msgfmt
from zope.component import getSiteManager
from zope.i18n.gettextmessagecatalog import GettextMessageCatalog
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.translationdomain import TranslationDomain


class PoCatalog(GettextMessageCatalog):
    """A catalogue read from a .po file."""

    def reload(self) -> None:
        """Read the file anew."""
        with open(self._path_to_file, "rb") as po:
            self._catalog = GNUTranslations(Msgfmt(po, self.domain).getAsFile())


def put_first(catalog: PoCatalog) -> None:
    """Ask `catalog` before every other of its domain, also those that are loaded later; twice changes nothing."""
    sites = getSiteManager()
    domain = sites.queryUtility(ITranslationDomain, catalog.domain)
    if domain is None:
        domain = TranslationDomain(catalog.domain)
        sites.registerUtility(domain, ITranslationDomain, catalog.domain)
    names = domain.getCatalogsInfo().get(catalog.language, [])
    if catalog.getIdentifier() in names:
        return
    domain.addCatalog(catalog)
    names = domain.getCatalogsInfo()[catalog.language]
    names.insert(0, names.pop())


def po_files(folder: Path) -> list[PoCatalog]:
    """The catalogues in `<folder>/<language>/LC_MESSAGES/<domain>.po`."""
    found = sorted(folder.glob("*/LC_MESSAGES/*.po"))
    return [PoCatalog(path.parent.parent.name, path.stem, str(path)) for path in found]
