"""Half a picture is no picture.

Pillow refuses to draw one that breaks off, but plone.scale tells it not to, for the whole process and whoever asks. Our
readers would get grey areas for faces; so it is told again, after plone.scale has spoken.
"""

from PIL import Image
from plone.scale import scale

import io


scale.PIL.ImageFile.LOAD_TRUNCATED_IMAGES = False


def open_whole(data: bytes) -> Image.Image:
    """The picture; `OSError` at the latest when it is drawn and breaks off."""
    return Image.open(io.BytesIO(data))
