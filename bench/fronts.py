"""What stands in front of the sites while they are measured: a balancer, a cache, a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from tests.caching.proxies import free_port
from tests.caching.proxies import nginx
from tests.caching.proxies import program
from tests.caching.proxies import running
from tests.caching.proxies import varnish
from yidang.caching.config import Front

import gzip


__all__ = ["balanced", "file_of", "varnish"]
CONF = """\
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    types {{ text/html html; }}
    gzip_static on;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; root {folder}/html; }}
}}
"""


@contextmanager
def balanced(ports: list[int], site: str, ready: str) -> Iterator[str]:
    """nginx before several processes of one site, as `bin/yidang proxy-config --no-cache` writes it."""
    port = free_port()
    portals = tuple(f"127.0.0.1:{one}" for one in ports)
    front = Front("localhost", portals, port=port, listen=f"127.0.0.1:{port}", site=site)
    with nginx(front, ready) as url:
        yield url


@contextmanager
def file_of(pages: dict[str, bytes]) -> Iterator[dict[str, str]]:
    """The same pages as files of nginx, packed beforehand: their addresses."""
    with TemporaryDirectory(prefix="yidang-files-") as name:
        folder, port = Path(name), free_port()
        (folder / "html").mkdir()
        folder.chmod(0o755)
        for page, body in pages.items():
            (folder / "html" / f"{page}.html").write_bytes(body)
            (folder / "html" / f"{page}.html.gz").write_bytes(gzip.compress(body))
        conf = folder / "nginx.conf"
        conf.write_text(CONF.format(folder=folder, port=port))
        command = [program("nginx"), "-e", f"{folder}/error.log", "-p", name, "-c", str(conf), "-g", "daemon off;"]
        urls = {page: f"http://127.0.0.1:{port}/{page}.html" for page in pages}
        with running(command, next(iter(urls.values()))):
            yield urls
