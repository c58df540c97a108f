"""Which states a record passes through, where that depends on its place.

A paper filed by itself is submitted and verified by itself. A paper inside a case or group has no states of its own:
it is read, changed and sealed with the record that it belongs to. Otherwise a submitted case could hold papers that
the purchaser does not see, and a sealed one papers that still change.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from plone.base.interfaces import IWorkflowChain
from Products.CMFCore.interfaces import IWorkflowTool
from Products.CMFPlone.workflow import ToolWorkflowChain
from yidang.archive.content import IArchiveDocument
from yidang.archive.interfaces import IRecord
from zope.component import adapter
from zope.interface import implementer


@implementer(IWorkflowChain)
@adapter(IArchiveDocument, IWorkflowTool)
def chain_of_paper(paper, workflow_tool) -> tuple[str, ...]:
    """No workflow inside another record, otherwise that of the type."""
    if IRecord.providedBy(aq_parent(aq_inner(paper))):
        return ()
    return ToolWorkflowChain(paper, workflow_tool)
