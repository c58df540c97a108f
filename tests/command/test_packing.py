"""Text that goes out gzipped, and all that does not."""

from io import BytesIO
from unittest import TestCase
from wsgiref.util import FileWrapper
from wsgiref.validate import validator
from yidang.command.door import doored
from yidang.command.packing import accepts_gzip
from yidang.command.packing import LARGEST
from yidang.command.packing import packed
from yidang.command.packing import PackedTexts

import gzip


PAGE = "<p>社工把三张折叠桌摆在市场门口。</p>".encode() * 100
HTML = ("Content-Type", "text/html; charset=utf-8")
ASKED = {"HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}


class PackingTest(TestCase):
    def setUp(self):
        self.memory = PackedTexts()
        self.handed = []

    def ask(self, body=PAGE, *headers, status="200 OK", **asked) -> tuple[bytes, dict[str, str]]:
        """Body and headers of an answer of one piece of text, or of what `body` is called for."""

        def application(environ, start_response):
            self.handed.append(environ)
            said = list(headers or [HTML])
            if isinstance(body, bytes):
                said.append(("Content-Length", str(len(body))))
            start_response(status, said)
            return [b"", body] if isinstance(body, bytes) else body(environ)

        environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/portal", **ASKED, **asked}
        answers = []
        found = packed(application, self.memory)(environ, lambda *said: answers.append(said))
        whole = b"".join(found)
        if hasattr(found, "close"):
            found.close()
        self.assertEqual(status, answers[0][0])
        return whole, {name.lower(): value for name, value in answers[0][1]}

    def test_a_page_is_packed_for_who_accepts_it(self):
        body, headers = self.ask(PAGE, HTML, ("Vary", "Cookie"), ("ETag", '"a1"'), ("Accept-Ranges", "bytes"))
        self.assertEqual(PAGE, gzip.decompress(body))
        self.assertLess(len(body), len(PAGE) / 4)
        self.assertEqual(("gzip", str(len(body))), (headers["content-encoding"], headers["content-length"]))
        self.assertEqual(("Cookie, Accept-Encoding", 'W/"a1"'), (headers["vary"], headers["etag"]))
        self.assertNotIn("accept-ranges", headers)

    def test_a_page_that_was_packed_is_remembered_where_it_was_asked_to_be(self):
        first, again = self.ask()[0], self.ask()[0]
        self.assertEqual((first, 1), (again, len(self.memory)))

    def test_who_does_not_accept_it_gets_the_same_page_and_caches_are_told_of_both(self):
        for said in ("", "identity", "br", "gzip;q=0", "gzip; q=0.000, *"):
            with self.subTest(said):
                body, headers = self.ask(PAGE, HTML, ("ETag", '"a1"'), HTTP_ACCEPT_ENCODING=said)
                self.assertEqual((PAGE, '"a1"'), (body, headers["etag"]))
                self.assertEqual(("Accept-Encoding", str(len(PAGE))), (headers["vary"], headers["content-length"]))
                self.assertNotIn("content-encoding", headers)

    def test_what_an_accept_encoding_means(self):
        for said in ("gzip", "GZIP;q=0.5", "*", "br, x-gzip", "br;q=1.0, gzip;q=0.001"):
            self.assertTrue(accepts_gzip(said), said)
        for said in ("", "br", "*;q=0", "gzip;q=0, *", "gzipped"):
            self.assertFalse(accepts_gzip(said), said)

    def test_all_kinds_of_text_are_packed_and_nothing_that_is_packed_already(self):
        for kind in ("text/css", "application/javascript", "image/svg+xml", "application/json", "application/rss+xml"):
            self.assertIn("content-encoding", self.ask(PAGE, ("Content-Type", kind))[1], kind)
        for kind in ("image/webp", "application/pdf", "application/zip", "font/woff2", "application/octet-stream"):
            body, headers = self.ask(PAGE, ("Content-Type", kind))
            self.assertEqual((PAGE, None), (body, headers.get("vary")), kind)
        body, headers = self.ask(PAGE, HTML, ("Content-Encoding", "gzip"))
        self.assertEqual((PAGE, "gzip"), (body, headers["content-encoding"]), "packed twice")

    def test_small_answers_and_parts_stay_as_they_are(self):
        self.assertEqual(b"<p>1</p>", self.ask(b"<p>1</p>")[0])
        self.assertEqual(PAGE, self.ask(HTTP_RANGE="bytes=0-99")[0])
        self.assertEqual(PAGE, self.ask(PAGE, HTML, ("Content-Range", "bytes 0-9/99"), status="206 Partial Content")[0])
        self.assertEqual(b"a" * (LARGEST + 1), self.ask(b"a" * (LARGEST + 1))[0])

    def test_nothing_is_packed_that_could_tell_a_secret_by_its_length(self):
        signed_in = ({"HTTP_COOKIE": "yd_look=large; __ac=abc"}, {"HTTP_AUTHORIZATION": "Bearer x"})
        for asked in signed_in:
            self.assertEqual(PAGE, self.ask(**asked)[0], asked)
            self.assertEqual(PAGE, self.ask(PAGE, ("Content-Type", "application/json"), **asked)[0])
            self.assertNotEqual(PAGE, self.ask(PAGE, ("Content-Type", "text/css"), **asked)[0])
        self.assertNotEqual(PAGE, self.ask(HTTP_COOKIE="yd_look=large; __ac=; not__ac=x")[0])
        for header in (("Cache-Control", "private, no-cache"), ("Cache-Control", "no-store"), ("Set-Cookie", "a=b")):
            self.assertEqual(PAGE, self.ask(PAGE, HTML, header)[0], header)

    def test_a_page_that_is_held_packed_is_known_by_its_tag(self):
        _, headers = self.ask(b"", ("ETag", '"a1"'), status="304 Not Modified", HTTP_IF_NONE_MATCH='W/"a1"')
        self.assertEqual('W/"a1"', headers["etag"])
        self.assertEqual('"a1"', self.handed[-1]["HTTP_IF_NONE_MATCH"], "the tag as it was given")
        _, headers = self.ask(b"", ("ETag", '"a1"'), status="304 Not Modified", HTTP_IF_NONE_MATCH='"a1"')
        self.assertEqual('"a1"', headers["etag"])

    def test_a_file_of_text_is_packed_and_other_files_travel_as_before(self):
        opened = BytesIO(PAGE)
        body, _ = self.ask(self.hand(opened), ("Content-Type", "text/css"), **{"wsgi.file_wrapper": FileWrapper})
        self.assertEqual((PAGE, True), (gzip.decompress(body), opened.closed))
        film = BytesIO(PAGE)
        body, headers = self.ask(self.hand(film), ("Content-Type", "video/mp4"), **{"wsgi.file_wrapper": FileWrapper})
        self.assertEqual((PAGE, True), (body, film.closed))
        self.assertNotIn("content-encoding", headers)
        small = BytesIO(b"a{}")
        asked = {"wsgi.file_wrapper": FileWrapper}
        self.assertEqual(b"a{}", self.ask(self.hand(small), ("Content-Type", "text/css"), **asked)[0])

    def hand(self, opened):
        """An application that hands a file over."""
        return lambda environ: environ["wsgi.file_wrapper"](opened, 8192)

    def test_a_stream_stays_a_stream(self):
        drawn = []

        def rows(environ):
            for number in range(3):
                drawn.append(number)
                yield PAGE

        def application(environ, start_response):
            start_response("200 OK", [("Content-Type", "text/csv"), HTML])
            return rows(environ)

        body = packed(application)({"REQUEST_METHOD": "GET", **ASKED}, lambda *said: None)
        self.assertEqual([], drawn)
        self.assertEqual((PAGE, [0]), (next(iter(body)), drawn))

    def test_head_tells_what_get_would(self):
        def application(environ, start_response):
            start_response("200 OK", [HTML, ("Content-Length", str(len(PAGE)))])
            return [PAGE]

        found = {}
        for method in ("GET", "HEAD"):
            environ = {"REQUEST_METHOD": method, "PATH_INFO": "/portal", **ASKED}
            body = doored(packed(application))(environ, lambda *said, m=method: found.__setitem__(m, said))
            self.assertEqual(method == "HEAD", not b"".join(body))
        self.assertEqual(found["GET"], found["HEAD"])

    def test_it_speaks_as_servers_expect(self):
        def application(environ, start_response):
            start_response("200 OK", [HTML])
            return [PAGE]

        environ = {
            "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": "/", "QUERY_STRING": "", "SERVER_NAME": "a",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.version": (1, 0), "wsgi.input": BytesIO(),
            "wsgi.errors": self, "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.run_once": False,
            "wsgi.url_scheme": "http", **ASKED,
        }  # fmt: skip
        found = validator(packed(application))(environ, lambda *said, **more: None)
        self.assertEqual(PAGE, gzip.decompress(b"".join(found)))
        found.close()

    flush = write = writelines = lambda self, *said: None


class MemoryTest(TestCase):
    def test_the_same_text_is_packed_once_and_the_oldest_goes_when_there_is_no_room(self):
        texts = [PAGE + str(number).encode() for number in range(4)]
        size = len(gzip.compress(texts[0], 5, mtime=0))
        memory = PackedTexts(room=size * 2 + 20)
        first = memory.packed(texts[0])
        self.assertIs(first, memory.packed(texts[0]))
        memory.packed(texts[1])
        self.assertIs(first, memory.packed(texts[0]), "what was asked for last stays")
        memory.packed(texts[2])
        self.assertIs(first, memory.packed(texts[0]))
        self.assertLessEqual(memory.held, memory.room)
        memory.packed(texts[1])
        memory.packed(texts[3])
        self.assertIsNot(first, memory.packed(texts[0]))
