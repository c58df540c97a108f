"""The demonstration portal by the real commands: counts over HTTP, verify, backup and restore."""

from tests.command.portal import DemoPortal
from tests.command.portal import Place

import json
import requests
import socket
import stat
import time
import unittest


CONTRACT = "contracts/zhongshan-women"
PUBLICITY = ("S0-I07", "S0-I08")


class DemoCommandTest(unittest.TestCase):
    """What a person finds after the first start."""

    layer = DemoPortal

    def setUp(self) -> None:
        self.place = self.layer.place

    @property
    def passwords(self) -> dict[str, str]:
        return json.loads((self.place.var / "demo-accounts.json").read_text(encoding="utf-8"))

    def test_the_demonstration_was_made(self):
        self.assertEqual(self.layer.made.returncode, 0, self.layer.made.stderr)

    def test_passwords_are_readable_by_the_owner_only(self):
        mode = (self.place.var / "demo-accounts.json").stat().st_mode
        self.assertEqual(stat.S_IMODE(mode), 0o600)

    def test_every_account_has_its_own_password(self):
        names = "publicist worker lead supervisor purchaser evaluator siteadmin reviewer1 reviewer2 reviewer3"
        self.assertLessEqual({*names.split(), "worker2", "lead2"}, set(self.passwords))
        self.assertEqual(len(set(self.passwords.values())), len(self.passwords))

    def test_the_portal_is_in_order_and_survives_backup_and_restore(self):
        copy, other = self.place.directory / "copy", Place()
        self.addCleanup(other.remove)
        self.assertEqual(self.place.run("backup", copy).returncode, 0)
        self.assertEqual(self.place.run("backup", copy).returncode, 1)
        self.assertEqual(self.place.run("restore", copy).returncode, 1)
        restored = other.run("restore", copy)
        self.assertEqual(restored.returncode, 0, restored.stderr)
        done = other.run("verify")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.blobs(other), self.blobs(self.place))

    def blobs(self, place: Place) -> set[str]:
        return {str(path.relative_to(place.var)) for path in place.var.rglob("*.blob")}

    def test_a_damaged_copy_is_not_restored(self):
        copy, other = self.place.directory / "damaged", Place()
        self.addCleanup(other.remove)
        self.place.run("backup", copy)
        with (copy / "data" / "main.sqlite3").open("r+b") as stream:
            stream.seek(4096)
            stream.write(b"\xff" * 8192)
        self.assertEqual(other.run("restore", copy).returncode, 1)
        self.assertFalse((other.var / "data" / "main.sqlite3").exists())

    def test_the_three_hundredth_article_is_one_approval_away(self):
        with self.served() as portal:
            self.assertEqual(self.values(portal), (299, 59))
            waiting = self.as_("reviewer3", portal).get(
                f"{portal}/++api++/@search", params={"portal_type": "Article", "review_state": "review3"}
            )
            (article,) = waiting.json()["items"]
            path = article["@id"].split("/portal/", 1)[1]
            done = self.as_("reviewer3", portal).post(f"{portal}/++api++/{path}/@workflow/approve", json={})
            self.assertEqual(done.status_code, 200, done.text)
            self.assertEqual(self.values(portal), (300, 60))
        self.assertEqual(self.place.run("verify").returncode, 0)

    def values(self, portal: str) -> tuple[int, ...]:
        board = self.as_("lead", portal).get(f"{portal}/++api++/{CONTRACT}/@indicators").json()
        found = {item["code"]: item["value"] for item in board["items"]}
        return tuple(found[code] for code in PUBLICITY)

    def as_(self, name: str, portal: str) -> requests.Session:
        session = requests.Session()
        session.auth, session.headers["Accept"] = (name, self.passwords[name]), "application/json"
        return session

    def served(self):
        return Served(self.place)


class Served:
    """A server of the place on a free port, for the time of a block."""

    def __init__(self, place: Place) -> None:
        self.place = place
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]

    def __enter__(self) -> str:
        self.process = self.place.start("serve", "--port", self.port)
        url = f"http://localhost:{self.port}/portal"
        for _ in range(600):
            if self.process.poll() is not None:
                raise AssertionError((self.place.directory / "server.log").read_text())
            if "一档已就绪" in (self.place.directory / "server.log").read_text():
                return url
            time.sleep(0.2)
        raise AssertionError("the server did not come up")

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait()
