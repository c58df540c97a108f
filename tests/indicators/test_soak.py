"""After any edits by several writers at once the ledger holds what a recount of the content finds, exactly."""

from tempfile import TemporaryDirectory
from tests.indicators.database import opened
from tests.indicators.differing import differences
from tests.indicators.soaking import prepare
from tests.indicators.soaking import soak
from tests.indicators.told import CONTRACT
from unittest import TestCase


class SoakTest(TestCase):
    def test_any_edits_by_several_writers_leave_what_a_recount_finds(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        db = opened(folder.name)
        self.addCleanup(db.close)
        prepare(db)
        told = soak(db, edits=400, threads=4, seed=1)
        self.assertEqual(400, told["commits"])
        with db.transaction() as connection:
            root = connection.root()
            stated = [fact for filed in root["content"].values() for fact in filed.facts()]
            self.assertGreater(len(stated), 30)
            self.assertEqual([], differences(root["ledger"], CONTRACT, stated))
