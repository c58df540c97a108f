"""Every page that somebody without administrator's rights meets is in Chinese."""

from html.parser import HTMLParser
from tests.builders import PASSWORD
from tests.site.world import a_browser
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase

import re


# Two Latin words in a row, or one word of a label, are English; names, addresses and formats are not.
ENGLISH = re.compile(r"\b[A-Za-z]{2,}(?:[ ,'’-]+[A-Za-z]{2,})+\b|^[A-Z][a-z]{2,}\.?$")
NAMES = "JPG PNG GIF WebP JPEG PDF Excel Word Plone site Tab Ctrl JavaScript Cookie Cookies ICP MB zqxsecret"
ALLOWED = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+|\b(?:" + "|".join(NAMES.split()) + r")\b")
ATTRIBUTES = ("title", "alt", "placeholder", "aria-label", "label")
SILENT = ("script", "style", "svg", "template")


class Words(HTMLParser):
    """All that a reader sees or hears: text, and the attributes that are shown or read out."""

    def __init__(self):
        super().__init__()
        self.found, self.silent = [], 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in SILENT
        given = dict(attrs)
        self.found += [given[name] for name in ATTRIBUTES if given.get(name)]
        if tag == "input" and given.get("type") in ("submit", "button", "reset"):
            self.found.append(given.get("value") or "")

    def handle_endtag(self, tag):
        self.silent -= tag in SILENT

    def handle_data(self, data):
        if not self.silent:
            self.found.append(data)


def english(html: str) -> list[str]:
    """The pieces of a page that are English."""
    words = Words()
    words.feed(html)
    texts = (" ".join(ALLOWED.sub(" ", text).split()) for text in words.found)
    return sorted({text for text in texts if ENGLISH.search(text)})


class DetectorTest(TestCase):
    def test_the_detector_sees_english_and_leaves_chinese_alone(self):
        self.assertEqual(
            ["No value", "Required input is missing."], english("<p>No value</p><b>Required input is missing.</b>")
        )
        self.assertEqual(["Remove existing file"], english('<a title="Remove existing file">删除</a>'))
        self.assertEqual([], english("<p>上传 PDF 或 Word，不超过 20 MB；地址 https://example.org/a-b</p>"))


class LanguageTest(TestCase):
    maxDiff = None
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_contract(self.portal)
        self.archive = f"{self.contract.absolute_url_path().removeprefix('/plone/')}/archive"

    def pages(self, browser, paths):
        """Every piece of English, by page."""
        found = {}
        for path in paths:
            browser.open(f"{self.portal.absolute_url()}/{path}")
            pieces = english(browser.contents)
            if pieces:
                found[path] = pieces
        return found

    def test_public_pages(self):
        paths = (
            "",
            "newsroom",
            "stations",
            "stations/zhongshan",
            "search",
            "search?SearchableText=市场",
            "login",
            "login-help",
            "logged-out",
            "sitemap",
            "contact-info",
            "accessibility-info",
            "nothing-here",
            "passwordreset/abc",
            "insufficient-privileges",
            "mail_password_form",
        )
        self.assertEqual({}, self.pages(a_browser(self.layer), paths))

    def test_a_failed_sign_in(self):
        browser = a_browser(self.layer)
        browser.open(self.portal.absolute_url() + "/login")
        browser.getControl(name="__ac_name").value = "worker"
        browser.getControl(name="__ac_password").value = "wrong"
        browser.getControl(name="buttons.login").click()
        self.assertEqual([], english(browser.contents))
        self.assertIn("登录失败", browser.contents)

    def test_pages_of_a_worker(self):
        section = f"{self.archive}/records"
        paths = (
            "@@desk",
            "@@new",
            "@@me",
            "@@change-password",
            "contracts",
            self.archive,
            section,
            *(f"{section}/++add++{name}" for name in ("CaseFile", "GroupWork", "ServiceRecord", "Client")),
            *(f"{self.archive}/reports/++add++{name}" for name in ("Report", "ArchiveDocument")),
            "logout",
        )
        self.assertEqual({}, self.pages(a_browser(self.layer, "worker"), paths))

    def test_pages_of_a_publicist(self):
        section = f"{self.archive}/publicity"
        paths = ("@@desk", section, f"{section}/++add++Article", "@@search?SearchableText=草稿")
        self.assertEqual({}, self.pages(a_browser(self.layer, "publicist"), paths))

    def test_pages_of_a_purchaser(self):
        review = f"{self.archive}/review"
        names = ("Inspection", "Rectification", "Evaluation", "Survey")
        paths = ("@@desk", self.archive, review, *(f"{review}/++add++{name}" for name in names))
        self.assertEqual({}, self.pages(a_browser(self.layer, "purchaser"), paths))

    def test_pages_of_a_lead(self):
        paths = ("@@desk", "stations/zhongshan", f"{self.archive}/records")
        self.assertEqual({}, self.pages(a_browser(self.layer, "lead"), paths))

    def test_an_empty_form_comes_back_in_chinese(self):
        browser = a_browser(self.layer, "worker")
        for name in ("CaseFile", "GroupWork", "ServiceRecord?kind=visit", "Client"):
            browser.open(f"{self.portal.absolute_url()}/{self.archive}/records/++add++{name}")
            browser.getControl(name="form.buttons.save").click()
            self.assertEqual([], english(browser.contents), name)
            self.assertIn("invalid-feedback", browser.contents, name)

    def test_nonsense_in_every_field_is_refused_in_chinese(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.portal.absolute_url()}/{self.archive}/records/++add++ServiceRecord?kind=activity")
        browser.getControl(name="form.widgets.title").value = "长" * 400
        for field in ("hours", "participants", "date"):
            browser.getControl(name=f"form.widgets.{field}").value = "很多"
        browser.getControl(name="form.buttons.save").click()
        self.assertEqual([], english(browser.contents))

    def test_changing_the_password_wrongly(self):
        browser = a_browser(self.layer, "worker")
        for current, new, again in (("", "", ""), ("wrong", "Ceshi-Mima-1", "Ceshi-Mima-2"), (PASSWORD, "abc", "abc")):
            browser.open(self.portal.absolute_url() + "/@@change-password")
            browser.getControl(name="form.widgets.current_password").value = current
            browser.getControl(name="form.widgets.new_password").value = new
            browser.getControl(name="form.widgets.new_password_ctl").value = again
            browser.getControl(name="form.buttons.reset_passwd").click()
            self.assertEqual([], english(browser.contents))
