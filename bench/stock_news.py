"""The stock site as readers meet it: the same articles as News Items, and a Collection that lists them."""

from bench import stock
from bench import varied
from bench.stock import before_start


__all__ = ["Site", "before_start"]
ANY = "plone.app.querystring.operation.selection.any"
LISTING = {
    "query": [
        {"i": "portal_type", "o": ANY, "v": ["News Item"]},
        {"i": "review_state", "o": ANY, "v": ["published"]},
    ],
    "sort_on": "effective",
    "sort_reversed": True,
    "item_count": 20,
    "limit": 2000,
}


class Site(stock.Site):
    """The commands."""

    def make(self) -> None:
        """The site. Its navigation lists the articles around an article: that trap is not measured here."""
        from plone import api

        import transaction

        super().make()
        self._create(self.quiet, 1, varied)
        api.content.create(self.site, "Collection", id="listing", title="新闻", **LISTING)
        api.content.transition(self.site["listing"], "publish")
        transaction.commit()

    def open(self) -> None:
        """A site that another process has made."""
        self.site = self.app["Plone"]
        self._enter()
        self.news, self.quiet = self.site["articles"], self.site["quiet"]

    def pages(self) -> dict[str, str]:
        """Paths of the pages that are measured."""
        article = next(iter(self.quiet.objectValues()))
        return {"article": "/".join(article.getPhysicalPath()), "home": "/Plone", "listing": "/Plone/listing"}
