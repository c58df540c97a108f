"""Where the portal keeps what the deadlines must remember: trees of strings among its annotations."""

from BTrees.OOBTree import OOBTree
from plone import api
from zope.annotation.interfaces import IAnnotations


def shelf(key: str, create: bool = False) -> OOBTree:
    """The tree under `key`; an empty one where there is none yet, which is stored only if `create` says so."""
    annotations = IAnnotations(api.portal.get())
    found = annotations.get(key)
    if found is None:
        found = OOBTree()
        if create:
            annotations[key] = found
    return found
