"""Where the pictures of an article are found in the sizes of our pages, and how large they are there.

The address of a cover names the size and nothing of the file, so that lists can write it from what the catalog knows;
its size is reckoned, so that nothing has to be looked up.
"""

from typing import NamedTuple
from yidang.publicity.renditions import fallback
from yidang.publicity.renditions import height_at
from yidang.publicity.renditions import offers


VIEW = "@@picture"
COVER = "cover"


class Cover(NamedTuple):
    """A picture on a page: the JPEG or PNG with its size, and the WebP files to choose from."""

    url: str
    width: int
    height: int
    srcset: str


def cover(url: str, width: int, height: int) -> Cover:
    """The cover of the article at `url`."""
    return at(f"{url}/{VIEW}/{COVER}", width, height)


def at(address: str, width: int, height: int) -> Cover:
    """A picture at an address, of this size."""
    size = (max(1, width), max(1, height))
    shown = fallback(size[0])
    srcset = ", ".join(f"{address}/{one.name}.webp {one.width}w" for one in offers(size[0]))
    return Cover(f"{address}/{shown.name}", shown.width, height_at(shown.width, size), srcset)
