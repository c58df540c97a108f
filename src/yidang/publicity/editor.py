"""The editor of the article's text: a short tool bar, pictures uploaded to where the article will find them."""

from plone.protect.authenticator import createToken
from yidang.archive.place import section_of
from yidang.publicity.content import IArticle
from yidang.publicity.writing import static_url
from z3c.form.interfaces import IValue
from z3c.form.interfaces import IWidget
from z3c.form.util import getSpecification
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


TOOLBAR = "undo redo | blocks | bold italic underline | bullist numlist blockquote | pictures link table | removeformat"
PLUGINS = ["lists", "link", "image", "table", "autolink", "autoresize"]
BLOCKS = "正文=p; 小标题=h2; 次级标题=h3; 引文=blockquote"


@implementer(IValue)
@adapter(Interface, Interface, Interface, getSpecification(IArticle["text"]), IWidget)
class EditorOptions:
    """Options of `pat-tinymce` for the text; plone.app.z3cform merges them into its own."""

    def __init__(self, context, request, form, field, widget) -> None:
        self.context = context

    def get(self) -> dict:
        """What differs from Plone's settings."""
        section = section_of(self.context)
        portal_url = self.context.portal_url()
        plugin, style = (static_url(portal_url, name) for name in ("plugin.js", "text.css"))
        return {
            "tiny": {
                "toolbar": TOOLBAR,
                "menubar": False,
                "plugins": PLUGINS,
                "external_plugins": {"yidang": plugin},
                "block_formats": BLOCKS,
                "images_upload_url": f"{section.absolute_url()}/@@upload-picture?_authenticator={createToken()}",
                "images_file_types": "jpg,jpeg,png,gif,webp",
                "paste_data_images": True,
                "automatic_uploads": True,
                "image_caption": True,
                "image_dimensions": False,
                "convert_urls": False,
                "relative_urls": False,
                "elementpath": False,
                "branding": False,
                "content_css": style,
                "statusbar": False,
                "help_accessibility": False,
                "contextmenu": False,
                "toolbar_mode": "wrap",
                "min_height": 460,
                "max_height": 860,
                "autoresize_bottom_margin": 32,
                "iframe_aria_text": "正文编辑区",
            }
        }
