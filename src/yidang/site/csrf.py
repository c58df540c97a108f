"""Protection against forged requests, without the price of parsing every page of a signed-in person.

plone.protect checks each request that writes, and to put tokens into forms it parses every page and writes it again,
each Chinese character as `&#25628;`. The check stays as it is. A page is parsed only when it has something to be
completed, and it is written in UTF-8.
"""

from lxml import html
from plone.protect.auto import ProtectTransform
from repoze.xmliter.serializer import XMLSerializer
from yidang.interfaces import IYidangLayer
from zope.component import adapter
from zope.interface import Interface

import re


POST = re.compile(r'<form\b[^>]*\bmethod="post"', re.IGNORECASE)
# Data is no script, and a script of ours that says `data-quiet` sends nothing.
SCRIPT = re.compile(r'<script\b(?! type="application/(?:ld\+)?json"|[^>]*\bdata-quiet\b)', re.IGNORECASE)
TOKEN = re.compile(r'\bname="_authenticator"')


def lacks_tokens(page: str) -> bool:
    """Whether a form of the page has no token yet, or scripts on it may want one for requests of their own."""
    return SCRIPT.search(page) is not None or len(POST.findall(page)) > len(TOKEN.findall(page))


def as_utf8(tree, encoding=None, pretty_print: bool = False):
    """HTML with its characters as they are."""
    return html.tostring(tree, encoding=encoding or "utf-8", pretty_print=pretty_print)


@adapter(Interface, IYidangLayer)
class Protection(ProtectTransform):
    """plone.protect's transform on our sites."""

    def transform(self, result, encoding):
        """Put tokens where they are missing; None leaves the page alone."""
        if isinstance(result, list):
            chunks = (chunk.decode(encoding, "replace") if isinstance(chunk, bytes) else chunk for chunk in result)
            if not lacks_tokens("".join(chunks)):
                return None
        found = super().transform(result, encoding)
        if isinstance(found, XMLSerializer):
            found.serializer = as_utf8
        return found
