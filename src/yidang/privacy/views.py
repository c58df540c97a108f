"""The page of a client's file."""

from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import texts
from yidang.privacy.content import IClient
from yidang.privacy.identity import seen_name
from yidang.privacy.identity import seen_phone


FIELDS = ("gender", "birth_year", "tier", "categories", "recorded_on")


class ClientPage(RecordPage):
    """One client; name and phone masked for most."""

    def facts(self) -> list[Row]:
        """Identity as the person may see it, then the rest."""
        client = self.context
        identity = [Row("真实姓名", seen_name(client)), Row("联系电话", seen_phone(client))]
        return [row for row in identity if row.value] + rows(client, IClient, FIELDS)

    def texts(self) -> list[tuple[str, list[str]]]:
        """Situation and needs."""
        return texts(self.context, IClient, ("situation",))
