"""Addresses of placements: what is allowed, and when two of them are the same page. Pure."""

from urllib.parse import parse_qsl
from urllib.parse import urlencode
from urllib.parse import urlsplit

import re


MAX_LENGTH = 1000
# What tells one article of a public account from another; the rest of such an address changes with who shares it.
WECHAT_HOST = "mp.weixin.qq.com"
WECHAT_KEYS = frozenset({"__biz", "mid", "idx", "sn"})
WECHAT_SHORT = re.compile(r"/s/[A-Za-z0-9_-]+/?")
NOT_PERMANENT = (
    "这不是公众号文章的永久链接，过几天就会失效。请在文章右上角选“复制链接”，地址形如 https://mp.weixin.qq.com/s/…。"
)
LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
TRACKING = ("utm_", "spm", "share_")


def link_problem(url: str) -> str:
    """What is wrong with an address, as a Chinese sentence; "" when nothing is."""
    if len(url) > MAX_LENGTH:
        return f"网址最多 {MAX_LENGTH} 个字符。"
    if any(char.isspace() or not char.isprintable() for char in url):
        return "网址中不能有空格或换行。"
    if any(char in '<>"' for char in url):
        return "网址中不能有引号或尖括号，请从浏览器地址栏重新复制。"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "网址写法有误。"
    if parts.scheme.lower() not in ("http", "https"):
        return "网址只能以 http:// 或 https:// 开头。"
    if not host or ("." not in host and host != "localhost" and ":" not in host):
        return "网址缺少完整的域名。"
    if "@" in parts.netloc:
        return "网址中不能带用户名或密码。"
    if "\\" in url or not is_host(host):
        return "网址的域名写法有误，请从浏览器地址栏重新复制。"
    return NOT_PERMANENT if host == WECHAT_HOST and not is_permanent(parts.path, parts.query) else ""


def in_ascii(host: str) -> str:
    """A host as it stands in the net: 例子.中国 is xn--fsqu00a.xn--fiqs8s. ValueError when it cannot stand there."""
    return host.rstrip(".").encode("idna").decode().lower()


def is_host(host: str) -> bool:
    """Whether a host can be one: labels of letters, digits and hyphens, or an address in digits."""
    if ":" in host:
        return True  # urlsplit has read it as an address of version 6
    try:
        return all(LABEL.fullmatch(label) for label in in_ascii(host).split("."))
    except ValueError:
        return False


def is_permanent(path: str, query: str) -> bool:
    """Whether an address of a public account's article stays: short, or with the four keys. Previews, drafts and
    addresses found by searching run out within days."""
    if WECHAT_SHORT.fullmatch(path):
        return True
    return path == "/s" and WECHAT_KEYS <= {key for key, value in parse_qsl(query) if value}


def _query(host: str, query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    if host == WECHAT_HOST and {key for key, _ in pairs} >= WECHAT_KEYS:
        pairs = [(key, value) for key, value in pairs if key in WECHAT_KEYS]
    return urlencode(sorted((key, value) for key, value in pairs if not key.startswith(TRACKING)))


def normalised(url: str) -> str:
    """The form in which two addresses of the same page are equal; scheme, `www.`, order and tracking do not matter."""
    parts = urlsplit(url.strip())
    host = parts.hostname or ""
    host = (in_ascii(host) if is_host(host) and ":" not in host else host).removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = parts.path.rstrip("/")
    query = _query(host, parts.query)
    # A fragment that is a route names another page of a single-page site; any other is a place on the same page.
    route = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    return f"{host}{port}{path}" + (f"?{query}" if query else "") + route
