"""The runner of the tick, with jobs of its own: order, trying again, being refused, failing."""

from datetime import datetime
from transaction.interfaces import TransientError
from unittest import TestCase
from yidang.clock import BEIJING
from yidang.errors import Refused
from yidang.ticking import ITickJob
from yidang.ticking import Outcome
from yidang.ticking import tick
from yidang.ticking import TRIES
from zope.component import getGlobalSiteManager
from zope.interface import implementer

import logging


NOW = datetime(2026, 11, 27, 9, tzinfo=BEIJING)


@implementer(ITickJob)
class Job:
    """Does what its table says: a sentence, or something to raise as often as there are tries left."""

    title = "试办"

    def __init__(self, **table) -> None:
        self.table, self.refused, self.tried = table, [], []

    def due(self, now: datetime) -> list[str]:
        """All of them."""
        self.now = now
        return list(self.table)

    def do(self, key: str, now: datetime) -> str:
        """As the table says."""
        self.tried.append(key)
        said = self.table[key]
        said = said.pop(0) if isinstance(said, list) else said
        if isinstance(said, Exception):
            raise said
        return said

    def held_back(self, key: str, refusal: Refused, now: datetime) -> str:
        """Remember it."""
        self.refused.append((key, refusal.message))
        return f"{key} 没有办"


class TickTest(TestCase):
    def setUp(self):
        logging.getLogger("yidang.tick").addFilter(silent)
        self.addCleanup(logging.getLogger("yidang.tick").removeFilter, silent)

    def told(self, **jobs: Job) -> list[Outcome]:
        """One tick with these jobs."""
        registry = getGlobalSiteManager()
        for name, job in jobs.items():
            registry.registerUtility(job, ITickJob, name)
            self.addCleanup(registry.unregisterUtility, job, ITickJob, name)
        return list(tick(NOW))

    def test_jobs_come_in_the_order_of_their_names_and_only_what_happened_is_told(self):
        found = self.told(b=Job(二="办了二", 三=""), a=Job(一="办了一"))
        self.assertEqual(["办了一", "办了二"], [one.text for one in found])

    def test_one_that_fails_is_told_and_the_others_are_done(self):
        found = self.told(a=Job(坏=ValueError("x"), 好="办了"))
        self.assertEqual([("坏", True), ("好", False)], [(one.key, one.failed) for one in found])

    def test_a_job_that_cannot_tell_what_is_due_holds_up_no_other(self):
        broken = Job()
        broken.due = None
        self.assertEqual([True, False], [one.failed for one in self.told(a=broken, b=Job(一="办了"))])

    def test_who_meets_another_writer_tries_again(self):
        job = Job(一=[TransientError(), TransientError(), "办了"])
        self.assertEqual(["办了"], [one.text for one in self.told(a=job)])
        self.assertEqual(3, len(job.tried))

    def test_trying_again_has_an_end(self):
        job = Job(一=[TransientError() for _ in range(TRIES + 1)])
        self.assertEqual([True], [one.failed for one in self.told(a=job)])
        self.assertEqual(TRIES, len(job.tried))

    def test_what_is_refused_is_held_back_and_no_failure(self):
        job = Job(一=Refused("还不行"))
        self.assertEqual([("一 没有办", False)], [(one.text, one.failed) for one in self.told(a=job)])
        self.assertEqual([("一", "还不行")], job.refused)


def silent(record: logging.LogRecord) -> bool:
    """These failures are meant."""
    return False
