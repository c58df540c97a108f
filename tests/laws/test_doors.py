"""Every door has a lock: no page, form or service without a permission and our layer."""

from lxml import etree
from tests.laws.sources import elements
from tests.laws.sources import short
from tests.laws.sources import zcml_of
from unittest import TestCase


LAYERS = ("yidang.interfaces.IYidangLayer",)
OPEN = ("zope.Public", "zope2.Public")
PAGES = ("page", "pages", "view", "service", "resource", "resourceDirectory", "viewlet")
GONE = ".public.Gone"  # always answers 404
BROWSER_VIEWS = ("IBrowserPage", "IBrowserView")


def comment_before(element) -> str:
    """The words of the comment that stands right above an element."""
    before = element.getprevious()
    return (before.text or "").strip() if isinstance(before, etree._Comment) else ""


class DoorsTest(TestCase):
    def _doors(self):
        return [(path, one) for path, one in elements(*PAGES) if one.get("name") or one.get("method")]

    def test_there_are_doors_to_look_at(self):
        self.assertGreater(len(self._doors()), 20)

    def test_every_page_and_service_has_our_layer(self):
        for path, door in self._doors():
            with self.subTest(file=short(path), name=door.get("name"), method=door.get("method")):
                self.assertIn(door.get("layer"), LAYERS)

    def test_every_page_and_service_has_a_permission(self):
        for path, door in self._doors():
            if etree.QName(door).localname in ("resource", "resourceDirectory"):
                continue  # style sheets, scripts and icons of the public pages
            with self.subTest(file=short(path), name=door.get("name"), method=door.get("method")):
                self.assertTrue(door.get("permission"))

    def test_a_door_without_a_lock_says_why(self):
        for path, door in self._doors():
            if door.get("permission") in OPEN and door.get("class") != GONE:
                with self.subTest(file=short(path), name=door.get("name")):
                    self.assertTrue(comment_before(door).startswith("Public: "), "write <!-- Public: why --> above it")

    def test_views_made_by_adapters_require_a_permission(self):
        for path, adapter in elements("adapter"):
            if (adapter.get("provides") or "").rpartition(".")[2] not in BROWSER_VIEWS:
                continue
            with self.subTest(file=short(path), factory=adapter.get("factory")):
                self.assertIn(adapter.get("factory"), self._locked_classes(path))

    @staticmethod
    def _locked_classes(path) -> set[str]:
        classes = [one for one in zcml_of(path).iter("{*}class") if one.find("{*}require[@permission]") is not None]
        return {one.get("class") for one in classes}

    def test_no_service_of_ours_answers_without_a_permission_of_its_own(self):
        for path, service in elements("service"):
            with self.subTest(file=short(path), name=service.get("name")):
                self.assertNotIn(service.get("permission"), OPEN)
