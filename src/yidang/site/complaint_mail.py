"""The notice to the purchaser that a complaint came: its number and where to read it, nothing of what it says."""

from email.message import EmailMessage
from email.utils import formataddr
from email.utils import make_msgid
from plone import api
from yidang.deadlines.post import sender
from yidang.errors import Refused
from yidang.people.team import members
from yidang.tree import contract_of

import logging


LOG = logging.getLogger(__name__)
TEXT = """{name}：

收到一件公众投诉，受理编号 {number}。投诉内容只有采购方能看到，请登录后查看并办理：
{url}

本邮件由系统自动发出，请勿回复。
"""


def tell_purchaser(complaint) -> int:
    """One mail to each of the purchaser's people who has an address; how many. A complaint does not fail for want of a
    mail server: what could not be sent stands in the log, and the complaint in the archive."""
    mailhost = api.portal.get_tool("MailHost")
    people = [api.user.get(userid=user) for user in members(contract_of(complaint), "Purchaser")]
    reachable = [one for one in people if one is not None and one.getProperty("email")]
    try:
        name, address = sender()
    except Refused as refused:
        LOG.info("投诉 %s 没有邮件通知：%s", complaint.title, refused.message)
        return 0
    sent = 0
    for person in reachable:
        message = message_to(person, complaint, (name, address))
        try:
            # Into the queue on disk where there is one; a mail handed over at the commit could undo the complaint.
            mailhost._send(address, [person.getProperty("email")], message.as_bytes(), not mailhost.smtp_queue)
            sent += 1
        except Exception:
            LOG.exception("投诉 %s 的通知没有发出。", complaint.title)
    return sent


def message_to(person, complaint, sender_: tuple[str, str]) -> EmailMessage:
    """The mail."""
    shown, address = person.getProperty("fullname") or person.getId(), person.getProperty("email")
    message = EmailMessage()
    message["Subject"] = f"收到公众投诉 {complaint.title}"
    message["From"] = formataddr(sender_)
    message["To"] = formataddr((shown, address))
    message["Message-ID"] = make_msgid(domain=sender_[1].rpartition("@")[2] or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(TEXT.format(name=shown, number=complaint.title, url=complaint.absolute_url()))
    return message
