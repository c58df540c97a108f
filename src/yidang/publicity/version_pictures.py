"""Versions of an article and the pictures of its text.

A version is a copy made by pickling, and a picture's file cannot be pickled: going back to an old version would leave
empty pictures. They are made of their bytes and never change, so versions hold none of them; what comes back has those
of the article as it is.
"""

from Acquisition import aq_base
from Products.CMFEditions.interfaces.IModifier import ICloneModifier
from Products.CMFEditions.interfaces.IModifier import ISaveRetrieveModifier
from Products.CMFEditions.Modifiers import ConditionalTalesModifier
from zope.interface import implementer


ID = "yidang_pictures"
CONDITION = "python: portal_type == 'Article'"


@implementer(ICloneModifier, ISaveRetrieveModifier)
class KeepPictures:
    """Leaves `pictures` out of versions, and gives it back."""

    def __init__(self, id_: str, title: str) -> None:
        self.id, self.title = id_, title

    def getOnCloneModifiers(self, obj):
        """Nothing in the place of the pictures."""
        pictures = getattr(aq_base(obj), "pictures", None)
        if pictures is None:
            return None

        def persistent_id(one):
            return True if aq_base(one) is pictures else None

        def persistent_load(_):
            return None

        return persistent_id, persistent_load, [], []

    def beforeSaveModifier(self, obj, clone):
        """The pickler does the work."""
        return {}, [], []

    def afterRetrieveModifier(self, obj, repo_clone, preserve=()):
        """The pictures of the article as it is; they are more than those of the version."""
        pictures = getattr(aq_base(obj), "pictures", None)
        if pictures is not None:
            repo_clone.pictures = pictures
        elif "pictures" in vars(aq_base(repo_clone)):
            del repo_clone.pictures
        return [], [], {}


def keep_pictures(modifiers) -> None:
    """Tell the registry of modifiers (`portal_modifier`); again changes nothing."""
    if ID in modifiers.objectIds():
        return
    wrapper = ConditionalTalesModifier(ID, KeepPictures(ID, "Pictures of the text"), "Pictures of the text")
    wrapper.edit(True, CONDITION)
    modifiers.register(ID, wrapper)
