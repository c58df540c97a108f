"""Our portal as readers meet it: the commands of `ours`, and those that measure its public pages."""

from bench import ours


class Site(ours.Site):
    """The commands."""

    def open(self) -> None:
        """A portal that another process has made."""
        self.portal = self.app["portal"]
        self._enter()
        self.contract = self.portal["contracts"]["zhongshan-women-2024"]

    def caching(self, on: bool) -> None:
        """With page caches or without."""
        from plone import api

        import transaction

        api.portal.set_registry_record("plone.caching.interfaces.ICacheSettings.enabled", on)
        transaction.commit()

    def pages(self) -> dict[str, str]:
        """Paths of the pages that are measured."""
        article = next(iter(self.contract["archive"]["publicity"].objectValues()))
        return {"article": "/".join(article.getPhysicalPath()), "home": "/portal", "listing": "/portal/newsroom"}
