"""Taking a port."""

from yidang.command.serve import bind
from yidang.errors import Refused

import socket
import unittest


class BindTest(unittest.TestCase):
    """What a person hears about the port."""

    def free(self) -> int:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            return one.getsockname()[1]

    def taken(self, *arguments) -> list[socket.socket]:
        found = bind(*arguments)
        for one in found:
            self.addCleanup(one.close)
        return found

    def test_localhost_is_loopback_only(self):
        hosts = {one.getsockname()[0] for one in self.taken("localhost", self.free())}
        self.assertIn("127.0.0.1", hosts)
        self.assertLessEqual(hosts, {"127.0.0.1", "::1"})

    def test_a_port_is_not_taken_twice(self):
        (one,) = self.taken("127.0.0.1", 0)
        one.listen()
        with self.assertRaisesRegex(Refused, "已被其他程序占用"):
            bind("127.0.0.1", one.getsockname()[1])

    def test_a_port_that_cannot_be_is_refused(self):
        for port in (-1, 70_000):
            with self.subTest(port), self.assertRaises(Refused):
                bind("127.0.0.1", port)
