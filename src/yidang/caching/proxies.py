"""The caches in front, and the one order that they take: forget what shows this topic in another version.

It is an HTTP request of its own, method BAN, to the port of the cache; `instance/proxy/varnish.vcl` answers it to
addresses on its list only.
"""

from collections.abc import Iterable
from http.client import HTTPConnection
from http.client import HTTPException
from plone import api
from urllib.parse import urlsplit
from yidang.errors import FieldError
from yidang.errors import Refused

import logging


logger = logging.getLogger(__name__)
RECORD = "yidang.caching.proxies"
TOPIC, VERSION = "X-Yidang-Topic", "X-Yidang-Version"
# A proxy stands beside the portal; who does not answer by then is asked again by the tick.
PATIENCE = 1.0


def proxies() -> tuple[str, ...]:
    """Their addresses, `http://127.0.0.1:6081`."""
    return tuple(api.portal.get_registry_record(RECORD, default=None) or ())


def set_proxies(addresses: Iterable[str]) -> tuple[str, ...]:
    """Name the caches in front, none to have none; `Refused` for what is no address of a proxy."""
    wanted = tuple(dict.fromkeys(address.strip().rstrip("/") for address in addresses))
    for address in wanted:
        if not is_address(address):
            message = f"“{address[:80]}”不是缓存的地址，请写成 http://127.0.0.1:6081 这样，不带路径。"
            raise Refused(message, [FieldError("proxies", message)])
    api.portal.set_registry_record(RECORD, list(wanted))
    return wanted


def is_address(address: str) -> bool:
    """Whether this is `http://host:port` and nothing more."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "http" and bool(parts.hostname and parts.port) and parts[2:] == ("", "", "")
    except ValueError:
        return False


def forget(server: str, topic: str, version: str) -> bool:
    """Whether the proxy has taken the order; why not stands in the log."""
    parts = urlsplit(server)
    connection = HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE)
    try:
        connection.request("BAN", "/", headers={TOPIC: topic, VERSION: version})
        answer = connection.getresponse()
        answer.read()
        if answer.status == 200:
            return True
        logger.warning("The cache %s refused to forget %s: %s %s", server, topic, answer.status, answer.reason)
    except (OSError, HTTPException) as error:
        logger.warning("The cache %s could not be told to forget %s: %s", server, topic, error)
    finally:
        connection.close()
    return False
