"""Containers whose contents keep their place: neither cut, copied nor renamed, whoever tries and by whatever road."""

from yidang.errors import Protected


class StayingContents:
    """Mixin of a container; `contents_stay` is the sentence that says why.

    The archive's guard refuses the same on events; this refuses earlier, before Zope's own checks answer in English.
    """

    contents_stay = "这里的内容不能移动、复制或改名。"

    def why_kept(self, child) -> str:
        """Why `child` may not be deleted now, "" when it may as far as this container is concerned."""
        return ""

    def manage_delObjects(self, ids=None, REQUEST=None):
        """Say why before Zope's permission check says no without a reason."""
        for id_ in [ids] if isinstance(ids, str) else ids or ():
            sentence = self.why_kept(self._getOb(id_))
            if sentence:
                raise Protected(sentence)
        return super().manage_delObjects(ids, REQUEST)

    def manage_cutObjects(self, ids=None, REQUEST=None):
        """Refuse to move anything away."""
        raise Protected(self.contents_stay)

    def manage_copyObjects(self, ids=None, REQUEST=None, RESPONSE=None):
        """Refuse to copy anything."""
        raise Protected(self.contents_stay)

    def manage_renameObject(self, id, new_id, REQUEST=None):
        """Refuse to rename anything."""
        raise Protected(self.contents_stay)
