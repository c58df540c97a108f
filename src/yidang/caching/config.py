"""Configuration of Varnish and nginx for one host, from the templates in `instance/proxy`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from yidang.errors import FieldError
from yidang.errors import Refused

import re


TEMPLATES = Path(__file__).parents[3] / "instance" / "proxy"
NAME = re.compile(r"^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$")
ADDRESS = re.compile(r"^([a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?):(\d{1,5})$")
# The list of the template has them already.
NEAR = {"localhost", "127.0.0.1"}
FILE = re.compile(r"^/[\w./-]+$")
BACKEND = """\
backend portal{number} {{
    .host = "{host}";
    .port = "{port}";
    .first_byte_timeout = 300s;
    .probe = {{
        .url = "/{site}/look.css";
        .interval = 5s;
        .timeout = 3s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }}
}}
"""
TLS = """\
    ssl_certificate {certificate};
    ssl_certificate_key {key};
    ssl_protocols TLSv1.2 TLSv1.3;
    add_header Strict-Transport-Security "max-age=31536000" always;
"""
# The portal would pack its text for whoever asks, on the core that makes the pages; nginx has its own.
PLAIN = """\
        proxy_set_header Accept-Encoding "";
"""


@dataclass(frozen=True)
class Front:
    """One public address and what stands behind it.

    `host`: its name; `port`: on which readers reach it; `portals`: `host:port` of each process of the portal;
    `cache`: `host:port` of Varnish, "" without one; `listen`: where nginx listens, "" for the port on all addresses;
    `certificate`, `key`: files of TLS, "" for plain HTTP; `site`: id of the portal in Zope."""

    host: str
    portals: tuple[str, ...]
    cache: str = ""
    certificate: str = ""
    key: str = ""
    port: int = 0
    listen: str = ""
    site: str = "portal"

    def __post_init__(self) -> None:
        wrong = list(self._problems())
        if wrong:
            raise Refused("".join(one.message for one in wrong), wrong)

    def _problems(self):
        if not NAME.match(self.host):
            yield FieldError("host", f"“{self.host[:80]}”不是域名，请写成 www.example.org 这样。")
        if not self.portals:
            yield FieldError("portals", "请至少写一个门户进程的地址，例如 127.0.0.1:8080。")
        for address in (*self.portals, *[self.cache] * bool(self.cache)):
            found = ADDRESS.match(address)
            if not found or not 0 < int(found[2]) < 65536:
                yield FieldError("portals", f"“{address[:80]}”不是地址，请写成 127.0.0.1:8080 这样。")
        if self.cache in self.portals:
            yield FieldError("cache", "缓存和门户不能用同一个地址。")
        if bool(self.certificate) != bool(self.key):
            yield FieldError("certificate", "证书和私钥要一起写。")
        for path in filter(None, (self.certificate, self.key)):
            if not FILE.match(path):
                yield FieldError("certificate", f"“{path[:80]}”不是证书文件的完整路径。")
        if not 0 <= self.port < 65536:
            yield FieldError("port", "端口号在 1 到 65535 之间。")
        if self.listen and not re.match(r"^(?:[0-9a-z.\[\]:*-]+:)?\d{1,5}$", self.listen):
            yield FieldError("listen", f"“{self.listen[:80]}”不是监听的地址，请写成 80 或 127.0.0.1:8000 这样。")

    @property
    def scheme(self) -> str:
        """`https` with a certificate."""
        return "https" if self.certificate else "http"

    @property
    def public_port(self) -> int:
        """On which readers reach it."""
        return self.port or (443 if self.certificate else 80)

    @property
    def rewrite(self) -> str:
        """What Zope reads before the path: under which address it is seen, and which site that is."""
        return f"/VirtualHostBase/{self.scheme}/{self.host}:{self.public_port}/{self.site}/VirtualHostRoot"

    @property
    def cache_url(self) -> str:
        """Where the cache takes its orders; "" without one."""
        return f"http://{self.cache}" if self.cache else ""


def files_of(front: Front) -> dict[str, str]:
    """The files by name: `nginx.conf`, and `varnish.vcl` where there is a cache."""
    found = {"nginx.conf": _filled("nginx.conf", _nginx(front))}
    if front.cache:
        found["varnish.vcl"] = _filled("varnish.vcl", _varnish(front))
    return found


def _filled(name: str, values: Mapping[str, str]) -> str:
    text = (TEMPLATES / name).read_text("utf-8")
    return re.sub(r"@([a-z]+)@", lambda found: values[found[1]], text)


def _varnish(front: Front) -> dict[str, str]:
    pairs = [(number, *address.rsplit(":", 1)) for number, address in enumerate(front.portals, 1)]
    return {
        "host": front.host,
        "backends": "\n".join(
            BACKEND.format(number=number, host=host, port=port, site=front.site) for number, host, port in pairs
        ),
        "members": "".join(f"    portal.add_backend(portal{number});\n" for number, *_ in pairs),
        "purgers": "".join(
            f'    "{host}";\n' for host in sorted({host for _, host, _ in pairs} - {"localhost", "127.0.0.1"})
        ),
        "rewrite": front.rewrite,
    }


def _nginx(front: Front) -> dict[str, str]:
    return {
        "host": front.host,
        "servers": "".join(f"    server {one};\n" for one in ([front.cache] if front.cache else front.portals)),
        "listen": (front.listen or str(front.public_port)) + (" ssl" if front.certificate else ""),
        "tls": TLS.format(certificate=front.certificate, key=front.key) if front.certificate else "",
        "path": "" if front.cache else front.rewrite,
        "accepts": "" if front.cache else PLAIN,
    }
