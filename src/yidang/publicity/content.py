"""An article (新闻、信息) and where it appeared."""

from plone.app.textfield import RichText
from plone.dexterity.content import Item
from plone.namedfile.field import NamedBlobImage
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.interfaces import IRecord
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IArticle(Interface):
    """One article; counted once however often it is placed (S0-X14)."""

    title = schema.TextLine(title=_("标题"), max_length=120)
    description = schema.Text(title=_("摘要"), required=False)
    text = RichText(title=_("正文"), required=False)
    image = NamedBlobImage(title=_("题图"), required=False)
    image_alt = schema.TextLine(title=_("题图说明"), description=_("为看不到图片的读者写一句话"), required=False)
    origin = schema.Choice(title=_("稿件来源"), vocabulary="yidang.origins", default="original")
    station_activity = schema.Bool(title=_("本站活动新闻稿"), default=False, required=False)
    event_date = DayField(title=_("活动日期"), required=False)
    station = schema.Choice(title=_("站点"), vocabulary="yidang.contract_stations", required=False)


@implementer(IArticle, IRecord)
class Article(Item):
    """One article."""
