"""Serve the portal over HTTP."""

from yidang.command import places
from yidang.command.init import make_portal
from yidang.command.opening import open_portal
from yidang.command.opening import start_zope
from yidang.errors import Refused

import errno
import json
import socket


# More threads than cores only wait for one another.
THREADS = 2
SUMMARY = "启动网站"
DESCRIPTION = "启动网站，默认只供本机访问。可以同时运行几个进程，也可以在运行时使用其他命令。"


def add_arguments(parser) -> None:
    """Where to listen."""
    parser.add_argument("--port", metavar="端口", type=int, default=8080, help="端口号，默认 8080")
    parser.add_argument(
        "--host", metavar="地址", default="localhost", help="监听的地址，默认 localhost（只供本机访问）"
    )
    parser.add_argument("--demo", action="store_true", help="还没有门户时，先建立演示门户；含 --tick")
    parser.add_argument("--tick", action="store_true", help="每分钟办理一次到时的事项，机器上没有设定时器时用")


def run(arguments) -> int:
    """Take the port first, so that a taken one is told at once; then serve until interrupted."""
    sockets = bind(arguments.host, arguments.port)
    if arguments.demo:
        make_portal(with_demo=True, if_missing=True)
    with open_portal() as portal:
        path = "/".join(portal.getPhysicalPath())
    application = start_zope()
    for one in sockets:
        one.listen()  # from the line on that says so, whoever comes is let in
    print(f"一档已就绪：http://{arguments.host}:{arguments.port}{path}", flush=True)
    ticker = start_ticker() if arguments.tick or arguments.demo else None
    tell_accounts()
    try:
        serve(application, sockets)
    finally:
        if ticker is not None:
            ticker.stop()
    return 0


def start_ticker():
    """What is due at a moment is done by this process as well, and it says so."""
    from yidang.command.ticker import Ticker

    ticker = Ticker()
    ticker.start()
    print("每分钟办理一次定时发布等到时的事项（同 bin/yidang tick）。", flush=True)
    return ticker


def bind(host: str, port: int) -> list[socket.socket]:
    """A bound socket for each address of the host name (IPv4 and IPv6 of `localhost`)."""
    found = []
    for family, kind, protocol, _, address in _addresses(host, port):
        one = socket.socket(family, kind, protocol)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            if family == socket.AF_INET6:
                one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            one.bind(address)
        except OSError as error:
            one.close()
            if error.errno == errno.EADDRNOTAVAIL:  # a machine without IPv6 still names ::1 in /etc/hosts
                continue
            raise _port_refused(port, error) from error
        found.append(one)
    if not found:
        raise Refused(f"不能在 {host} 上监听，请检查 --host。")
    return found


def _addresses(host: str, port: int) -> list:
    if not 0 <= port <= 65_535:
        raise Refused(f"没有端口 {port}：端口号在 1 到 65535 之间。")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, OverflowError) as error:
        raise Refused(f"地址 {host}:{port} 不能使用，请检查 --host 和 --port。") from error
    return list(dict.fromkeys(found))


def _port_refused(port: int, error: OSError) -> Refused:
    if error.errno == errno.EADDRINUSE:
        return Refused(f"端口 {port} 已被其他程序占用。请换一个端口，例如：make start PORT={port + 1}")
    return Refused(f"不能使用端口 {port}：{'没有权限' if error.errno == errno.EACCES else error.strerror}。")


def tell_accounts() -> None:
    """Print the demonstration accounts where there are any."""
    path = places.accounts_file()
    if not path.exists():
        return
    print(f"演示账号（也写在 {path}）：")
    for name, password in json.loads(path.read_text(encoding="utf-8")).items():
        print(f"  {name:<12}{password}")
    print("按 Ctrl-C 停止。", flush=True)


def serve(application, sockets: list[socket.socket]) -> None:
    """Answer requests until the process is told to stop."""
    from waitress import serve as serve_forever
    from yidang.command.door import doored
    from yidang.command.packing import packed
    from ZPublisher.httpexceptions import HTTPExceptionHandler

    whole = doored(packed(HTTPExceptionHandler(application)))
    serve_forever(whole, sockets=sockets, threads=THREADS, ident="Yidang", _quiet=True)
