"""The drawings."""

from io import BytesIO
from PIL import Image
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
