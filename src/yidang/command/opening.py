"""Opening the portal from a command: quietly, as the system, beside a running server."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from yidang.command import places
from yidang.errors import Refused

import logging
import os
import time
import warnings


# Plone brings hundreds of catalogues in languages that nobody reads here; loading them takes a second and 40 MB.
# A language stands here under the name of its catalogues and no other, see tests/command/test_languages.py.
TRANSLATIONS = {"zope_i18n_compile_mo_files": "true", "zope_i18n_allowed_languages": "zh_CN,en"}


@cache
def start_zope():
    """Configure Zope, once, and give its WSGI application."""
    warnings.simplefilter("ignore")
    places.var().mkdir(parents=True, exist_ok=True)
    for part in ("log", "cache", "instance", "data"):
        (places.var() / part).mkdir(exist_ok=True)
    write_log()
    os.environ.update(TRANSLATIONS)
    time.tzset()  # the script has set TZ after the start of the process, which reads it only when told
    from Zope2.Startup.run import make_wsgi_app

    return make_wsgi_app({}, str(places.zope_conf()))


def write_log() -> None:
    """Warnings go to a file; the terminal is for the command's own words."""
    handler = logging.FileHandler(places.var() / "log" / "yidang.log", encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s [%(name)s] %(message)s"))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)


@contextmanager
def open_app() -> Iterator:
    """The Zope root with a request, acting as the system; nothing is committed for the caller."""
    start_zope()
    from AccessControl.SecurityManagement import newSecurityManager
    from AccessControl.SecurityManagement import noSecurityManager
    from AccessControl.SpecialUsers import system
    from Testing.makerequest import makerequest
    from zope.component.hooks import setSite
    from zope.globalrequest import clearRequest
    from zope.globalrequest import setRequest

    import transaction
    import Zope2

    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    newSecurityManager(None, system)
    try:
        yield app
    finally:
        transaction.abort()
        noSecurityManager()
        setSite(None)
        clearRequest()
        app._p_jar.close()


@contextmanager
def open_portal() -> Iterator:
    """The portal, ready to be read and changed; the caller commits."""
    from yidang.command.version import refuse_foreign
    from yidang.site.create import SITE_ID

    with open_app() as app:
        if SITE_ID not in app.objectIds():
            raise Refused("还没有门户。请先运行 bin/yidang init，或者 make start。")
        refuse_foreign(app[SITE_ID])
        yield enter(app[SITE_ID])


def enter(portal):
    """Make `portal` the current site, with our browser layer on the request."""
    from yidang.interfaces import IYidangLayer
    from zope.component.hooks import setSite
    from zope.interface import alsoProvides

    setSite(portal)
    alsoProvides(portal.REQUEST, IYidangLayer)
    return portal
