"""A portal served over HTTP and a real Chromium in front of it."""

from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from plone.app.testing import FunctionalTesting
from plone.testing import zope
from yidang.testing import YIDANG_FIXTURE

import os


CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
)
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


class BrowserTesting(FunctionalTesting):
    """The functional layer with one browser for all its tests."""

    def setUp(self) -> None:
        """Start the browser after the portal."""
        super().setUp()
        self["playwright"] = sync_playwright().start()
        self["browser"] = self["playwright"].chromium.launch(executable_path=CHROMIUM, args=list(QUIET))

    def tearDown(self) -> None:
        """Stop the browser first."""
        self["browser"].close()
        self["playwright"].stop()
        super().tearDown()


YIDANG_BROWSER = BrowserTesting(bases=(YIDANG_FIXTURE, zope.WSGI_SERVER_FIXTURE), name="Yidang:Browser")


def a_page(layer, viewport: dict | None = None) -> Page:
    """A fresh browser window without cookies; the caller closes its context."""
    context = layer["browser"].new_context(viewport=viewport or DESKTOP, locale="zh-CN", timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page


def sign_in(page: Page, portal_url: str, name: str, password: str) -> None:
    """Through the login form, as a person does."""
    page.goto(f"{portal_url}/login")
    page.fill("input[name=__ac_name]", name)
    page.fill("input[name=__ac_password]", password)
    page.click("button[name='buttons.login']")
    page.wait_for_load_state()
