"""`<article>/@@wechat`: copy an article for a public account; `@@wechat-cover`: the cuts of its cover."""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.Five import BrowserView
from yidang.archive.closing import refuse_when_sealed
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.pages.posting import PostPage
from yidang.permissions import RECORD_PLACEMENT
from yidang.publicity.crops import CENTRE
from yidang.publicity.crops import cut
from yidang.publicity.crops import is_enlarged
from yidang.publicity.crops import SHAPES
from yidang.publicity.reading import text_of
from yidang.publicity.signature import is_printed
from yidang.publicity.wechat import Exported
from yidang.publicity.wechat import exported
from yidang.publicity.wechat import SUMMARY_MOST
from yidang.publicity.wechat import TITLE_MOST
from yidang.publicity.wechat import too_long
from zExceptions import NotFound


SCRIPT = "++resource++yidang.publicity/wechat.js"


def focus_of(article) -> tuple[int, int]:
    """What must stay in the cuts of the cover: percent from the left and from the top."""
    return getattr(article.aq_base, "cover_focus", CENTRE)


def set_focus(article, across: str, down: str) -> tuple[int, int]:
    """Keep the focus, also of a published article: its text and its picture stay as they are."""
    if not getSecurityManager().checkPermission(RECORD_PLACEMENT, article):
        raise NotAllowed("您不能改这篇稿件的封面。")
    refuse_when_sealed(article)
    found = []
    for name, words in (("across", across), ("down", down)):
        if not (words.isascii() and words.isdigit() and int(words) <= 100):
            raise Refused("封面的中心请填 0 到 100 的整数。", [FieldError(name, "请填 0 到 100 的整数。")])
        found.append(int(words))
    article.cover_focus = tuple(found)
    return article.cover_focus


class WeChatPage(PostPage):
    """The text to copy, the pictures to upload, the cuts of the cover."""

    page_title = "导出公众号"
    title_most = TITLE_MOST
    summary_most = SUMMARY_MOST

    @cached_property
    def exported(self) -> Exported:
        """What is pasted."""
        signed = "　".join(f"{role} {name}" for role, name in self.context.signed if is_printed(self.context))
        text = text_of(self.context, self.portal_url, self.url)
        return exported(text, self.url + "/", [signed] if signed else [])

    @property
    def warnings(self) -> list[str]:
        """What would be cut off or blurred."""
        found = too_long(self.context.title, self.context.description)
        image = self.context.image
        if image is not None and is_enlarged(image.getImageSize(), SHAPES["wide"]):
            width, height = image.getImageSize()
            found.append(f"题图只有 {width}×{height} 像素，裁成 900×383 会模糊，请换大一些的图。")
        return found

    @cached_property
    def focus(self) -> tuple[int, int]:
        """Where the cuts are centred."""
        return focus_of(self.context)

    @property
    def covers(self) -> list[dict]:
        """The cuts with their addresses; the focus is in the address so that a new cut is fetched."""
        if self.context.image is None:
            return []
        across, down = self.focus
        address = f"{self.url}/@@wechat-cover?at={across}-{down}&shape="
        return [{"url": address + name, "shape": shape} for name, shape in SHAPES.items()]

    @property
    def script(self) -> str:
        """Address of the script that copies."""
        return f"{self.portal_url}/{SCRIPT}"

    def act(self) -> str:
        """Set the focus of the cover."""
        set_focus(self.context, self.typed("across"), self.typed("down"))
        return "封面已按新的中心裁好。"

    def after_post(self) -> str:
        """The same page."""
        return self.url + "/@@wechat#cover"


class WeChatCover(BrowserView):
    """One cut as a JPEG, as a download."""

    def __call__(self) -> bytes:
        name = str(self.request.form.get("shape", ""))
        if name not in SHAPES or self.context.image is None:
            raise NotFound(name)
        shape = SHAPES[name]
        response = self.request.response
        response.setHeader("Content-Type", "image/jpeg")
        response.setHeader("Cache-Control", "private, no-cache")
        filename = f"{self.context.getId()}-{shape.width}x{shape.height}.jpg"
        response.setHeader("Content-Disposition", f'attachment; filename="{filename}"')
        return cut(self.context.image.data, shape, focus_of(self.context))
