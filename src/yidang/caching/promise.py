"""What a page promises: these topics in these versions, on this day. From it come the key and the headers."""

from dataclasses import dataclass
from datetime import datetime
from datetime import time as daytime
from datetime import timedelta
from email.utils import formatdate
from email.utils import parsedate_to_datetime
from hashlib import sha256
from time import time
from yidang import clock
from yidang.caching.rules import Rule
from yidang.caching.topics import Shown
from yidang.caching.topics import shown


SHOWS, KEEP = "X-Yidang-Shows", "X-Yidang-Keep"
EVERYBODY = "public, no-cache"
# A time that names a second vouches for a page only when that second is long over (RFC 9110 § 8.8.2.2).
SETTLED = 60


@dataclass(frozen=True)
class Promise:
    """`key` names the page together with what it shows; `since`: seconds since 1970 from which it has been so."""

    key: str
    shows: Shown
    seconds: int
    since: float

    @classmethod
    def of(cls, request, rule: Rule) -> "Promise":
        """The promise of the page that is asked for."""
        shows = shown(rule.topics)
        morning, seconds = _today() if rule.daily else (0.0, rule.front)
        day = clock.today().isoformat() if rule.daily else ""
        address = f"{request['ACTUAL_URL']}?{request.get('QUERY_STRING') or ''}"
        key = sha256("\n".join((address, str(shows), day)).encode("utf-8", "surrogateescape")).hexdigest()[:32]
        return cls(key, shows, min(seconds, rule.front), max(shows.since, morning))

    @property
    def etag(self) -> str:
        """The entity tag."""
        return f'"{self.key}"'

    @property
    def last_modified(self) -> str:
        """Since when, as HTTP writes it."""
        return formatdate(self.since, usegmt=True)

    def is_held_by(self, request) -> bool:
        """Whether the reader has the page already. An entity tag decides; only without one a time does."""
        tags = request.getHeader("If-None-Match")
        if tags:
            return self.etag in (one.strip().removeprefix("W/") for one in tags.split(","))
        return self._is_since(request.getHeader("If-Modified-Since"))

    def _is_since(self, said: str | None) -> bool:
        if not said or time() - self.since < SETTLED:
            return False
        try:
            return parsedate_to_datetime(said).timestamp() >= int(self.since)
        except (ValueError, TypeError, OverflowError):
            return False

    def tell(self, response) -> None:
        """The headers; an entity tag that a picture has of its own stays."""
        if not response.getHeader("ETag"):
            response.setHeader("ETag", self.etag)
            response.setHeader("Last-Modified", self.last_modified)
        response.setHeader("Cache-Control", EVERYBODY)
        response.setHeader(SHOWS, str(self.shows))
        response.setHeader(KEEP, str(self.seconds))


def _today() -> tuple[float, int]:
    """When this day began in Beijing, and how many seconds are left of it."""
    now = clock.now()
    morning = datetime.combine(now.date(), daytime(), clock.BEIJING)
    return morning.timestamp(), max(1, int((morning + timedelta(days=1) - now).total_seconds()))
