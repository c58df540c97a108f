"""The door between the HTTP server and Zope."""

from unittest import TestCase
from yidang.command.door import doored


class Body(list):
    closed = False

    def close(self):
        self.closed = True


class DoorTest(TestCase):
    def setUp(self):
        self.asked, self.answers, self.body = [], [], Body([b"page"])

        def application(environ, start_response):
            self.asked.append(environ["REQUEST_METHOD"])
            start_response("200 OK", [("Content-Length", "4")])
            return self.body

        self.application = doored(application)

    def ask(self, method: str, path: str) -> list[bytes]:
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path}
        return list(self.application(environ, lambda status, headers, exc_info=None: self.answers.append(status)))

    def test_head_has_the_headers_of_get_and_no_body(self):
        self.assertEqual([], self.ask("HEAD", "/portal"))
        self.assertEqual((["GET"], ["200 OK"], True), (self.asked, self.answers, self.body.closed))

    def test_other_questions_pass(self):
        for method in ("GET", "POST", "PATCH"):
            self.assertEqual([b"page"], self.ask(method, "/portal/新闻".encode().decode("latin-1")))
        self.assertEqual(["GET", "POST", "PATCH"], self.asked)

    def test_an_address_that_is_no_text_is_told_so(self):
        self.assertEqual("网址不正确。\n", b"".join(self.ask("GET", "/portal/\xff\xfe")).decode())
        self.assertEqual((["400 Bad Request"], []), (self.answers, self.asked))
