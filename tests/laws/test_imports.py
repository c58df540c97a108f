"""Imports flow one way (docs/architecture.md § 1)."""

from tests.laws.sources import files
from tests.laws.sources import imports_of
from tests.laws.sources import module_of
from tests.laws.sources import short
from tests.laws.sources import SRC
from unittest import TestCase


# Known to every room. `pages` is what all pages share: it knows no room.
BASE = {
    "errors",
    "events",
    "interfaces",
    "mailing",
    "permissions",
    "vocabulary",
    "clock",
    "staying",
    "tree",
    "pages",
    "locales",
    "storage",
}
BASE |= {"memory", "rows", "saved", "ticking"}
# Each room may import those above it in this list, and nothing below.
ORDER = (
    ("indicators",),
    ("people",),
    ("contracts",),
    ("stations",),
    ("archive",),
    ("privacy",),
    ("proofreading",),
    ("cases", "groups", "fieldwork", "reports", "publicity"),
    ("review",),
    ("deadlines",),
    ("exchange",),
    ("site",),
    ("theme",),
    ("caching",),
    ("demo",),
    ("command", "testing"),
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
# The parts of a room that show it. A page tells what several rooms know, so it may look into any of them;
# nothing that decides or counts may look into a page.
PAGES = {"views", "pages"}
DECIDING = {"content", "actions", "checks", "facts", "subscribers", "indexers", "vocabularies", "workflow", "api"}
DOORS = {"api", "subscribers"}
# The engine and what it is made of: rules in, numbers out (DESIGN § 4).
ENGINES = {
    "indicators": ("yidang.indicators.engine",),
    "deadlines": ("yidang.indicators.engine", "yidang.deadlines.engine"),
    "proofreading": ("yidang.proofreading.engine",),
}
FRAMEWORKS = ("plone", "Products", "zope", "Acquisition", "AccessControl", "OFS", "ZODB", "persistent", "BTrees")


def place_of(module: str) -> tuple[str, str]:
    """The room of a module and its part: "yidang.archive.views.tree" -> ("archive", "views")."""
    parts = module.split(".")[1:] + ["", ""]
    return parts[0], parts[1]


def is_page(module: str) -> bool:
    """Whether a module shows something."""
    room, part = place_of(module)
    return part in PAGES or room in ("site", "theme")


def ours(path) -> list[str]:
    """What a file imports from this project."""
    return [name for name in imports_of(path) if name.startswith("yidang.")]


class ImportsTest(TestCase):
    def test_every_folder_and_module_has_its_place_in_the_order(self):
        found = {place_of(module_of(path))[0] for path in files("*.py")} - {"", "__init__"}
        self.assertEqual(set(), found - BASE - set(RANK))

    def test_the_base_knows_no_room(self):
        for path in files("*.py"):
            room, _ = place_of(module_of(path))
            for name in ours(path) if room in BASE else ():
                with self.subTest(file=short(path), imports=name):
                    self.assertIn(place_of(name)[0], BASE | {"_"})

    def test_a_room_imports_no_room_below_it(self):
        for path in files("*.py"):
            module = module_of(path)
            room, _ = place_of(module)
            for name in ours(path) if room in RANK and not is_page(module) else ():
                other, _ = place_of(name)
                if other in RANK and other != room:
                    with self.subTest(file=short(path), imports=name):
                        self.assertLess(RANK[other], RANK[room])

    def test_what_decides_and_counts_looks_into_no_page(self):
        for path in files("*.py"):
            if place_of(module_of(path))[1] not in DECIDING:
                continue
            for name in ours(path):
                with self.subTest(file=short(path), imports=name):
                    self.assertNotIn(place_of(name)[1], PAGES)

    def test_services_and_reactions_of_another_room_are_nobody_s_business(self):
        for path in files("*.py"):
            room, _ = place_of(module_of(path))
            for name in ours(path):
                other, part = place_of(name)
                with self.subTest(file=short(path), imports=name):
                    self.assertFalse(part in DOORS and other != room)

    def test_the_engine_knows_no_framework_and_no_room(self):
        for room, known in ENGINES.items():
            engine = files("*.py", SRC / room / "engine")
            self.assertGreater(len(engine), 5)
            for path in engine:
                for name in imports_of(path):
                    with self.subTest(file=short(path), imports=name):
                        self.assertNotIn(name.split(".")[0], FRAMEWORKS)
                        self.assertTrue(not name.startswith("yidang.") or name.startswith(known))
