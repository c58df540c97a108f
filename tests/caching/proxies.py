"""A real Varnish and a real nginx, with the files that the portal writes for its host."""

from collections.abc import Iterator
from contextlib import closing
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from time import sleep
from yidang.caching.config import files_of
from yidang.caching.config import Front

import os
import requests
import shutil
import socket
import subprocess


SBIN = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
NGINX = "pid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\n{temporary}include {file};\n}}\n"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def program(name: str) -> str:
    """Where a server program is; instance/check-proxy sees to it that it is there."""
    found = shutil.which(name, path=SBIN)
    assert found, f"{name} is missing: run instance/check-proxy"
    return found


@contextmanager
def running(command: list[str], url: str, **place) -> Iterator[int]:
    """A server until the end of the block; it answers when the block begins. `place`: where it runs (`cwd`, `env`).
    Gives its process id."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **place)
    try:
        until = monotonic() + 30
        while not _answers(url):
            if process.poll() is not None or monotonic() > until:
                process.kill()
                raise AssertionError(process.communicate()[0])
            sleep(0.05)
        yield process.pid
    finally:
        process.terminate()
        process.communicate(timeout=30)


def _answers(url: str) -> bool:
    try:
        return requests.get(url, timeout=60).status_code == 200
    except requests.RequestException:
        return False


@contextmanager
def varnish(*portals: str, site: str, port: int = 0) -> Iterator[str]:
    """A cache in front of the portals; the address on which readers see the site."""
    port = port or free_port()
    front = Front("127.0.0.1", portals, cache=f"127.0.0.1:{port}", port=port, site=site)
    with TemporaryDirectory(prefix="yidang-varnish-") as folder:
        vcl = Path(folder) / "varnish.vcl"
        vcl.write_text(files_of(front)["varnish.vcl"])
        command = [program("varnishd"), "-F", "-j", "none", "-n", folder, "-a", front.cache, "-f", str(vcl)]
        with running([*command, "-s", "malloc,32m"], f"{front.cache_url}/look.css"):
            yield front.cache_url


@contextmanager
def nginx(front: Front, ready: str = "/look.css") -> Iterator[str]:
    """nginx with the file written for `front`, after `nginx -t` has agreed to it; the address for readers. It is ready
    when `ready` is answered."""
    with TemporaryDirectory(prefix="yidang-nginx-") as name:
        folder = Path(name)
        file, conf = folder / "site.conf", folder / "nginx.conf"
        file.write_text(files_of(front)["nginx.conf"])
        temporary = "".join(f"{one}_temp_path {folder}/{one};\n" for one in TEMPORARY) + "access_log off;\n"
        conf.write_text(NGINX.format(folder=folder, temporary=temporary, file=file))
        command = [program("nginx"), "-e", f"{folder}/error.log", "-p", name, "-c", str(conf)]
        tried = subprocess.run([*command, "-t"], capture_output=True, text=True)
        assert tried.returncode == 0, tried.stderr
        url = f"http://{front.host}:{front.public_port}"
        with running([*command, "-g", "daemon off;"], f"{url}{ready}"):
            yield url
