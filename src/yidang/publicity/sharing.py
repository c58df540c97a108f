"""What an article tells programs: the card that a chat shows of a link (Open Graph), schema.org for search engines."""

from markupsafe import Markup
from yidang.clock import BEIJING
from yidang.publicity.reading import Reading

import datetime
import json


TAG = Markup('<meta property="{}" content="{}" />\n')
SCRIPT = Markup('<script type="application/ld+json">{}</script>\n')
# Nothing in the data can end the element that it stands in.
UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def head_of(page: Reading, url: str, site: str, published: bool) -> Markup:
    """Elements for <head>; none for what is not published."""
    if not published:
        return Markup("")
    link = Markup('<link rel="canonical" href="{}" />\n').format(url)
    tags = Markup("").join(TAG.format(name, value) for name, value in card(page, url, site) if value)
    return link + tags + SCRIPT.format(Markup(data(page, url, site)))


def card(page: Reading, url: str, site: str) -> list[tuple[str, str]]:
    """Open Graph: title, summary, picture."""
    cover = page.cover
    return [
        ("og:type", "article"),
        ("og:site_name", site),
        ("og:locale", "zh_CN"),
        ("og:title", page.title),
        ("og:description", page.description),
        ("og:url", url),
        ("og:image", cover.url if cover else ""),
        ("og:image:width", str(cover.width) if cover else ""),
        ("og:image:height", str(cover.height) if cover else ""),
        ("og:image:alt", page.alt if cover else ""),
        ("article:published_time", moment_of(page)),
        ("article:section", page.kind),
        *(("article:tag", word) for word, _ in page.keywords),
    ]


def moment_of(page: Reading) -> str:
    """The day of publication as a moment in Beijing; "" without one."""
    if not page.day:
        return ""
    day = datetime.date.fromisoformat(page.day)
    return datetime.datetime(day.year, day.month, day.day, tzinfo=BEIJING).isoformat()


def data(page: Reading, url: str, site: str) -> str:
    """A NewsArticle (schema.org) as JSON-LD."""
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.description,
        "mainEntityOfPage": url,
        "url": url,
        "inLanguage": "zh-CN",
        "datePublished": moment_of(page),
        "image": [page.cover.url] if page.cover else None,
        "articleSection": page.kind,
        "keywords": "、".join(word for word, _ in page.keywords),
        "wordCount": page.words,
        "publisher": {"@type": "Organization", "name": site, "url": page.portal_url},
        "author": {"@type": "Organization", "name": page.station or site},
        "isAccessibleForFree": True,
    }
    text = json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False)
    for character, written in UNSAFE.items():
        text = text.replace(character, written)
    return text
