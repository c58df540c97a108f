"""What an administrator says about caches."""

from yidang import _
from zope import schema
from zope.interface import Interface


PREFIX = "yidang.caching"


class ICachingSettings(Interface):
    """Registry records `yidang.caching.*`; `bin/yidang proxy-config` writes them."""

    proxies = schema.List(
        title=_("前端缓存"),
        description=_("每个缓存的地址，例如 http://127.0.0.1:6081；没有缓存则留空"),
        value_type=schema.ASCIILine(),
        default=[],
        required=False,
    )
