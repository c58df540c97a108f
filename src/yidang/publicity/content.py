"""An article (新闻、信息) and where it appeared."""

from datetime import date
from plone.app.textfield import RichText
from plone.autoform import directives
from plone.namedfile.field import NamedBlobImage
from plone.supermodel import model
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.forms.pickers import HeldFieldWidget
from yidang.archive.interfaces import IRecord
from yidang.archive.leaf import Leaf
from yidang.archive.leaf import with_defaults
from yidang.archive.uploads import BadUpload
from yidang.publicity.images import image_problem
from yidang.publicity.keywords import keywords_field
from yidang.publicity.placements import days_of
from yidang.publicity.placements import Placements
from zope import schema
from zope.interface import implementer


NEED_ALT = "有题图就要写题图说明，看不到图片的读者靠它了解内容。"


def is_image(value) -> bool:
    """Constraint of the cover picture."""
    problem = image_problem(value.data)
    if problem:
        raise BadUpload(problem)
    return True


class IArticle(model.Schema):
    """One article; counted once however often it is placed (S0-X14)."""

    title = schema.TextLine(title=_("标题"), description=_("一句话说清谁、做了什么，不超过 40 字为宜"), max_length=120)
    description = schema.Text(
        title=_("摘要"),
        description=_("列表和首页显示的两三句话"),
        required=False,
        missing_value="",
        default="",
        max_length=400,
    )
    text = RichText(
        title=_("正文"),
        description=_("可从 Word、WPS、公众号粘贴，格式会自动清理；图片可粘贴、拖入，或用工具栏一次选多张"),
        required=False,
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )
    image = NamedBlobImage(
        title=_("题图"), description=_("JPG、PNG、GIF 或 WebP，横图为宜"), required=False, constraint=is_image
    )
    image_alt = schema.TextLine(
        title=_("题图说明"), description=_("写给看不到图片的读者：图上有谁、在做什么"), required=False, max_length=200
    )
    image_caption = schema.TextLine(
        title=_("图注"), description=_("印在图下的一行，例如时间、地点、摄影"), required=False, max_length=200
    )
    photo_consent = schema.Choice(
        title=_("图中人物"),
        description=_("稿件有图片时必填。未成年人须由监护人书面同意；没有同意的，请换图或遮挡面部"),
        vocabulary="yidang.photo_consents",
        required=False,
    )
    genre = schema.Choice(
        title=_("体裁"), description=_("案例会出现在首页的案例栏"), vocabulary="yidang.genres", required=False
    )
    keywords = keywords_field()
    origin = schema.Choice(title=_("稿件来源"), vocabulary="yidang.origins", default="original")
    source = schema.TextLine(
        title=_("来源"),
        description=_("转载必填，写原载媒体；其他稿件留空时用站点或承接方的名称"),
        required=False,
        max_length=60,
    )
    station_activity = schema.Bool(
        title=_("本站活动新闻稿"),
        description=_("报道本站自己的活动；同时计入“本站活动新闻稿”"),
        default=False,
        required=False,
    )
    directives.widget("activity", HeldFieldWidget)
    directives.read_permission(activity="yidang.ViewScoreboard")
    activity = schema.Choice(
        title=_("报道的活动"),
        description=_("输入名称，从提示中选；空着的日期、地点、人次、站点会从记录带出，送审前核对是否一致"),
        vocabulary="yidang.reportable",
        required=False,
    )
    event_date = DayField(title=_("活动日期"), description=_("所报道的活动在哪一天举行"), required=False)
    event_place = schema.TextLine(title=_("活动地点"), required=False, max_length=120)
    event_participants = schema.Int(title=_("活动人次"), min=0, max=100_000, required=False)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)
    placements = Placements(
        title=_("刊发记录"),
        description=_("除本门户外还登在哪里；发布之后也可以补记。同一网址在一个合同中只能登记一次"),
        required=False,
        default=[],
        missing_value=[],
    )
    published_on = schema.Date(title=_("首次发布日期"), required=False, readonly=True)
    directives.omitted("published_on")


@implementer(IArticle, IRecord)
@with_defaults(IArticle)
class Article(Leaf):
    """One article."""

    # Kept at publication (signature.py), read by every page view.
    signed: tuple = ()


def first_appeared(article) -> date | None:
    """The day on which the article was first to be read anywhere; None while it has appeared nowhere.

    It counts on this day, also when it came out elsewhere before it came out here (S0-11).
    """
    days = days_of(article) + ([article.published_on] if article.published_on else [])
    return min(days, default=None)
