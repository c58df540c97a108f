"""Cover pictures in the sizes of our pages.

Their addresses name the scale and not its hash: hashed addresses are kept in the catalog, and go stale when a picture
is scaled again.
"""

from typing import NamedTuple


WIDTHS = {"preview": 400, "large": 800}


class Cover(NamedTuple):
    """One scale of a cover picture."""

    url: str
    width: int
    height: int


def cover(url: str, width: int, height: int, scale: str = "large") -> Cover:
    """The scale of an article's picture; its size is reckoned, so that no scale has to be looked up."""
    factor = min(1, WIDTHS[scale] / width) if width > 0 else 1
    return Cover(f"{url}/@@images/image/{scale}", round(width * factor), round(height * factor))
