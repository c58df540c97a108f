"""What a picture file tells besides the picture: where and by whom it was taken, notes of programs. Pure.

A telephone writes the place of each photograph into the file; a photograph of a home visit must not tell it to the
public. So the portal takes all of it out when a picture is saved, and says what it took out.
"""

from collections.abc import Iterator
from PIL import ExifTags
from PIL import Image
from PIL import ImageOps
from yidang.publicity.bare_files import BARE

import io
import struct


PLACE = "拍摄地点"
NAMES = {
    "ImageDescription": "图片说明", "Artist": "作者", "Copyright": "版权", "UserComment": "备注", "XPTitle": "标题",
    "XPComment": "备注", "XPAuthor": "作者", "XPKeywords": "关键词", "XPSubject": "主题", "comment": "备注",
    "CameraOwnerName": "相机所有者", "HostComputer": "设备", "xmp": "附带信息", "XML:com.adobe.xmp": "附带信息",
}  # fmt: skip
ORIENTATION = 0x0112
QUALITY = 92
UNREADABLE = (ArithmeticError, AttributeError, KeyError, OSError, SyntaxError, TypeError, ValueError, struct.error)
TURNED_AS = {"MPO": "JPEG"}


def told_by(data: bytes) -> list[tuple[str, str]]:
    """What the file tells, as pairs of a Chinese name and the text; the place as degrees. Notes that cannot be read are
    notes all the same."""
    with Image.open(io.BytesIO(data)) as image:
        try:
            return list(dict.fromkeys([*_from_exif(image.getexif()), *_from_info(image.info)]))
        except UNREADABLE:
            return [(NAMES["xmp"], "")]


def _from_exif(exif: Image.Exif) -> Iterator[tuple[str, str]]:
    for directory in (exif, exif.get_ifd(ExifTags.IFD.Exif)):
        for tag, value in directory.items():
            name = NAMES.get(ExifTags.TAGS.get(tag, ""))
            text = _as_text(value, ExifTags.TAGS.get(tag, ""))
            if name and text:
                yield name, text
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if place.get(ExifTags.GPS.GPSLatitude) or place.get(ExifTags.GPS.GPSLongitude):
        yield PLACE, _degrees(place)


def _from_info(info: dict) -> Iterator[tuple[str, str]]:
    for key, value in info.items():
        text = _as_text(value, "") if key not in ("exif", "icc_profile") else ""
        if isinstance(key, str) and text and (key in NAMES or isinstance(value, str)):
            yield NAMES.get(key, "附带文字"), text


def _as_text(value: object, tag: str) -> str:
    if isinstance(value, bytes):
        if tag.startswith("XP"):
            value = value.decode("utf-16-le", "replace")
        else:
            value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0").decode("utf-8", "replace")
    return str(value).replace("\0", "").strip() if isinstance(value, str) else ""


def _degrees(place: dict) -> str:
    found = []
    for tag in (ExifTags.GPS.GPSLatitude, ExifTags.GPS.GPSLongitude):
        parts = [float(part) for part in place.get(tag) or ()]
        found.append(f"{sum(part / 60**power for power, part in enumerate(parts)):.4f}")
    return "，".join(found)


def without(data: bytes) -> bytes:
    """The same picture without all that; the pixels stay as they are, save where the file relied on EXIF to turn it."""
    with Image.open(io.BytesIO(data)) as image:
        kind = image.format
        if kind != "GIF" and image.getexif().get(ORIENTATION, 1) != 1:
            data, kind = _turned(image)
    return BARE[kind](data) if kind in BARE else data


def _turned(image: Image.Image) -> tuple[bytes, str]:
    """Drawn anew the right way up; of several pictures in a telephone's JPEG the first."""
    upright, stream, kind = ImageOps.exif_transpose(image), io.BytesIO(), TURNED_AS.get(image.format, image.format)
    upright.save(stream, kind, quality=QUALITY, icc_profile=image.info.get("icc_profile"), exif=b"")
    return stream.getvalue(), kind
