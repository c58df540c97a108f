"""The archive of a contract, its sections, and the plain document."""

from Acquisition import aq_base
from plone.dexterity.content import Container
from yidang import _
from yidang.archive.fields import DayField
from yidang.archive.interfaces import IFixed
from yidang.archive.interfaces import IRecord
from yidang.archive.interfaces import IRecordPart
from yidang.archive.leaf import Leaf
from yidang.archive.sections import BY_ID
from yidang.archive.sentences import NUMBERED
from yidang.archive.sentences import ONE_ARCHIVE
from yidang.archive.sentences import RECORDS_STAY
from yidang.archive.uploads import UploadField
from yidang.staying import StayingContents
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IArchive(Interface):
    """Exactly one in every contract; made with it (S2-14 一项目一档案)."""


class IArchiveSection(Interface):
    """One class of the archive: 制度, 计划, 记录, 宣传, 总结, 检查评估."""


class IArchiveDocument(Interface):
    """A paper: a regulation, a plan, or one of the forms of a case or group."""

    title = schema.TextLine(title=_("题名"), max_length=200)
    document_kind = schema.Choice(title=_("文书种类"), vocabulary="yidang.document_kinds")
    date = DayField(title=_("形成日期"))
    file = UploadField(title=_("文件"), description=_("PDF、Word、Excel 或图片"), required=False)
    signed_by = schema.Tuple(
        title=_("已签名"),
        description=_("亲笔签名的扫描件上有谁的签名"),
        value_type=schema.Choice(vocabulary="yidang.signatories"),
        required=False,
        default=(),
        missing_value=(),
    )
    note = schema.Text(title=_("备注"), required=False)


@implementer(IArchive, IFixed)
class Archive(StayingContents, Container):
    """The one archive of a contract."""

    contents_stay = ONE_ARCHIVE

    def why_kept(self, child) -> str:
        """Sections stay."""
        return ONE_ARCHIVE


@implementer(IArchiveSection, IFixed)
class ArchiveSection(StayingContents, Container):
    """A section; which types it takes is decided by its id (`sections.py`)."""

    contents_stay = RECORDS_STAY

    def why_kept(self, child) -> str:
        """What has an archive number stays."""
        return NUMBERED if getattr(aq_base(child), "archive_number", None) else ""

    def allowedContentTypes(self, context=None) -> list:
        """The types of this section that the current user may add (used by menus, forms and REST)."""
        section = BY_ID.get(self.getId())
        allowed = section.types if section else ()
        return [fti for fti in super().allowedContentTypes(context) if fti.getId() in allowed]


@implementer(IArchiveDocument, IRecord, IRecordPart)
class ArchiveDocument(Leaf):
    """A filed paper."""
