"""An index of the catalog that hears of everything and never restricts a query."""

from Products.PluginIndexes.interfaces import IPluggableIndex
from zope.interface import implementer


@implementer(IPluggableIndex)
class SilentIndex:
    """The part of `IPluggableIndex` that answers queries: nothing to answer."""

    query_options = ()

    def getIndexSourceNames(self) -> tuple[str, ...]:
        """The catalog's name for what is read."""
        return (self.id,)

    def getIndexQueryNames(self) -> tuple[str, ...]:
        """No query reads this index."""
        return ()

    def uniqueValues(self, name=None, withLengths=0) -> tuple:
        """No values to offer."""
        return ()

    def _apply_index(self, request, resultset=None) -> None:
        return None
