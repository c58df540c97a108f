"""Going back to an old version of an article takes none of its pictures away."""

from base64 import b64encode
from plone import api
from plone.namedfile.file import NamedBlobImage
from tests.publicity.pictures import a_photo
from tests.publicity.pictures import a_picture
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import the_newsroom
from tests.publicity.test_proofs import rich
from unittest import TestCase
from yidang.publicity.photo_data import told_by
from yidang.publicity.pictures import is_clean
from yidang.publicity.pictures import picture_of
from yidang.publicity.rendered import rendition_of
from yidang.publicity.version_pictures import keep_pictures
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import transaction


class VersionTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        data = "data:image/png;base64," + b64encode(a_picture()).decode()
        self.article = an_article(self.contract, text=rich(f'<p>图</p><p><img src="{data}" alt="摊位"></p>'))
        self.change(self.article.text.raw.replace("图", "好图"))
        self.change("<p>没有图了</p>")

    def change(self, raw: str) -> None:
        self.article.text = rich(raw)
        notify(ObjectModifiedEvent(self.article))
        transaction.savepoint()

    def versions(self):
        return api.portal.get_tool("portal_repository")

    def test_old_pictures_are_whole_after_going_back(self):
        with api.env.adopt_roles(["Manager"]):
            numbers = [one.version_id for one in self.versions().getHistory(self.article)]
            wanted = next(
                number for number in numbers if "好图" in self.versions().retrieve(self.article, number).object.text.raw
            )
            self.versions().revert(self.article, wanted)
        ((key, picture),) = self.article.pictures.items()
        self.assertIn(key, self.article.text.raw)
        self.assertEqual(a_picture(), picture.data)
        self.assertEqual("image/webp", rendition_of(self.article, key, "400.webp").contentType)

    def test_the_first_version_is_what_was_left_of_the_text_and_the_cover_when_it_was_saved(self):
        data = "data:image/png;base64," + b64encode(a_picture()).decode()
        dirty = f'<h1>集市</h1><script>alert(1)</script><p onclick="x()"><img src="{data}" alt="摊位"></p>'
        cover = NamedBlobImage(a_photo("王某家"), filename="a.jpg")
        article = an_article(self.contract, text=rich(dirty), image=cover, image_alt="摊位")
        first = article.text.raw
        self.assertIn("@@picture", first)
        article.text = rich("<p>改写了</p>")
        notify(ObjectModifiedEvent(article))
        with api.env.adopt_roles(["Manager"]):
            held = self.versions().retrieve(article, 0).object
            self.assertEqual((first, []), (held.text.raw, told_by(held.image.data)))
            self.versions().revert(article, 0)
        self.assertEqual((first, True), (article.text.raw, is_clean(article)))
        self.assertIsNotNone(picture_of(article, next(iter(article.pictures))))

    def test_a_later_version_is_clean_too(self):
        self.change("<h1>又改</h1><script>alert(1)</script>")
        with api.env.adopt_roles(["Manager"]):
            last = self.versions().retrieve(self.article, self.article.version_id).object
        self.assertEqual("<h2>又改</h2>", last.text.raw)

    def test_versions_hold_no_copies_of_pictures(self):
        with api.env.adopt_roles(["Manager"]):
            archive = api.portal.get_tool("portal_historiesstorage")
            history = self.versions().getHistory(self.article)
            uid = self.article.cmf_uid()
            self.assertGreater(len(history), 1)
            self.assertTrue(archive.isRegistered(uid))
            for one in history:
                held = archive.retrieve(uid, one.version_id).object.object
                self.assertIsNone(getattr(held, "pictures", None))

    def test_telling_the_registry_twice_changes_nothing(self):
        modifiers = self.portal.portal_modifier
        before = list(modifiers.objectIds())
        keep_pictures(modifiers)
        self.assertEqual(before, list(modifiers.objectIds()))
