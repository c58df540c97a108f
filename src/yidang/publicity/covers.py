"""Cover pictures in the sizes of our pages.

Their addresses name the scale and not its hash: hashed addresses are kept in the catalog, and go stale when a picture
is scaled again.
"""

from typing import NamedTuple


WIDTHS = {"preview": 400, "large": 800, "great": 1200}
# What a page offers a browser to choose from, for narrow and for sharp screens.
OFFERED = ("preview", "large", "great")


class Cover(NamedTuple):
    """One scale of a cover picture."""

    url: str
    width: int
    height: int
    srcset: str = ""


def cover(url: str, width: int, height: int, scale: str = "large") -> Cover:
    """The scale of an article's picture; its size is reckoned, so that no scale has to be looked up."""
    factor = min(1, WIDTHS[scale] / width) if width > 0 else 1
    return Cover(address(url, scale), round(width * factor), round(height * factor), srcset(url, width))


def address(url: str, scale: str) -> str:
    """Where one scale is."""
    return f"{url}/@@images/image/{scale}"


def srcset(url: str, width: int) -> str:
    """The scales to choose from; none is offered that would be no larger than the one before."""
    widths = {one: min(WIDTHS[one], width) for one in OFFERED}
    chosen = [one for at, one in enumerate(OFFERED) if not at or widths[one] > widths[OFFERED[at - 1]]]
    return ", ".join(f"{address(url, one)} {widths[one]}w" for one in chosen) if len(chosen) > 1 else ""
