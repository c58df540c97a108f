"""Orders to a cache: old pages go, new ones stay, also a page that was being made while the change was saved."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from tests.caching.proxies import varnish
from threading import Event
from threading import Thread
from unittest import TestCase
from yidang.caching.proxies import forget
from yidang.caching.proxies import is_address
from yidang.caching.telling import told_after

import requests


class Portal(ThreadingHTTPServer):
    """Stands for a portal: each page shows the news in the version that was in force when it was begun."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.version, self.begun, self.finish = "aa", Event(), Event()
        self.finish.set()


class Answer(BaseHTTPRequestHandler):
    """One page."""

    def do_GET(self) -> None:
        """Begin, wait until the page may be finished, answer."""
        version = self.server.version
        if "slow" in self.path:
            self.server.begun.set()
            self.server.finish.wait(20)
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "2")
        self.send_header("X-Yidang-Shows", f";program=00;news={version};")
        self.send_header("X-Yidang-Keep", "3600")
        self.end_headers()
        self.wfile.write(version.encode())

    def log_message(self, *_) -> None:
        """Say nothing."""


@contextmanager
def a_portal():
    """The server, answering."""
    server = Portal()
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class TellingTest(TestCase):
    def setUp(self):
        self.server = self.enterContext(a_portal())
        self.url = self.enterContext(varnish(f"127.0.0.1:{self.server.server_port}", site="portal"))

    def get(self, path: str = "/page") -> str:
        return requests.get(self.url + path, timeout=30).text

    def test_what_shows_another_version_goes_and_what_is_new_stays(self):
        self.assertEqual("aa", self.get())
        self.server.version = "bb"
        self.assertEqual("aa", self.get())
        for topic, version, seen in (("stations", "bb", "aa"), ("news", "aa", "aa"), ("news", "bb", "bb")):
            with self.subTest(topic=topic, version=version):
                self.assertTrue(forget(self.url, topic, version))
                self.assertEqual(seen, self.get())

    def test_a_page_that_was_being_made_meanwhile_does_not_stay(self):
        self.server.finish.clear()
        reader = Thread(target=self.get, args=("/slow",))
        reader.start()
        self.assertTrue(self.server.begun.wait(20))
        self.server.version = "bb"
        again = told_after((self.url,), {"news": "bb"})
        self.server.finish.set()
        reader.join()
        self.assertEqual("aa", self.get("/slow"), "it came to the cache after the first order")
        again.join()
        self.assertEqual("bb", self.get("/slow"))

    def test_a_cache_that_does_not_answer_or_refuses_is_said_so(self):
        with self.assertLogs("yidang.caching.proxies", "WARNING") as logged:
            self.assertFalse(forget("http://127.0.0.1:1", "news", "aa"))
            self.assertFalse(forget(self.url, "news", "not a version"))
        self.assertEqual(2, len(logged.output))

    def test_an_address_is_a_host_and_a_port(self):
        self.assertTrue(is_address("http://127.0.0.1:6081"))
        for wrong in (
            "",
            "6081",
            "127.0.0.1:6081",
            "http://a",
            "https://a:1",
            "http://a:1/x",
            "http://a:x",
            "http://a:1?b",
        ):
            with self.subTest(address=wrong):
                self.assertFalse(is_address(wrong))
