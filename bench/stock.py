"""The yardstick: a stock Plone site of the classic distribution, without our package."""

from bench import varied
from bench import words


BATCH = 100


def before_start() -> None:
    """Leave our package out of this process, as on a server that has never heard of it."""
    from plone.autoinclude import loader

    found = loader.load_own_packages
    loader.load_own_packages = lambda target="": {name: one for name, one in found(target).items() if name != "yidang"}


class Site:
    """The commands."""

    def __init__(self, app) -> None:
        self.app = app
        self.serial = 0

    def make(self) -> None:
        """A site as the classic distribution makes it, in Chinese, with an editor."""
        from plone import api
        from plone.distribution.api import site as site_api

        import transaction

        answers = {
            "site_id": "Plone",
            "title": "社工服务站",
            "description": "",
            "default_language": "zh-cn",
            "portal_timezone": "Asia/Shanghai",
            "setup_content": True,
        }
        self.site = site_api.create(self.app, "classic", answers)
        self._enter()
        api.user.create(username="editor", email="editor@example.org", password="Ceshi-Mima-2026")
        api.user.grant_roles(username="editor", roles=["Editor"])
        # A depth of one is kind to the yardstick: the stock drop-down menus list every item on every page.
        api.portal.set_registry_record("plone.navigation_depth", 1)
        self.folder = self._folder("records")
        self.news = self._folder("articles")
        self.quiet = self._folder("quiet")
        transaction.commit()

    def _enter(self) -> None:
        from zope.component.hooks import setSite

        setSite(self.site)

    def _folder(self, id_: str):
        from plone import api

        folder = api.content.create(self.site, "Folder", id=id_, title=id_)
        api.content.transition(folder, "publish")
        return folder

    def create_records(self, number: int) -> None:
        """Published News Items, committed by the hundred."""
        self._create(self.folder, number)

    def create_articles(self, number: int) -> str:
        """Published News Items in the folder of articles; the path of the last."""
        return self._create(self.news, number)

    def create_page(self) -> str:
        """One News Item with no siblings, which the stock navigation would list; its path."""
        return self._create(self.quiet, 1)

    def fill_varied(self, number: int) -> None:
        """Published News Items of which no two are alike, in one commit."""
        self._create(self.news, number, varied)

    def write_varied(self, number: int) -> None:
        """Private ones, each its own commit."""
        import transaction

        self.drafts = []
        for _ in range(number):
            self.drafts.append(self._item(self.news, varied))
            transaction.commit()

    def publish_varied(self) -> None:
        """Publish each, each its own commit."""
        from plone import api

        import transaction

        for item in self.drafts:
            api.content.transition(item, "publish")
            transaction.commit()

    def _create(self, folder, number: int, source=words) -> str:
        from plone import api

        import transaction

        for count in range(1, number + 1):
            item = self._item(folder, source)
            api.content.transition(item, "publish")
            if count % BATCH == 0 or count == number:
                transaction.commit()
        return "/".join(item.getPhysicalPath())

    def _item(self, folder, source):
        from plone.app.textfield import RichTextValue
        from plone.dexterity.utils import createContentInContainer

        self.serial += 1
        text = RichTextValue(source.html(self.serial), "text/html", "text/x-html-safe")
        title = source.title(self.serial)
        return createContentInContainer(folder, "News Item", title=title, description=title, text=text)
