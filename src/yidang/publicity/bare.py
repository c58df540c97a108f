"""The cover picture without the notes that a camera wrote into the file."""

from plone.namedfile.file import NamedBlobImage
from yidang.publicity.photo_data import told_by
from yidang.publicity.photo_data import without


def bare_cover(article) -> None:
    """Keep the cover without its notes; what they told is remembered by name, so that the writer can be told."""
    image = article.image
    if image is None or getattr(image, "bare", False):
        return
    data = image.data
    told, plain = told_by(data), without(data)
    if plain != data:
        image = NamedBlobImage(data=plain, contentType=image.contentType, filename=image.filename)
        article.image = image
    image.bare = not told_by(plain)
    article.taken_out = tuple(dict.fromkeys(name for name, _ in told))
