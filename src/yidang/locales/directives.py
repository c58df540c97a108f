"""The ZCML directive `<yidang:translations directory="…" />`."""

from pathlib import Path
from yidang.locales.catalog import po_files
from yidang.locales.catalog import put_first
from zope.configuration.fields import Path as PathField
from zope.interface import Interface


class ITranslations(Interface):
    """Load .po files in front of all others."""

    directory = PathField(title="Folder of languages", required=True)


def translations(context, directory: str) -> None:
    """Load every .po file below `directory`."""
    for catalog in po_files(Path(directory)):
        context.action(
            discriminator=("yidang:translations", catalog.getIdentifier()), callable=put_first, args=(catalog,)
        )
