"""`bin/yidang tick` as a timer runs it: beside another tick, with an article that fails; and a server that ticks."""

from contextlib import redirect_stderr
from io import StringIO
from tests.command.portal import LoadedPortal
from yidang.command.main import make_parser

import signal
import time
import unittest


HOUR = 3600
DUE = [f"同时第 {number} 篇" for number in range(4)]
LATER, BROKEN, SERVED = "明天见报", "写坏了的一篇", "网站自己发的一篇"


class TickPortal(LoadedPortal):
    """Layer: scheduled articles that are due, broken, or for tomorrow; then two ticks at once."""

    said: list[str]
    ended: list[int]

    @classmethod
    def setUp(cls) -> None:
        """Once; the portal itself is made by the layer below."""
        ahead = {**dict.fromkeys(DUE, -HOUR), BROKEN: -2 * HOUR, LATER: 24 * HOUR}
        made = f"[scheduled(portal, one, ahead, one == {BROKEN!r}) for one, ahead in {ahead!r}.items()]"
        LoadedPortal.place.python(f"from tests.command.ticking import newsroom, scheduled; newsroom(portal); {made}")
        both = [LoadedPortal.place.begin("tick") for _ in range(2)]
        cls.said = "".join(one.communicate()[0] for one in both).splitlines()
        cls.ended = [one.returncode for one in both]

    @classmethod
    def tearDown(cls) -> None:
        """The layer below removes everything."""


class TickCommandTest(unittest.TestCase):
    layer = TickPortal

    def setUp(self) -> None:
        self.place = LoadedPortal.place

    def steps(self, *titles: str) -> list[str]:
        """What became of articles since they were scheduled."""
        path = self.place.directory / "steps"
        told = f"'\\n'.join([steps(portal, title) for title in {titles!r}])"
        self.place.python(f"from tests.command.ticking import steps; open({str(path)!r}, 'w').write({told})")
        return path.read_text().split("\n")

    def log(self) -> str:
        """What the commands wrote down."""
        return (self.place.var / "log" / "yidang.log").read_text(encoding="utf-8")

    def test_two_ticks_at_once_publish_each_article_once_and_one_that_fails_holds_up_no_other(self):
        said = self.layer.said
        self.assertEqual([1, 1], self.layer.ended, said)
        self.assertEqual(
            sorted(f"已发布《{title}》。" for title in DUE), sorted(one for one in said if "已发布" in one)
        )
        self.assertEqual(2, sum("有一件没有办成" in one for one in said))
        self.assertIn("Traceback", self.log())
        wanted = [*["appear published"] * len(DUE), "scheduled", "scheduled"]
        self.assertEqual(wanted, self.steps(*DUE, BROKEN, LATER))

    def test_a_server_that_ticks_publishes_and_leaves_nothing_behind(self):
        self.place.python(f"from tests.command.ticking import scheduled; scheduled(portal, {SERVED!r}, -{HOUR})")
        server = self.place.begin("serve", "--tick", "--host", "127.0.0.1", "--port", "0")
        self.addCleanup(server.kill)
        until = time.monotonic() + 120
        while f"已发布《{SERVED}》" not in self.log() and time.monotonic() < until:
            time.sleep(0.2)
        server.send_signal(signal.SIGINT)
        said, _ = server.communicate(timeout=60)
        self.assertIn("每分钟办理一次", said)
        self.assertEqual(["appear published"], self.steps(SERVED))


class ArgumentsTest(unittest.TestCase):
    def test_a_moment_that_is_none_is_refused(self):
        told = StringIO()
        with redirect_stderr(told), self.assertRaises(SystemExit) as caught:
            make_parser().parse_args(["tick", "--at", "morgen"])
        self.assertEqual(2, caught.exception.code)
        self.assertIn("写法不对", told.getvalue())
