"""What collective.excelexport calls a data source, as we have them."""

from collective.excelexport.interfaces import IDataSource
from zope.interface import Attribute


class ISource(IDataSource):
    """Named adapter of (context, request); the name is the `excelexport.policy` of the address.

    Only these are exported on our sites: a stock data source looks at no permission and keeps everything in memory.
    """

    title = Attribute("What the file is called, in Chinese.")
    long = Attribute("Whether there may be more rows than fit into memory; such a workbook is written row by row.")

    def check() -> None:
        """Raise Unauthorized for those who may not take this away, Refused for a query that makes no sense."""

    def notes() -> list[tuple[str, object]]:
        """Label and value of the sheet that says what the tables are; read after the last row was written."""
