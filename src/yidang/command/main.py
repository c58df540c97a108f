"""`bin/yidang`: one file per command; this one only finds the command and tells the outcome.

Commands import Zope inside `run`, so that `check` and every `--help` answer at once.
"""

from yidang.command import accounts
from yidang.command import backup
from yidang.command import check
from yidang.command import demo
from yidang.command import init
from yidang.command import load
from yidang.command import proofread
from yidang.command import proxy_config
from yidang.command import recount
from yidang.command import remind
from yidang.command import restore
from yidang.command import serve
from yidang.command import tick
from yidang.command import verify
from yidang.command.arguments import Parser
from yidang.errors import Refused

import sys


COMMANDS = {
    "init": init,
    "serve": serve,
    "check": check,
    "load": load,
    "demo": demo,
    "proofread": proofread,
    "recount": recount,
    "verify": verify,
    "remind": remind,
    "tick": tick,
    "backup": backup,
    "restore": restore,
    "accounts": accounts,
    "proxy-config": proxy_config,
}
INTERRUPTED = 130


def make_parser() -> Parser:
    """The parser with all sub-commands."""
    parser = Parser(prog="yidang", description="一档：社会工作项目档案门户的管理命令。")
    subparsers = parser.add_subparsers(title="命令", metavar="命令", dest="command", required=True)
    for name, module in COMMANDS.items():
        sub = subparsers.add_parser(name, help=module.SUMMARY, description=module.DESCRIPTION)
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when it did what was asked for."""
    arguments = make_parser().parse_args(argv)
    try:
        return arguments.run(arguments)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        for error in refusal.errors:
            if error.message != refusal.message:
                print(f"  {error.message}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已中断，没有保存。", file=sys.stderr)
        return INTERRUPTED
