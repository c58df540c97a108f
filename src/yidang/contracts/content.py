"""The contract: parties, term, rules of counting, stations served, money."""

from decimal import Decimal
from plone import api
from plone.dexterity.content import Container
from plone.schema import JSONField
from yidang import _
from yidang.contracts.file.archive_number import DEFAULT_TEMPLATE
from yidang.contracts.file.archive_number import template_problems
from yidang.interfaces import IServesContract
from yidang.staying import StayingContents
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


QUARTERS = SimpleVocabulary(
    [
        SimpleTerm("calendar", "calendar", _("自然季度（1–3 月、4–6 月……）")),
        SimpleTerm("contract", "contract", _("合同季度（自合同开始之日起每三个月）")),
    ]
)


def is_template(value: str) -> bool:
    """Constraint of the archive-number template."""
    problems = list(template_problems(value))
    if problems:
        raise Invalid("；".join(problems) + "。")
    return True


class IContracts(Interface):
    """The folder of all contracts."""


class IContract(IServesContract):
    """One contract for services, with one archive."""

    title = schema.TextLine(title=_("合同名称"), max_length=200)
    number = schema.TextLine(title=_("合同编号"), description=_("全站唯一"), max_length=60)
    purchaser = schema.TextLine(title=_("采购方"))
    provider = schema.TextLine(title=_("承接方"))
    place = schema.TextLine(title=_("服务地点"), required=False)
    start = schema.Date(title=_("合同开始"))
    end = schema.Date(title=_("合同结束"))
    term_note = schema.TextLine(title=_("期限说明"), required=False)
    money = schema.Decimal(title=_("合同金额（元）"), required=False, min=Decimal(0))
    stations = schema.Tuple(
        title=_("服务站点"),
        value_type=schema.Choice(vocabulary="yidang.all_stations"),
        required=False,
        default=(),
        missing_value=(),
    )
    quarter_mode = schema.Choice(title=_("季度的算法"), vocabulary=QUARTERS, default="calendar")
    total_hours = schema.Float(
        title=_("合同总工时（小时）"),
        description=_("合同写明的才填，例如 14 名社工各 1960 小时，合计 27440"),
        min=1.0,
        required=False,
    )
    worker_hours = schema.Float(
        title=_("每名社工一年的工时（小时）"),
        description=_("合同写明的才填，例如 1960；中途到岗或离岗的按在岗日数折算"),
        min=1.0,
        max=8784.0,
        required=False,
    )
    volunteer_hours = schema.Bool(
        title=_("志愿者的时长计入工时"),
        description=_("合同没有写明时不计：志愿者不是工作人员"),
        default=False,
        required=False,
    )
    due_moves = schema.Bool(
        title=_("截止日遇非工作日顺延到下一个工作日"),
        description=_("合同写明某日以前完成而没有写顺延的，当日就是最后一天，不勾选"),
        default=False,
        required=False,
    )
    archive_template = schema.TextLine(
        title=_("档号模板"),
        description=_("可用 {contract} 合同编号、{section} 类别代码、{year} 年份、{serial} 流水号"),
        default=DEFAULT_TEMPLATE,
        constraint=is_template,
    )
    review_steps = schema.Int(title=_("新闻审核级数"), min=1, max=3, default=3)
    review_distinct = schema.Bool(title=_("各级审核须由不同的人完成，且都不是作者"), default=True, required=False)
    review_days = schema.Int(
        title=_("每级审核的时限（工作日）"),
        description=_("稿件到审核人手里的次日起算"),
        min=1,
        max=30,
        default=2,
    )
    signature_printed = schema.Bool(
        title=_("公开页印出署名（来源、责编、一审、二审、三审）"),
        description=_("不勾选时署名只留存，本合同的人员可以看到"),
        default=True,
        required=False,
    )
    adjustable = schema.Bool(
        title=_("执行期间可以调整指标"),
        description=_("每次调整都要写明理由和生效日期，并保留原来的写法"),
        default=True,
        required=False,
    )
    # Changed by the verbs of `actions.py` alone: what hangs on them is recounted, and the reason is kept.
    choices = JSONField(
        title=_("计数口径"),
        description=_("合同文本没有写明、又会改变结果的约定"),
        required=False,
        default=None,
        readonly=True,
    )
    decisions = JSONField(
        title=_("办理记录"),
        description=_("改选口径、延长合同期、填写投标承诺：何时、何人、为何"),
        required=False,
        default=None,
        readonly=True,
    )
    public_contact = schema.TextLine(
        title=_("对外联系方式"),
        description=_("登在“联系我们”和公开进度页上，例如 项目办公室 0760-00000000；留空不登"),
        required=False,
        max_length=100,
    )
    open_progress = schema.Bool(
        title=_("向公众公开进度"),
        description=_("任何人都能看到各项指标完成了多少；看不到材料和人名"),
        default=False,
        required=False,
        readonly=True,
    )
    notes = schema.Text(title=_("说明"), required=False)

    @invariant
    def end_follows_start(data) -> None:
        """A term has at least one day."""
        if data.start and data.end and data.end < data.start:
            raise Invalid(_("合同结束日期早于开始日期。"))


@implementer(IContracts)
class Contracts(StayingContents, Container):
    """`/contracts`."""

    contents_stay = "合同只有一个固定地址，不能移动、改名或复制。"

    def why_kept(self, child) -> str:
        """Only a contract still in draft may go."""
        return "" if api.content.get_state(child, default="") == "draft" else "合同已启用，不能删除。"


@implementer(IContract)
class Contract(StayingContents, Container):
    """One contract."""

    contents_stay = "一个合同只有一份档案和一张指标表，随合同生成，不能手工移动、改名、复制或删除。"

    def why_kept(self, child) -> str:
        """The archive and the table of indicators stay."""
        return self.contents_stay
