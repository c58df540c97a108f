"""A digest as a mail: Chinese, as plain text and as HTML, with the same words in both."""

from email.message import EmailMessage
from email.utils import formataddr
from email.utils import make_msgid
from markupsafe import Markup
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.person import Owed
from yidang.deadlines.reminders import Digest
from yidang.deadlines.wording import Bundle
from yidang.deadlines.wording import day_words
from yidang.deadlines.wording import left
from yidang.deadlines.wording import subject
from yidang.pages.names import Names


Rows = list[tuple[Owed, list[dict[str, str]]]]

ROW = Markup(
    '<tr><td style="padding:8px 16px 8px 0;border-bottom:1px solid #e3e1d9;vertical-align:top;white-space:nowrap">'
    "{day}</td>"
    '<td style="padding:8px 0;border-bottom:1px solid #e3e1d9"><a href="{url}" style="color:#0d5c5b">{title}</a>'
    '<br><span style="color:#566663;font-size:13px">{said}</span></td></tr>'
)
HEADING = Markup('<h2 style="font-size:16px;margin:24px 0 8px">{}</h2>')
TABLE = Markup('<table style="border-collapse:collapse;width:100%;font-size:14px">{}</table>')
PAGE = Markup(
    '<!DOCTYPE html><html lang="zh-CN"><body style="font:15px/1.7 sans-serif;color:#243634;max-width:680px">'
    '<p>{}：</p><p>{}</p>{}<p style="color:#566663;font-size:13px">{}</p></body></html>'
)


def mail_of(digest: Digest, sender: tuple[str, str], portal_url: str, table: Workdays, names: Names) -> EmailMessage:
    """The mail; `sender` is name and address."""
    message = EmailMessage()
    message["Subject"] = subject_of(digest)
    message["From"] = formataddr(sender)
    message["To"] = formataddr((digest.name, digest.address))
    message["Message-ID"] = make_msgid(domain=sender[1].rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    rows = _rows(digest, table, names)
    message.set_content(_text(digest, rows, portal_url))
    message.add_alternative(str(_html(digest, rows, portal_url)), subtype="html")
    return message


def text_of(digest: Digest, portal_url: str, table: Workdays, names: Names) -> str:
    """The mail as plain text, for a rehearsal."""
    return _text(digest, _rows(digest, table, names), portal_url)


def _rows(digest: Digest, table: Workdays, names: Names) -> Rows:
    return [
        (owed, [_cells(bundle, digest, owed.url, table, names) for bundle in found]) for owed, found in digest.parts
    ]


def subject_of(digest: Digest) -> str:
    """`期限提醒：2 项逾期，3 项将到期`."""
    late, rest = digest.overdue, len(digest.bundles) - digest.overdue
    parts = [f"{late} 项逾期"] * bool(late) + [f"{rest} 项将到期"] * bool(rest)
    return f"期限提醒：{'，'.join(parts)}"


def _cells(bundle: Bundle, digest: Digest, url: str, table: Workdays, names: Names) -> dict[str, str]:
    first = bundle.first
    said = (left(first, digest.day, table), bundle.amount(), bundle.members(names))
    return {
        "day": day_words(first.due, digest.day),
        "title": subject(first),
        "said": "，".join(part for part in said if part),
        "url": f"{url}/{first.path}" if first.path else url,
    }


def _lead(digest: Digest) -> str:
    return f"以下 {len(digest.bundles)} 项期限需要您处理，截至 {digest.day} 的归档材料。截止日当天 23:59 以前都算按时。"


def _foot(portal_url: str) -> str:
    return f"材料提交以后，相应的提醒就会停止。全部期限见 {portal_url}/@@desk 。本邮件由系统自动发出，请勿回复。"


def _text(digest: Digest, rows: Rows, portal_url: str) -> str:
    lines = [f"{digest.name}：", "", _lead(digest)]
    for owed, found in rows:
        lines += ["", f"【{owed.title}】"]
        for one in found:
            lines += [f"· {one['day']}　{one['title']}：{one['said']}", f"  {one['url']}"]
    return "\n".join([*lines, "", _foot(portal_url), ""])


def _html(digest: Digest, rows: Rows, portal_url: str) -> Markup:
    body = Markup("")
    for owed, found in rows:
        body += HEADING.format(owed.title) + TABLE.format(Markup("").join(ROW.format(**one) for one in found))
    return PAGE.format(digest.name, _lead(digest), body, _foot(portal_url))
