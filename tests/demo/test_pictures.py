"""The drawings."""

from datetime import date
from io import BytesIO
from PIL import Image
from yidang.demo.captures import drawn
from yidang.demo.captures import wanted
from yidang.demo.pictures import pictures
from yidang.demo.pictures import SIZE

import unittest


class PicturesTest(unittest.TestCase):
    """A dozen, small, each with words."""

    def test_there_are_twelve_different_ones(self):
        self.assertEqual(len({picture.data for picture in pictures()}), 12)
        self.assertEqual(len({picture.alt for picture in pictures()}), 12)

    def test_they_are_small_and_of_one_size(self):
        for picture in pictures():
            self.assertEqual(Image.open(BytesIO(picture.data)).size, SIZE)
            self.assertLess(len(picture.data), 40_000, picture.name)


class CapturesTest(unittest.TestCase):
    """Invented pages, kept as screenshots."""

    def test_each_is_another_small_screenshot_that_the_portal_would_take(self):
        drawings = {drawn(channel, seed) for channel in ("newspaper", "wechat", "website") for seed in range(4)}
        self.assertEqual(12, len(drawings))
        for data in drawings:
            self.assertEqual("PNG", Image.open(BytesIO(data)).format)
            self.assertLess(len(data), 12_000)

    def test_newspapers_are_kept_and_the_newest_wait(self):
        today = date(2026, 5, 20)
        self.assertTrue(wanted({"channel": "newspaper"}, date(2026, 4, 1), 1, today))
        self.assertFalse(wanted({"channel": "newspaper"}, date(2026, 5, 19), 1, today))
        self.assertFalse(wanted({"channel": "wechat"}, date(2026, 4, 1), 1, today))
