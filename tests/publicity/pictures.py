"""Small real pictures."""

from PIL import Image

import io


def a_picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), color: tuple[int, int, int] = (20, 90, 90)) -> bytes:
    """Bytes of a picture."""
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, kind)
    return out.getvalue()


def a_photo(note: str = "", size: tuple[int, int] = (60, 40), kind: str = "JPEG") -> bytes:
    """A photograph with a place and a note in its file."""
    image, out = Image.new("RGB", size, (20, 90, 90)), io.BytesIO()
    notes = image.getexif()
    notes[0x9C9C] = note.encode("utf-16-le")  # XPComment
    place = notes.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (22.0, 31.0, 0.0), "E", (113.0, 22.0, 0.0)
    image.save(out, kind, exif=notes)
    return out.getvalue()
