"""The mail that a scheduled article did not appear: nobody shall wait for a page that never comes.

It does not say what was found: that may be the name of a client. The desk and the article say it to whoever signs in.
"""

from email.message import EmailMessage
from email.utils import formataddr
from email.utils import make_msgid
from plone import api
from yidang.archive.place import contract_of
from yidang.people.team import members
from yidang.publicity.checks import authors_of
from yidang.publicity.proofs import unanswered
from yidang.publicity.workflow import steps_of

import logging


LOG = logging.getLogger(__name__)
TEXT = """{name}：

定时发布的稿件{title}没有按时发布。

发布前的检查没有通过，具体问题请登录后在稿件页面查看。

稿件仍是“待发布”状态，公众看不到。请打开稿件处理；问题解决后会自动发布，也可以取消定时、退回修改：
{url}

本邮件由系统自动发出，请勿回复。
"""


def concerned(article) -> list[str]:
    """User ids of who may do something about it: the last reviewers, the authors, the leads."""
    contract = contract_of(article)
    people = [*members(contract, f"Reviewer{steps_of(article)}"), *sorted(authors_of(article))]
    return list(dict.fromkeys([*people, *members(contract, "ProjectLead")]))


def spoken_title(article) -> str:
    """The title, or the archive number where the title itself is what must not be said."""
    bad = any(one.field == "title" for one in unanswered(article))
    return f"档号 {getattr(article, 'archive_number', '') or '—'}" if bad else f"《{article.title}》"


def tell_held(article) -> int:
    """One mail to each of them who has an address; how many were sent. Without a mail server the desk tells alone."""
    mailhost = api.portal.get_tool("MailHost")
    sender = (api.portal.get_registry_record("plone.email_from_address", default="") or "").strip()
    if not sender:
        LOG.info("稿件 %s 没有按时发布，没有邮件通知：没有设置发件人地址。", article.absolute_url())
        return 0
    sent = 0
    for user in concerned(article):
        person = api.user.get(userid=user)
        address = person.getProperty("email") if person is not None else ""
        if not address:
            continue
        message = message_to(person, article, sender)
        try:
            # Into the queue on disk where there is one; a mail handed over at the commit could undo the note.
            mailhost._send(sender, [address], message.as_bytes(), not mailhost.smtp_queue)
            sent += 1
        except Exception:
            LOG.exception("稿件 %s 没有按时发布，通知没有发出。", article.absolute_url())
    return sent


def message_to(person, article, sender: str) -> EmailMessage:
    """The mail to one person."""
    shown = person.getProperty("fullname") or person.getId()
    message = EmailMessage()
    message["Subject"] = f"没有按时发布：{spoken_title(article)}"
    message["From"] = formataddr(
        (api.portal.get_registry_record("plone.email_from_name", default="") or "一档", sender)
    )
    message["To"] = formataddr((shown, person.getProperty("email")))
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(TEXT.format(name=shown, title=spoken_title(article), url=article.absolute_url()))
    return message
