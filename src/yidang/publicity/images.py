"""Which pictures are accepted, known by their bytes, never by their name or what the browser claims."""

from PIL import Image
from PIL import UnidentifiedImageError
from yidang.archive.uploads import limit_mb
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.publicity.whole import open_whole

import struct


# MPO is what many telephones write: a JPEG with a second picture behind it.
FORMATS = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}
MAX_PIXELS = 80_000_000
WRONG = "图片只收 JPG、PNG、GIF、WebP，这个文件不是，或已损坏。"
BROKEN = "图片不完整或已损坏，请重新导出或拍摄后再上传。"
HEIC = "这是苹果手机的 HEIC 照片，浏览器大多打不开。请在手机“设置 › 相机 › 格式”里选“兼容性最佳”，或另存为 JPG 再上传。"
HEIC_MARKS = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")
SMALL = (400, 400)
UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError, struct.error)


def image_problem(data: bytes) -> str:
    """What is wrong with a picture, as a Chinese sentence; "" when nothing is."""
    if not data:
        return "图片是空文件。"
    if len(data) > limit_mb() * 1024 * 1024:
        return f"图片有 {len(data) / 1024 / 1024:.1f} MB，超过 {limit_mb()} MB 的上限，请缩小后再传。"
    if data[4:12] in HEIC_MARKS:
        return HEIC
    try:
        with open_whole(data) as image:
            if image.format not in FORMATS:
                return WRONG
            if image.width * image.height > MAX_PIXELS:
                return "图片的像素过多，请缩小后再上传。"
            image.verify()
    except UNREADABLE:
        return WRONG
    return "" if _is_whole(data) else BROKEN


def _is_whole(data: bytes) -> bool:
    """Whether the picture can be drawn to its end; a JPEG is drawn small, which tells as much."""
    try:
        with open_whole(data) as image:
            image.draft(None, SMALL)
            image.load()
    except (*UNREADABLE, MemoryError):
        return False
    return True


def check_image(data: bytes, field: str = "text") -> str:
    """The content type of an accepted picture; `Refused` for any other bytes."""
    problem = image_problem(data)
    if problem:
        raise Refused(problem, [FieldError(field, problem)])
    with open_whole(data) as image:
        return FORMATS[image.format]
