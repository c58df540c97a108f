"""The drawing library of the charts: pinned, served for long where it was built in, missed nowhere where it was not."""

from pathlib import Path
from tests.desk.world import DeskTest
from tests.laws.sources import ROOT
from unittest import mock
from unittest import TestCase
from yidang.theme import charts

import json
import requests
import shutil
import tempfile


class LibraryPinsTest(TestCase):
    def setUp(self):
        folder = ROOT / "instance" / "charts"
        self.wanted = json.loads((folder / "package.json").read_text("utf-8"))
        self.lock = json.loads((folder / "package-lock.json").read_text("utf-8"))

    def test_every_version_is_exact_and_checked_by_its_digest(self):
        self.assertRegex(self.wanted["dependencies"]["echarts"], r"^\d+\.\d+\.\d+$")
        packages = {name: one for name, one in self.lock["packages"].items() if name}
        self.assertEqual(self.wanted["dependencies"]["echarts"], packages["node_modules/echarts"]["version"])
        for name, one in packages.items():
            with self.subTest(package=name):
                self.assertTrue(one["integrity"].startswith("sha512-"))

    def test_the_lock_names_no_host(self):
        self.assertNotIn("://", json.dumps(self.lock))


class LibraryTest(DeskTest):
    """With a folder of its own instead of what this machine has built, so that both cases are seen on every machine."""

    def setUp(self):
        super().setUp()
        self.static = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.static)
        patch = mock.patch.object(charts, "STATIC", self.static)
        patch.start()
        self.addCleanup(patch.stop)
        charts.version.cache_clear()
        self.addCleanup(charts.version.cache_clear)
        self.address = f"{self.portal.absolute_url()}/@@{charts.NAME}"
        self.page = self.path + "/@@scoreboard"

    def build(self, program: bytes = b"var echarts;", packed: bytes = b"") -> None:
        """As the build leaves it."""
        (self.static / charts.NAME).write_bytes(program)
        if packed:
            (self.static / f"{charts.NAME}.gz").write_bytes(packed)

    def test_it_is_kept_for_a_year_under_a_version_of_its_own(self):
        self.build()
        self.assertRegex(self.text("worker", self.page), r'src="[^"]*@@echarts\.js\?v=[0-9a-f]{8}" defer')
        answer = requests.get(self.address, timeout=30, headers={"Accept-Encoding": "identity"})
        self.assertEqual(b"var echarts;", answer.content)
        self.assertIn("javascript", answer.headers["Content-Type"])
        self.assertIn("max-age=31536000", answer.headers["Cache-Control"])

    def test_it_is_sent_packed_to_whoever_takes_it_so(self):
        self.build(packed=b"packed")
        answer = requests.get(self.address, timeout=30, headers={"Accept-Encoding": "gzip"}, stream=True)
        self.assertEqual("gzip", answer.headers["Content-Encoding"])
        self.assertEqual(b"packed", answer.raw.read(decode_content=False))

    def test_where_it_was_not_built_in_the_page_has_its_drawing_and_its_table_and_loads_nothing(self):
        self.a_meeting("submit")
        page = self.text("worker", self.page)
        self.assertNotIn("echarts", page)
        self.assertNotIn("charts.js", page)
        self.assertIn('"0 0 640 220" aria-hidden', page)
        self.assertIn("累计完成", page)
        self.assertNotIn("_authenticator", page, "nothing on the page sends anything")
        self.assertEqual(404, requests.get(self.address, timeout=30).status_code)

    def test_a_page_without_charts_does_not_load_it(self):
        self.build()
        self.assertNotIn("echarts", self.text("worker", self.path + "/@@matrix"))
