"""The two doors of collective.excelexport on our sites: `@@collective.excelexport` and `@@collective.excelexportcsv`.

Registered for our layer with a permission of our own, they win over the stock views, which anybody may open anywhere.
"""

from AccessControl import getSecurityManager
from collective.excelexport.interfaces import IDataSource
from collective.excelexport.view import BaseExport
from functools import cached_property
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import BinaryIO
from urllib.parse import urlencode
from yidang import clock
from yidang.errors import Refused
from yidang.exchange import commas
from yidang.exchange import workbook
from yidang.exchange.delivery import scratch
from yidang.exchange.delivery import Sent
from yidang.exchange.interfaces import ISource
from yidang.exchange.safe import disposition
from yidang.interfaces import IServesContract
from yidang.permissions import EXPORT
from zExceptions import NotFound
from zope.component import getSiteManager
from zope.component import queryMultiAdapter


POLICY = "excelexport.policy"


def policies() -> set[str]:
    """Names of all our sources, whatever they are for."""
    return {
        one.name
        for registry in _with_bases(getSiteManager())
        for one in registry.registeredAdapters()
        if one.provided is IDataSource and ISource.implementedBy(one.factory)
    }


def _with_bases(registry) -> list:
    return [registry, *(found for base in registry.__bases__ for found in _with_bases(base))]


class Export(BaseExport):
    """Looks for the source, asks whether the person may have it, writes it to disk, sends it in pieces."""

    @cached_property
    def source(self):
        """The source that the address names. Unknown names are refused; one that is for something else is not found."""
        policy = self.request.form.get(POLICY, "")
        policy = policy if isinstance(policy, str) else ""
        found = queryMultiAdapter((self.context, self.request), IDataSource, name=policy)
        if ISource.providedBy(found):
            return found
        if policy and policy not in policies():
            raise Refused(f"没有名为“{policy[:40]}”的导出。请用页面上的导出按钮。")
        raise NotFound(POLICY)

    def __call__(self) -> Sent:
        self.source.check()
        file = scratch()
        try:
            self.write(file)
        except BaseException:
            file.close()
            raise
        self.set_headers(self.source)
        return Sent(file)

    def write(self, file: BinaryIO) -> None:
        """All tables of the source, into the file."""
        raise NotImplementedError

    def set_headers(self, datasource) -> None:
        """A download with a Chinese name that nobody keeps a copy of on the way."""
        response = self.request.response
        response.setHeader("Content-Type", self.mimetype)
        response.setHeader("Content-Disposition", disposition(f"{datasource.get_filename()}.{self.extension}"))
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")


class ExcelExport(Export):
    """As a workbook."""

    mimetype = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    extension = "xlsx"

    def write(self, file: BinaryIO) -> None:
        """A source with a layout of its own draws itself; all others are tables."""
        draw = getattr(self.source, "draw", None)
        if draw is not None:
            draw(file)
        else:
            workbook.write(self.source.get_sheets_data(), file, self.source, clock.now().replace(tzinfo=None))


class CsvExport(Export):
    """As comma-separated text."""

    mimetype = "text/csv; charset=utf-8"
    extension = "csv"

    def write(self, file: BinaryIO) -> None:
        """All tables, or with `sheet=2` the second alone."""
        tables = list(self.source.get_sheets_data())
        commas.write(_one_of(tables, self.request.form.get("sheet", "")), file)


def _one_of(tables: list, number: str) -> list:
    if not number:
        return tables
    if not (isinstance(number, str) and number.isdecimal() and 1 <= int(number) <= len(tables)):
        raise Refused(f"sheet 须是 1 到 {len(tables)} 的整数。")
    return [tables[int(number) - 1]]


class ExportLinks(BrowserView):
    """The two buttons, for a page to show: `view/@@export-links` called with the policy and what its query names."""

    template = ViewPageTemplateFile("templates/links.pt")

    def __call__(self, policy: str = "", alone: bool = False, **query) -> str:
        """Markup; nothing for those who may take nothing away. `alone`: without the way to all other files."""
        if not getSecurityManager().checkPermission(EXPORT, self.context):
            return ""
        asked = urlencode({POLICY: policy, **{name: value for name, value in query.items() if value}})
        url = self.context.absolute_url()
        self.excel = f"{url}/@@collective.excelexport?{asked}"
        self.csv = f"{url}/@@collective.excelexportcsv?{asked}"
        self.more = f"{url}/@@exports" if IServesContract.providedBy(self.context) and not alone else ""
        return self.template()
