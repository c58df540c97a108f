"""Small real pictures."""

from PIL import Image

import io


def a_picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), color: tuple[int, int, int] = (20, 90, 90)) -> bytes:
    """Bytes of a picture."""
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, kind)
    return out.getvalue()
