"""Our .po files win over Plone's catalogues, whichever was loaded first."""

from datetime import datetime
from pathlib import Path
from Products.CMFPlone.i18nl10n import ulocalized_time
from unittest import TestCase
from yidang.locales.catalog import po_files
from yidang.locales.catalog import PoCatalog
from yidang.locales.catalog import put_first
from yidang.testing import YIDANG_INTEGRATION
from zope.component import getGlobalSiteManager
from zope.i18n import translate
from zope.i18n.interfaces import ITranslationDomain
from zope.i18n.translationdomain import TranslationDomain

import re
import tempfile
import yidang.locales


FOLDER = Path(yidang.locales.__file__).parent
VARIABLE = re.compile(r"\$\{?\w+\}?|\{\w+\}")


def a_catalog(folder: str, name: str, words: str) -> PoCatalog:
    path = Path(folder) / f"{name}.po"
    path.write_text(
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Hi"\nmsgstr "{words}"\n', "utf-8"
    )
    return PoCatalog("zh_CN", "test.domain", str(path))


class CatalogTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        sites = getGlobalSiteManager()
        domain = TranslationDomain("test.domain")
        sites.registerUtility(domain, ITranslationDomain, "test.domain")
        self.addCleanup(sites.unregisterUtility, domain, ITranslationDomain, "test.domain")
        self.domain = domain

    def say(self):
        return translate("Hi", "test.domain", target_language="zh_CN")

    def test_ours_wins_over_what_came_before_and_what_comes_later(self):
        with tempfile.TemporaryDirectory() as folder:
            self.domain.addCatalog(a_catalog(folder, "before", "早"))
            put_first(a_catalog(folder, "ours", "我们的"))
            self.domain.addCatalog(a_catalog(folder, "after", "晚"))
            self.assertEqual("我们的", self.say())

    def test_loading_it_twice_changes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            ours = a_catalog(folder, "ours", "我们的")
            put_first(ours)
            put_first(ours)
            self.assertEqual(1, len(self.domain.getCatalogsInfo()["zh_CN"]))

    def test_words_of_plone_and_of_zope_come_out_in_chinese(self):
        for domain, words, chinese in (
            ("plone", "trouble_logging_in", "不能登录？"),
            ("zope", "Required input is missing.", "这一项必填。"),
            ("z3c.form", "No value", "（未选）"),
            ("widgets", "Loading...", "读取中……"),
        ):
            self.assertEqual(chinese, translate(words, domain, target_language="zh_CN"))

    def test_days_are_written_the_chinese_way(self):
        moment = datetime(2026, 3, 5, 9, 8)
        request = self.layer["request"]
        request["LANGUAGE"] = "zh-cn"
        request["I18N_LANGUAGE"] = "zh-cn"
        long = translate("date_format_long", "plonelocales", target_language="zh_CN")
        self.assertEqual("${Y}年${m}月${d}日 ${H}:${M}", long)
        self.assertEqual("2026年03月05日", ulocalized_time(moment, context=self.layer["portal"], request=request))

    def test_the_scripts_of_plone_get_the_same_words(self):
        view = self.layer["portal"].restrictedTraverse("@@plonejsi18n")
        self.assertEqual("读取中……", view._gettext_catalog("widgets", "zh_CN")["Loading..."])


class FilesTest(TestCase):
    def test_every_translation_is_chinese_and_keeps_the_variables(self):
        for catalog in po_files(FOLDER):
            for source, words in catalog._catalog._catalog.items():
                if source and words != "/" and catalog.domain != "plonelocales":
                    self.assertRegex(words, r"[\u3000-\u9fff\uff00-\uffef]", source)
                    given = set(VARIABLE.findall(source))
                    self.assertLessEqual(given, set(VARIABLE.findall(words)), source)
