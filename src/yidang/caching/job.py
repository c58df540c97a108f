"""What the tick does for caches: tell again what a cache has not confirmed (`bin/yidang tick`, each minute).

After each change the cache confirms once more, in silence: so nothing is lost when the process that told it first ended
in the middle, and a cache that was out of reach is made new when it is back.
"""

from collections.abc import Iterable
from datetime import datetime
from persistent.mapping import PersistentMapping
from plone import api
from yidang import clock
from yidang.caching.proxies import proxies
from yidang.caching.telling import missing_of
from yidang.caching.telling import tell_again
from yidang.errors import Refused
from yidang.ticking import ITickJob
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


# Address of a proxy -> since when it has not answered.
SILENT = "yidang.silent_proxies"


@implementer(ITickJob)
class CacheJob:
    """Caches that have something to forget."""

    title = "通知前端缓存"

    def due(self, now: datetime) -> Iterable[str]:
        """Addresses of the proxies that have not confirmed everything."""
        return [server for server in proxies() if missing_of(server)]

    def do(self, key: str, now: datetime) -> str:
        """Tell it; a sentence when it had been out of reach."""
        if key not in proxies() or not missing_of(key):
            return ""
        if not tell_again(key):
            raise Refused(f"缓存 {key} 没有应答，恢复后会自动补发；在此之前公众可能看到旧页面。")
        since = _silent().pop(key, None)
        return f"缓存 {key} 已恢复（自 {since} 起没有应答），旧页面已清除。" if since else ""

    def held_back(self, key: str, refusal: Refused, now: datetime) -> str:
        """Say once that it does not answer."""
        if key in _silent():
            return ""
        _silent()[key] = f"{now.astimezone(clock.BEIJING):%Y-%m-%d %H:%M}"
        return refusal.message


def _silent() -> PersistentMapping:
    kept = IAnnotations(api.portal.get())
    if SILENT not in kept:
        kept[SILENT] = PersistentMapping()
    return kept[SILENT]
