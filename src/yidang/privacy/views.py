"""The page of a client's file."""

from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import texts
from yidang.privacy.actions import may_follow
from yidang.privacy.content import IClient
from yidang.privacy.content import PARTS
from yidang.privacy.identity import may_see_identity
from yidang.privacy.identity import seen_name
from yidang.privacy.identity import seen_phone
from yidang.privacy.tiers import stretches
from yidang.privacy.vocabularies import CLIENT_TIERS


TIERS = dict(CLIENT_TIERS)
FIELDS = ("gender", "birth_year", "categories", "recorded_on", "ended")


class ClientPage(RecordPage):
    """One client; name and phone masked for most."""

    def facts(self) -> list[Row]:
        """Identity as the person may see it, then the rest."""
        client = self.context
        identity = [Row("真实姓名", seen_name(client)), Row("联系电话", seen_phone(client))]
        household = rows(client, IClient, ("household",)) if may_see_identity(client) else []
        tiers = [Row("关注程度", tiers_in_words(client))]
        if may_follow(client) and not self.may_edit:
            tiers.append(Row("变化", "变更关注程度或结束服务", f"{self.url}/@@course"))
        return [row for row in identity if row.value] + rows(client, IClient, FIELDS) + tiers + household

    def texts(self) -> list[tuple[str, list[str]]]:
        """The five parts of the file."""
        return texts(self.context, IClient, PARTS)


def tiers_in_words(client) -> str:
    """重点（2026-05-12 起；此前：一般，2026-01-01 至 2026-05-11）."""
    told = [(TIERS.get(one.tier, one.tier), one.since, one.until) for one in reversed(stretches(client))]
    if len(told) < 2:
        return TIERS.get(client.tier, client.tier)
    before = "、".join(f"{tier}，{since} 至 {until}" for tier, since, until in told[1:])
    return f"{told[0][0]}（{told[0][1]} 起；此前：{before}）"
