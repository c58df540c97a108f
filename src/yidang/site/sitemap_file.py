"""`/sitemap.xml.gz`: Plone's, which stumbles over a page that is no number."""

from plone.app.layout.sitemap.sitemap import SiteMapView
from zExceptions import NotFound


class SitemapFile(SiteMapView):
    """The index, or with `?page=N` one part of it."""

    def __call__(self) -> bytes:
        if not str(self.request.get("page", "0")).isdecimal():
            raise NotFound(self.filename)
        return super().__call__()
