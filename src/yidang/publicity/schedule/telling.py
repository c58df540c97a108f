"""The mail that a scheduled article did not appear: nobody shall wait for a page that never comes.

It does not say what was found: that may be the name of a client. The desk and the article say it to whoever signs in.
"""

from collections.abc import Iterator
from yidang.archive.place import contract_of
from yidang.mailing import Letter
from yidang.mailing import letters_to
from yidang.mailing import send
from yidang.people.team import members
from yidang.publicity.checks import authors_of
from yidang.publicity.proofs import unanswered
from yidang.publicity.workflow import steps_of


TEXT = """定时发布的稿件{title}没有按时发布。

发布前的检查没有通过，具体问题请登录后在稿件页面查看。

稿件仍是“待发布”状态，公众看不到。请打开稿件处理；问题解决后会自动发布，也可以取消定时、退回修改：
{url}"""


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
    """One mail to each of them who has an address; how many are on their way. Without a mail server the desk tells
    alone."""
    return send(_letters(article))


def _letters(article) -> Iterator[Letter]:
    title = spoken_title(article)
    text = TEXT.format(title=title, url=article.absolute_url())
    yield from letters_to(concerned(article), f"没有按时发布：{title}", text)
