"""The cover picture without the notes that a camera wrote into the file."""

from plone.namedfile.file import NamedBlobImage
from yidang.publicity.photo_data import told_by
from yidang.publicity.photo_data import without


def bare_cover(article) -> None:
    """Keep the cover without its notes; what they told is remembered by name, so that the writer can be told."""
    image = article.image
    if image is None or getattr(image, "bare", False):
        return
    told = told_by(image.data)
    if told:
        image = NamedBlobImage(data=without(image.data), contentType=image.contentType, filename=image.filename)
        article.image = image
    image.bare = not told or not told_by(image.data)
    article.taken_out = tuple(dict.fromkeys(name for name, _ in told))
