"""Two processes file into one contract at once: nothing is lost, and hardly ever does one have to try again."""

from tempfile import TemporaryDirectory
from tests.indicators.database import opened
from tests.indicators.filing import both
from tests.indicators.filing import FILED
from tests.indicators.filing import prepare
from tests.indicators.test_ledger import found
from tests.indicators.test_ledger import kept
from tests.indicators.told import CONTRACT
from unittest import TestCase


class TwoProcessesTest(TestCase):
    def test_two_processes_lose_nothing_and_one_commit_in_a_hundred_at_most_is_tried_again(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        prepare(folder.name)
        told = both(folder.name, seconds=4)
        commits, retries = (sum(one[name] for one in told) for name in ("commits", "retries"))
        db = opened(folder.name)
        self.addCleanup(db.close)
        with db.transaction() as connection:
            ledger = connection.root()["ledger"]
            self.assertEqual(2 * FILED + commits, len(list(ledger.facts(CONTRACT))))
            self.assertEqual(2 * FILED + commits, ledger.records(CONTRACT)["I1"])
            self.assertEqual(found(ledger), kept(ledger))
        self.assertTrue(all(one["commits"] > 50 for one in told), told)
        self.assertLessEqual(retries, max(3, commits / 100), told)
