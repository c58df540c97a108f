"""Send reminders of what is due: one digest a person, each reminder once, through the mail queue."""

from datetime import date
from yidang.command import places
from yidang.command.console import progress
from yidang.command.opening import open_portal
from yidang.errors import Refused

import argparse
import os


SUMMARY = "发送到期提醒邮件"
DESCRIPTION = (
    "给每个有事项到期或逾期的人发一封提醒邮件。可以每小时运行一次：同一个提醒只发一次。\n"
    "邮件先放进队列，再交给邮件服务器；没有交出去的留在队列里，下次运行时再试。"
)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A rehearsal, another day than today, another beginning of links."""
    parser.add_argument("--dry-run", action="store_true", help="只列出会发给谁、提醒什么，不发邮件")
    parser.add_argument("--url", metavar="网址", default="", help="邮件里链接的开头；不写则用“期限设置”里的门户网址")
    parser.add_argument("--day", metavar="日期", type=_day, help="按这一天计算，例如 2026-11-25；不写则为今天")


def run(arguments) -> int:
    """0 when every reminder was handed over; 1 when somebody has no address or a mail could not be sent."""
    # The queue is emptied below, in the open; no thread does it behind our back.
    os.environ["MAILHOST_QUEUE_ONLY"] = "1"
    with open_portal() as portal:
        from yidang import clock
        from yidang.deadlines.reminders import people
        from yidang.deadlines.sending import Round

        post = Round(portal, arguments.day or clock.today(), arguments.dry_run, arguments.url)
        post.open(places.var())
        users = people()
        for user in progress(users, len(users), "提醒"):
            post.take(user)
        post.close()
        return _tell(post)


def _tell(post) -> int:
    """Say what happened; the status of the command."""
    for text in post.texts:
        print(text)
    if post.rehearsal:
        print(f"演练：{post.day} 会发 {len(post.sent)} 封，没有发出任何邮件。")
    else:
        print(f"{post.day}：{len(post.sent)} 封提醒放进了队列，队列里还有 {post.waiting} 封。")
    problems = []
    if post.without_address:
        problems.append(f"没有邮箱地址，未能提醒：{'、'.join(post.without_address)}。请管理员在账号里补上邮箱。")
    if post.refused:
        problems.append(f"邮件服务器拒收了 {len(post.refused)} 封，见 {post.directory} 中以 .rejected- 开头的文件。")
    if post.failed:
        problems.append(f"这些人的提醒出错，没有发出：{'、'.join(post.failed)}。详情见 var/log/yidang.log。")
    if post.waiting:
        problems.append("还有邮件没有交给邮件服务器，留在队列里，下次运行时再试。")
    if problems:
        raise Refused("\n".join(problems))
    return 0
