"""Which pictures are accepted, known by their bytes, never by their name or what the browser claims."""

from PIL import Image
from PIL import UnidentifiedImageError
from yidang.archive.uploads import limit_mb
from yidang.errors import FieldError
from yidang.errors import Refused

import io


FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}
MAX_PIXELS = 80_000_000
WRONG = "图片只收 JPG、PNG、GIF、WebP，这个文件不是，或已损坏。"


def image_problem(data: bytes) -> str:
    """What is wrong with a picture, as a Chinese sentence; "" when nothing is."""
    if not data:
        return "图片是空文件。"
    if len(data) > limit_mb() * 1024 * 1024:
        return f"图片有 {len(data) / 1024 / 1024:.1f} MB，超过 {limit_mb()} MB 的上限，请缩小后再传。"
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.format not in FORMATS:
                return WRONG
            if image.width * image.height > MAX_PIXELS:
                return "图片的像素过多，请缩小后再上传。"
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return WRONG
    return ""


def check_image(data: bytes, field: str = "text") -> str:
    """The content type of an accepted picture; `Refused` for any other bytes."""
    problem = image_problem(data)
    if problem:
        raise Refused(problem, [FieldError(field, problem)])
    with Image.open(io.BytesIO(data)) as image:
        return FORMATS[image.format]
