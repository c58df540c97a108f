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
TABLE = (
    "tablerowheader | tableinsertrowbefore tableinsertrowafter tabledeleterow | tableinsertcolbefore"
    " tableinsertcolafter tabledeletecol | tablemergecells tablesplitcells | tabledelete"
)
# Nothing is offered that cleaning takes away again: no widths, no colours, no targets of links.
LOOK = {
    "toolbar": TOOLBAR,
    "toolbar_mode": "wrap",
    "menubar": False,
    "contextmenu": False,
    "statusbar": False,
    "branding": False,
    "elementpath": False,
    "help_accessibility": False,
    "plugins": PLUGINS,
    "block_formats": "正文=p; 小标题=h2; 次级标题=h3; 引文=blockquote",
    "min_height": 460,
    "max_height": 860,
    "autoresize_bottom_margin": 32,
    "convert_urls": False,
    "relative_urls": False,
    "link_title": False,
    "link_target_list": False,
    "link_assume_external_targets": "https",
    "link_default_protocol": "https",
    "object_resizing": False,
    "table_toolbar": TABLE,
    "table_appearance_options": False,
    "table_advtab": False,
    "table_cell_advtab": False,
    "table_row_advtab": False,
    "table_resize_bars": False,
    "table_use_colgroups": False,
    "table_default_styles": {},
    "table_default_attributes": {},
    "image_caption": True,
    "image_dimensions": False,
    "images_file_types": "jpg,jpeg,png,gif,webp",
    "paste_data_images": True,
    "automatic_uploads": True,
}


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
                **LOOK,
                "external_plugins": {"yidang": plugin},
                "content_css": style,
                "images_upload_url": f"{section.absolute_url()}/@@upload-picture?_authenticator={createToken()}",
            }
        }
