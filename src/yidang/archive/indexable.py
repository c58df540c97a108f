"""What the catalog sees of a record.

Plone's wrapper asks a record together with all that surrounds it, and then throws away what came from there. A record
lies five folders deep, each of which looks through its own schema for every name that a record does not have; that was
a fifth of the cost of filing one. Here the record itself is asked first.
"""

from Acquisition import aq_base
from plone.indexer.interfaces import IIndexer
from plone.indexer.wrapper import IndexableObjectWrapper
from Products.ZCatalog.interfaces import IZCatalog
from yidang.archive.interfaces import IRecord
from zope.component import adapter
from zope.component import queryMultiAdapter


@adapter(IRecord, IZCatalog)
class IndexableRecord(IndexableObjectWrapper):
    """Indexers, then the variables of the workflow, then the record's own attributes: nothing is acquired."""

    def __getattr__(self, name: str):
        record = self._getWrappedObject()
        indexer = queryMultiAdapter((record, self._IndexableObjectWrapper__catalog), IIndexer, name=name)
        if indexer is not None:
            return indexer()
        variables = self._IndexableObjectWrapper__vars
        if name in variables:
            return variables[name]
        getattr(aq_base(record), name)
        return getattr(record, name)
