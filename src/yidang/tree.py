"""Walking up the tree. Rooms below the archive find their contract with this, without knowing what a contract holds."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from yidang.interfaces import IServesContract


def nearest(obj, interface):
    """The innermost of `obj` and what it lies in that provides `interface`, or None."""
    return next((parent for parent in aq_chain(aq_inner(obj)) if interface.providedBy(parent)), None)


def contract_of(obj):
    """The contract in whose tree `obj` lies, or None."""
    return nearest(obj, IServesContract)
