"""What must hold for every page whatever was written into it: elements, attributes, addresses."""

from collections.abc import Iterator
from html import unescape
from lxml import etree
from lxml import html
from urllib.parse import urlsplit

import json
import re


UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]")
SCHEME = re.compile(r"^([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
SCHEMES = {"http", "https", "mailto", "tel", "webcal"}
ADDRESSES = {
    "href", "src", "action", "formaction", "data", "poster", "background", "cite", "longdesc", "usemap", "ping",
    "manifest", "codebase", "archive", "lowsrc", "dynsrc", "srcdoc", "{http://www.w3.org/1999/xlink}href", "xlink:href",
}  # fmt: skip
NEVER = {
    "iframe", "frame", "frameset", "object", "embed", "applet", "base", "marquee", "portal", "xmp", "plaintext", "math",
    "foreignobject", "animate", "set", "xml", "bgsound", "listing", "noembed", "layer", "isindex", "keygen",
}  # fmt: skip
BAD_STYLE = re.compile(r"expression|javascript|behavior|binding|@import|url\s*\(|\\", re.IGNORECASE)
TEMPLATE = re.compile(r"^(tal|metal|i18n|meta)[:}]")


def scheme_of(address: str) -> str:
    """The scheme as a browser finds it: without blanks and control characters."""
    found = SCHEME.match(UNSEEN.sub("", unescape(address)))
    return found[1].lower() if found else ""


def faults(markup: str | bytes, host: str = "") -> list[str]:
    """What could run something in a page or a fragment; scripts may come from `host` alone."""
    text = markup.decode("utf-8", "replace") if isinstance(markup, bytes) else markup
    if not text.strip():
        return []
    tree = html.fragment_fromstring(text, create_parent="yd-all") if "<html" not in text else html.fromstring(text)
    return [fault for element in tree.iter(etree.Element) for fault in _of_element(element, host)]


def _of_element(element, host: str) -> Iterator[str]:
    tag = str(element.tag).lower()
    # Zope tells a page where its relative addresses begin, within the portal.
    own_base = tag == "base" and bool(host) and urlsplit(element.get("href", "")).netloc == host
    if (tag in NEVER and not own_base) or TEMPLATE.match(tag):
        yield f"element {tag}"
    if tag == "script":
        yield from _of_script(element, host)
    if tag == "style" or (tag == "meta" and element.get("http-equiv", "").lower() in ("refresh", "set-cookie")):
        yield f"element {tag}: {etree.tostring(element)[:80]}"
    for name, value in element.attrib.items():
        low = name.lower()
        if low.startswith("on") or low in ("srcdoc", "formaction", "ping", "autofocus") or TEMPLATE.match(low):
            yield f"{tag} has {low}={value[:60]!r}"
        if low in ADDRESSES and scheme_of(value) not in {"", *SCHEMES}:
            yield f"{tag} {low}={value[:60]!r}"
        if low == "srcset" and any(scheme_of(one) not in {"", *SCHEMES} for one in value.split(",")):
            yield f"{tag} srcset={value[:60]!r}"
        if low == "style" and BAD_STYLE.search(value):
            yield f"{tag} style={value[:60]!r}"


def _of_script(element, host: str) -> Iterator[str]:
    kind, address = element.get("type", ""), element.get("src")
    if kind in ("application/ld+json", "application/json"):
        try:
            json.loads(element.text or "")
        except ValueError:
            yield "data that is no JSON"
    elif address is None or not host or urlsplit(address).netloc != host:
        yield f"script {address or (element.text or '')[:60]!r}"
