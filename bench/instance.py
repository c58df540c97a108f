"""A Zope of its own in a temporary folder: the same interpreter, storage and settings for both sites."""

from pathlib import Path

import os
import threading


CONF = """\
instancehome {folder}
clienthome {folder}/client
debug-mode off
security-policy-implementation C
default-zpublisher-encoding utf-8
<environment>
TZ Asia/Shanghai
CHAMELEON_CACHE {folder}/cache
</environment>
<zodb_db main>
cache-size 50000
%import relstorage
<relstorage>
keep-history false
blob-dir {folder}/blobs
shared-blob-dir true
cache-local-mb 64
<sqlite3>
data-dir {folder}/data
<pragmas>
synchronous full
</pragmas>
</sqlite3>
</relstorage>
mount-point /
</zodb_db>
"""
SITE_ZCML = """\
<configure xmlns="http://namespaces.zope.org/zope" xmlns:five="http://namespaces.zope.org/five"
           xmlns:meta="http://namespaces.zope.org/meta">
  <include package="Products.Five" />
  <meta:redefinePermission from="zope2.Public" to="zope.Public" />
  <five:loadProducts file="meta.zcml" />
  <five:loadProducts />
  <five:loadProductsOverrides />
  <securityPolicy component="AccessControl.security.SecurityPolicy" />
</configure>
"""


def start(folder: Path):
    """Configure Zope in `folder`; the application root, with a request, acting as the system."""
    for part in ("client", "cache", "etc"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "etc" / "site.zcml").write_text(SITE_ZCML)
    conf = folder / "zope.conf"
    conf.write_text(CONF.format(folder=folder))
    os.environ.setdefault("TZ", "Asia/Shanghai")
    from Zope2.Startup.run import make_wsgi_app

    wsgi = make_wsgi_app({}, str(conf))
    return wsgi, _root()


def _root():
    from AccessControl.SecurityManagement import newSecurityManager
    from AccessControl.SpecialUsers import system
    from Testing.makerequest import makerequest
    from zope.globalrequest import setRequest

    import Zope2

    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    newSecurityManager(None, system)
    return app


def serve(wsgi) -> int:
    """Answer HTTP in a thread of this process; the port."""
    from waitress import create_server
    from ZPublisher.httpexceptions import HTTPExceptionHandler

    server = create_server(HTTPExceptionHandler(wsgi), host="127.0.0.1", port=0, threads=1)
    threading.Thread(target=server.run, daemon=True).start()
    return server.effective_port
