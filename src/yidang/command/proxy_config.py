"""Write the configuration of nginx and Varnish for the host on which the portal is seen, and name the cache to it."""

from pathlib import Path
from yidang.command import places
from yidang.command.opening import open_portal

import argparse


SUMMARY = "生成 nginx 和 Varnish 的配置"
DESCRIPTION = (
    "为门户的公开域名生成 nginx.conf 和 varnish.vcl，并把缓存的地址告诉门户，\n"
    "内容变动时门户会立即通知缓存。说明见 docs/deployment.md。"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The public address, the processes behind it, the cache between."""
    parser.add_argument("--host", metavar="域名", required=True, help="读者使用的域名，例如 www.example.org")
    parser.add_argument(
        "--portal", metavar="地址", action="append", help="门户进程的地址，可以写多次；不写则为 127.0.0.1:8080"
    )
    parser.add_argument("--cache", metavar="地址", default="127.0.0.1:6081", help="Varnish 的地址，默认 127.0.0.1:6081")
    parser.add_argument("--no-cache", action="store_true", help="不用 Varnish，nginx 直接连接门户")
    parser.add_argument("--certificate", metavar="文件", default="", help="HTTPS 证书的完整路径；不写则为 HTTP")
    parser.add_argument("--key", metavar="文件", default="", help="HTTPS 私钥的完整路径")
    parser.add_argument("--port", metavar="端口", type=int, default=0, help="读者使用的端口，默认 443 或 80")
    parser.add_argument("--listen", metavar="地址", default="", help="nginx 监听的地址，默认为上面的端口")
    parser.add_argument("--to", metavar="目录", help="写到哪个目录，默认 instance/var/proxy")
    parser.add_argument("--dry-run", action="store_true", help="只写文件，不告诉门户")


def run(arguments) -> int:
    """Check, write, name the cache to the portal, say what to do next."""
    from yidang.caching.config import files_of
    from yidang.caching.config import Front

    front = Front(
        host=arguments.host.lower(),
        portals=tuple(arguments.portal or ("127.0.0.1:8080",)),
        cache="" if arguments.no_cache else arguments.cache,
        certificate=arguments.certificate,
        key=arguments.key,
        port=arguments.port,
        listen=arguments.listen,
    )
    folder = Path(arguments.to) if arguments.to else places.var() / "proxy"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files_of(front).items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"已写入 {folder / name}")
    if not arguments.dry_run:
        _tell_portal(front.cache_url)
    _tell_what_next(folder, front)
    return 0


def _tell_portal(cache_url: str) -> None:
    with open_portal():
        from yidang.caching.proxies import set_proxies

        import transaction

        named = set_proxies([cache_url] if cache_url else [])
        transaction.commit()
    print(f"门户会通知的缓存：{'、'.join(named) or '无'}")


def _tell_what_next(folder: Path, front) -> None:
    if front.cache:
        print(f"启动缓存：varnishd -a {front.cache} -f {folder / 'varnish.vcl'} -s malloc,256m")
    print(f"启用 nginx：把 {folder / 'nginx.conf'} 放进 /etc/nginx/conf.d/，运行 nginx -t，再 nginx -s reload")
