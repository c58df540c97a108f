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


def a_telephones_photo() -> bytes:
    """12 million pixels in some megabytes, held upright: the file lies on its left side, the sky (left in the file, up
    for people) is blue."""
    size, out = (4000, 3000), io.BytesIO()
    grain = Image.effect_noise(size, 40)
    image = Image.merge("RGB", (grain, grain, grain))
    image.paste((20, 60, 220), (0, 0, 800, 3000))
    notes = image.getexif()
    notes[0x0112] = 6
    notes[0x9C9C] = "王女士家门口".encode("utf-16-le")
    image.save(out, "JPEG", quality=92, exif=notes)
    return out.getvalue()
