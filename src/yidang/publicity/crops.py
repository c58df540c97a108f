"""The two cuts of a cover that a public account asks for, around a point that must stay in the picture. Pure."""

from PIL import Image
from PIL import ImageOps
from typing import NamedTuple

import io


class Shape(NamedTuple):
    """A cut: its size in pixels and its name for people."""

    width: int
    height: int
    title: str


SHAPES = {"wide": Shape(900, 383, "头条封面 2.35:1"), "square": Shape(200, 200, "次条封面 1:1")}
QUALITY = 88
CENTRE = (50, 50)


def box(size: tuple[int, int], shape: Shape, focus: tuple[int, int] = CENTRE) -> tuple[int, int, int, int]:
    """The largest part of a picture of this size with the shape's proportions, as near to the focus (percent from the
    left and the top) as the edges allow: left, top, right, bottom in pixels."""
    width, height = size
    scale = min(width / shape.width, height / shape.height)
    wide, high = max(1, round(shape.width * scale)), max(1, round(shape.height * scale))
    left = _within(width * focus[0] / 100 - wide / 2, width - wide)
    top = _within(height * focus[1] / 100 - high / 2, height - high)
    return left, top, left + wide, top + high


def _within(start: float, most: int) -> int:
    return max(0, min(round(start), most))


def cut(data: bytes, shape: Shape, focus: tuple[int, int] = CENTRE) -> bytes:
    """A JPEG of the shape, on white where the picture is transparent; it carries no metadata."""
    with Image.open(io.BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    made = ground.resize((shape.width, shape.height), Image.Resampling.LANCZOS, box=box(picture.size, shape, focus))
    out = io.BytesIO()
    made.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def is_enlarged(size: tuple[int, int], shape: Shape) -> bool:
    """Whether a picture of this size has too few pixels for the shape."""
    return size[0] < shape.width or size[1] < shape.height
