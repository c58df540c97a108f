"""Do what has come due: scheduled articles appear, those whose time is over go, and whatever else rooms register."""

from datetime import datetime
from yidang.command import places
from yidang.command.opening import open_portal
from yidang.errors import Refused

import argparse
import os


SUMMARY = "办理到时的事项：定时发布、到期撤下等"
DESCRIPTION = (
    "办理此刻到时的事项。由定时器每分钟运行一次；没有到时的事项就不输出任何内容。\n"
    "网站运行时、或与另一个 tick 同时运行都没有问题：同一件事只办一次。"
)


def _moment(text: str) -> datetime:
    from yidang.clock import BEIJING

    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Another moment than now, another beginning of links, what is due without doing it."""
    parser.add_argument(
        "--at", metavar="时间", type=_moment, help="按这一刻办理，例如 2026-11-27T09:00（北京时间）；不写则为现在"
    )
    parser.add_argument("--url", metavar="网址", default="", help="邮件里链接的开头；不写则用“期限设置”里的门户网址")
    parser.add_argument("--dry-run", action="store_true", help="只列出到时的事项有几件，不办理")


def run(arguments) -> int:
    """0 when all that was due is done or held back for a reason that was told; 1 when something failed."""
    # The queue is emptied below, in the open; no thread does it behind our back.
    os.environ["MAILHOST_QUEUE_ONLY"] = "1"
    with open_portal() as portal:
        if arguments.dry_run:
            return rehearse(arguments.at)
        address(portal, arguments.url)
        failed = [text for text, bad in done(arguments.at) if bad]
        post_mails(portal)
    if failed:
        raise Refused("\n".join(failed))
    return 0


def done(now: datetime | None):
    """Do it and say it; each sentence, and whether something failed."""
    from yidang.ticking import tick

    for outcome in tick(now):
        if not outcome.failed:
            print(outcome.text, flush=True)
        yield outcome.text, outcome.failed


def rehearse(now: datetime | None) -> int:
    """Say how much is due."""
    from yidang import clock
    from yidang.ticking import due_in
    from yidang.ticking import jobs

    for job in jobs():
        print(f"{job.title}：{len(due_in(job, now or clock.now()))} 件到时。")
    return 0


def address(portal, url: str) -> None:
    """Let links in mails begin with the public address, where one is known."""
    from yidang.deadlines.post import speak_as
    from yidang.deadlines.settings import setting

    url = url or setting("address") or ""
    if url:
        speak_as(portal, url)


def post_mails(portal) -> None:
    """Hand what lies in the queue to the mail server, where the portal's mails go through a queue."""
    from yidang.deadlines.post import empty
    from yidang.deadlines.post import open_queue
    from yidang.deadlines.post import waiting

    mailhost = portal.MailHost
    if mailhost.smtp_queue:
        directory = open_queue(mailhost, places.var())
        if waiting(directory):
            empty(mailhost, directory)
