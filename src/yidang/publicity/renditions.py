"""The sizes in which readers get a picture: WebP for every browser of today, JPEG or PNG for older ones. Pure.

A telephone sends 12 million pixels and a few megabytes; a page needs a hundredth of that. What is made here carries no
metadata whatever the file carried, stands upright, and is in the colours that screens expect (sRGB).
"""

from contextlib import suppress
from PIL import Image
from PIL import ImageCms
from PIL import ImageOps
from typing import NamedTuple
from yidang.publicity.whole import open_whole

import io


WIDTHS = (400, 800, 1200)
# What browsers without WebP, chats and search engines get.
FALLBACK = 800
WEBP_QUALITY, JPEG_QUALITY = 80, 82
# Method 4 of WebP takes twice the time of method 2 for a few percent.
WEBP_METHOD = 2
SRGB = ImageCms.createProfile("sRGB")


class Offer(NamedTuple):
    """A size that a page may ask for: its name, and how wide the picture is then."""

    name: int
    width: int


class Rendition(NamedTuple):
    """One made file."""

    content_type: str
    data: bytes


def offers(width: int) -> list[Offer]:
    """The sizes of a picture of this width; nothing is enlarged, so a small picture has one."""
    found = [Offer(name, min(name, width)) for name in WIDTHS]
    return [one for at, one in enumerate(found) if not at or one.width > found[at - 1].width]


def fallback(width: int) -> Offer:
    """The size in which there is a JPEG or PNG, too."""
    return [one for one in offers(width) if one.name <= FALLBACK][-1]


def height_at(width: int, size: tuple[int, int]) -> int:
    """How high a picture of this size is at a width."""
    return max(1, round(size[1] * width / size[0]))


def is_moving(data: bytes) -> bool:
    """Whether the picture moves (GIF, WebP, APNG); the second picture of a telephone's JPEG is no movement."""
    with open_whole(data) as opened:
        return opened.format != "MPO" and getattr(opened, "n_frames", 1) > 1


def renditions(data: bytes) -> dict[str, Rendition]:
    """All sizes by name (`400.webp`, `800.webp`, `1200.webp`, and `800` for the one that is no WebP).

    Of a moving picture the first frame. Raises OSError, ValueError or SyntaxError for bytes that are no whole picture.
    """
    with open_whole(data) as opened:
        size = _upright_size(opened)
        # A JPEG can be read at a half, a quarter, an eighth of its size in a fraction of the time.
        opened.draft(None, (WIDTHS[-1], WIDTHS[-1]))
        picture = _for_screens(ImageOps.exif_transpose(opened))
    found: dict[str, Rendition] = {}
    kept, smallest = fallback(size[0]), picture
    for offer in reversed(offers(size[0])):
        wanted = (offer.width, height_at(offer.width, size))
        smallest = smallest.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=2.0)
        found[f"{offer.name}.webp"] = _saved(smallest, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
        if offer == kept:
            found[f"{offer.name}"] = _plain(smallest)
    return found


def _upright_size(opened: Image.Image) -> tuple[int, int]:
    """Its size as people see it: EXIF may say that it lies on its side (5 to 8)."""
    width, height = opened.size
    return (height, width) if opened.getexif().get(0x0112, 1) >= 5 else (width, height)


def _for_screens(picture: Image.Image) -> Image.Image:
    """In sRGB, with transparency where there was any."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):
        picture = picture.point(lambda value: value / 256).convert("L")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        # With a broken profile the plain conversion below is near enough.
        with suppress(ImageCms.PyCMSError, OSError):
            picture = ImageCms.profileToProfile(picture, io.BytesIO(profile), SRGB, outputMode="RGB")
    seen_through = picture.has_transparency_data
    found = picture.convert("RGBA" if seen_through else "RGB")
    found.info.clear()
    return found


def _plain(picture: Image.Image) -> Rendition:
    if picture.mode == "RGBA":
        return _saved(picture, "PNG", optimize=True)
    return _saved(picture, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)


def _saved(picture: Image.Image, kind: str, **options) -> Rendition:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return Rendition(f"image/{kind.lower()}", out.getvalue())
