"""What an administrator may say about the site: who runs it, the hotline, the numbers in the footer."""

from yidang import _
from zope import schema
from zope.interface import Interface


PREFIX = "yidang.site"


class ISiteSettings(Interface):
    """Registry records `yidang.site.*`; what is empty is not shown."""

    host = schema.TextLine(title=_("主办单位"), required=False)
    operator = schema.TextLine(title=_("承办单位"), required=False)
    address = schema.TextLine(title=_("地址"), required=False)
    postcode = schema.TextLine(title=_("邮政编码"), required=False)
    slogan = schema.TextLine(title=_("首页标语"), required=False)
    introduction = schema.TextLine(title=_("首页简介"), required=False)
    hotline = schema.TextLine(title=_("服务热线号码"), required=False)
    hotline_name = schema.TextLine(title=_("服务热线名称"), required=False)
    hotline_hours = schema.TextLine(title=_("热线接听时间"), required=False)
    visiting_hours = schema.TextLine(title=_("来访接待时间"), required=False)
    icp_record = schema.TextLine(title=_("ICP 备案号"), description=_("例如 粤ICP备00000000号-1"), required=False)
    police_record = schema.TextLine(
        title=_("公安备案号"), description=_("例如 粤公网安备 44200000000000号"), required=False
    )
    site_code = schema.TextLine(title=_("网站标识码"), description=_("例如 网站标识码 4420000000"), required=False)
