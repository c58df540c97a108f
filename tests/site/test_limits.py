"""Limits count for all processes together, and keep nobody's address."""

from concurrent.futures import ThreadPoolExecutor
from tests.site.world import WORLD
from unittest import TestCase
from yidang.site.limits import KEY
from yidang.site.limits import Limit
from yidang.site.limits import mark_of
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite

import transaction


ADDRESS = "198.51.100.23"


class MarkTest(TestCase):
    def test_a_mark_is_short_secret_and_the_same_for_one_household(self):
        one, other = b"1" * 16, b"2" * 16
        self.assertEqual(6, len(mark_of(ADDRESS, one)))
        self.assertNotEqual(mark_of(ADDRESS, one), mark_of(ADDRESS, other))
        self.assertNotEqual(mark_of(ADDRESS, one), mark_of("198.51.100.24", one))
        self.assertEqual(mark_of("2001:db8:1:2::1", one), mark_of("2001:db8:1:2:ffff::9", one))
        self.assertNotEqual(mark_of("2001:db8:1:2::1", one), mark_of("2001:db8:1:3::1", one))
        self.assertEqual(mark_of(ADDRESS, one), mark_of(f"::ffff:{ADDRESS}", one))
        self.assertTrue(mark_of("no address", one))


class LimitTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.limit = Limit("test", most=2, seconds=60)

    def kept(self) -> dict:
        transaction.begin()
        return IAnnotations(self.portal).get(KEY, {}).get("test", {})

    def test_each_address_counts_for_itself_and_time_forgives(self):
        self.assertEqual([True, True, False], [self.limit.take("a", now=at) for at in (0, 1, 2)])
        self.assertTrue(self.limit.take("b", now=2))
        self.assertEqual([False, True, False], [self.limit.take("a", now=at) for at in (59, 60.5, 60.6)])

    def test_a_count_stays_when_the_transaction_of_the_request_is_given_up(self):
        self.limit.take("a", now=0)
        self.limit.take("a", now=1)
        transaction.abort()
        self.assertFalse(Limit("test", 2, 60).take("a", now=2))

    def test_two_limits_do_not_meet(self):
        self.assertTrue(Limit("first", 1, 60).take("a", now=0))
        self.assertTrue(Limit("second", 1, 60).take("a", now=0))

    def test_many_at_once_are_counted_each(self):
        limit = Limit("crowd", most=5, seconds=3600)
        limit.take("z", now=0)  # the shelf is there

        def one(_):
            setSite(self.portal)
            return limit.take("a", now=1)

        with ThreadPoolExecutor(3) as crowd:
            self.assertLessEqual(sum(crowd.map(one, range(12))), 5)
        self.assertFalse(limit.take("a", now=2))

    def test_no_address_is_kept_and_what_is_old_goes(self):
        for number in range(50):
            self.limit.take(f"198.51.100.{number}", now=0)
        self.assertEqual(50, len(self.kept()))
        self.assertNotIn("198.51", repr([*self.kept().items()]))
        self.limit.take(ADDRESS, now=1000)
        self.assertEqual(1, len(self.kept()))
