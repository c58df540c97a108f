"""argparse that speaks Chinese: its own words and its complaints."""

from typing import NoReturn

import argparse
import re
import sys


COMPLAINTS = (
    (r"the following arguments are required: (.*)", "缺少参数：{}"),
    (r"unrecognized arguments: (.*)", "不认识的参数：{}"),
    (r"argument (\S+): invalid choice: '?([^' ]*)'?.*", "{} 没有“{}”这个选项"),
    (r"argument (\S+): invalid \w+ value: '(.*)'", "{} 的值“{}”写法不对"),
    (r"argument (\S+): expected .*", "{} 后面缺少内容"),
    (r"argument (\S+): not allowed with argument (\S+)", "{} 不能和 {} 同时使用"),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with a Chinese heading."""

    def add_usage(self, usage, actions, groups, prefix=None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser of commands."""

    def __init__(self, **options) -> None:
        super().__init__(**{"formatter_class": Formatter, "add_help": False, "allow_abbrev": False, **options})
        self._positionals.title = "参数"
        self._optionals.title = "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, in Chinese, and leave with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}：{in_chinese(message)}。用 --help 查看说明。\n")


def in_chinese(complaint: str) -> str:
    """A complaint of argparse as a Chinese sentence."""
    for pattern, sentence in COMPLAINTS:
        found = re.fullmatch(pattern, complaint, re.DOTALL)
        if found:
            return sentence.format(*found.groups())
    return "参数的写法不对"
