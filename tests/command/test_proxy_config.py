"""`proxy-config` tells the portal where the cache is, and takes it back."""

from tests.command.portal import LoadedPortal
from unittest import TestCase


class ProxyConfigTest(TestCase):
    layer = LoadedPortal

    def test_the_portal_knows_the_cache_and_the_tick_says_that_it_is_silent(self):
        place = self.layer.place
        done = place.run("proxy-config", "--host", "www.example.org", "--cache", "127.0.0.1:1")
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("http://127.0.0.1:1", done.stdout)
        ticked = place.run("tick")
        self.assertIn("http://127.0.0.1:1 没有应答", ticked.stdout + ticked.stderr)
        done = place.run("proxy-config", "--host", "www.example.org", "--no-cache")
        self.assertIn("无", done.stdout)
        self.assertEqual("", place.run("tick").stdout)
