"""Who is told of a step by mail: the reviewers whom it awaits; the authors of what is returned, published or withdrawn.

One mail for each step and person. No mail carries what could name a client: a title, a reason or a remark in which
proofreading finds an identity is left out, and the mail says where to read it.
"""

from collections.abc import Iterable
from yidang import clock
from yidang.archive.place import contract_of
from yidang.archive.record import state_of
from yidang.mailing import Letter
from yidang.mailing import letters_to
from yidang.mailing import send
from yidang.pages.names import Names
from yidang.people.team import members
from yidang.proofreading.engine import Piece
from yidang.proofreading.engine import proofread
from yidang.proofreading.names import client_names
from yidang.publicity.checks import authors_of
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.proofs import public_numbers
from yidang.publicity.reviewing.due import due_of
from yidang.publicity.reviewing.remarks import open_remarks
from yidang.publicity.reviewing.remarks import Remark
from yidang.publicity.reviewing.waiting import ROLES
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import STEPS


TOLD = 120
LISTED = 20
HIDDEN = "（内容涉及个人信息，请登录查看）"
A_TITLE = "（标题请登录查看）"
# Findings that say who somebody is.
IDENTITIES = frozenset(("client_name", "id_number", "phone", "bank_card", "address"))


def tell(article, step: str, actor: str, reason: str = "") -> int:
    """Write to those whom the step concerns; how many mails are on their way."""
    state = state_of(article)
    if state in STEPS:
        people, make = awaited(article, state), _await
    elif state == PUBLISHED:
        people, make = authors_of(article), _published
    elif step in ("return", "withdraw"):
        people, make = authors_of(article), _sent_back
    else:
        return 0
    return send(_letters(article, people - {actor}, make, step, actor, reason))


def awaited(article, state: str) -> set[str]:
    """Those who may take this step of this article."""
    role = next(role for role, step in ROLES.items() if step == state)
    return {user for user in members(contract_of(article), role) if not reviewer_problem(article, user)}


def _letters(article, people: set[str], make, step: str, actor: str, reason: str) -> Iterable[Letter]:
    if people:
        yield from letters_to(sorted(people), *make(Words(article), step, actor, reason))


class Words:
    """The words of one article that may stand in a mail."""

    def __init__(self, article) -> None:
        self.article, self.contract, self.names = article, contract_of(article), Names()
        self._book = (client_names(self.contract),)
        self._known = public_numbers(article)

    def safe(self, text: str, instead: str = HIDDEN) -> str:
        """The text, or `instead` of it where it says who somebody is."""
        found = proofread([Piece("", "", text, prose=False)], self._book, self._known)
        return instead if any(one.rule in IDENTITIES for one in found) else text

    @property
    def title(self) -> str:
        """The title in its brackets."""
        return f"《{self.safe(self.article.title, A_TITLE)}》"

    @property
    def link(self) -> str:
        """Where to read it, and in which contract."""
        return f"{self.contract.title}\n{self.article.absolute_url()}"

    def remarks(self) -> str:
        """The open remarks, one in a line."""
        found = open_remarks(self.article)
        lines = [self._remark(one) for one in found[:LISTED]]
        more = [f"……另有 {len(found) - LISTED} 条"] if len(found) > LISTED else []
        return "\n".join([f"未解决的批注 {len(found)} 条：", *lines, *more]) if found else ""

    def _remark(self, remark: Remark) -> str:
        said = self.safe(f"“{_cut(remark.anchor.quote, 40)}”：{_cut(remark.text)}".removeprefix("“”："))
        return f"· {remark.anchor.label} {said}（{self.names.person(remark.person)}）"


def _cut(text: str, most: int = TOLD) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def _await(words: Words, step: str, actor: str, reason: str) -> tuple[str, str]:
    title = TITLES[state_of(words.article)]
    due = due_of(words.contract, clock.today(), clock.today())
    text = (
        f"{words.names.person(actor)} 送来一篇稿件，等您{title}：\n{words.title}\n"
        f"请在 {due.day.month} 月 {due.day.day} 日以前审完。\n\n{words.link}"
    )
    return f"等您{title}：{words.title}", text


def _sent_back(words: Words, step: str, actor: str, reason: str) -> tuple[str, str]:
    word = "退回" if step == "return" else "撤下"
    parts = [
        f"{words.names.person(actor)} {word}了您的稿件{words.title}。",
        f"原因：{words.safe(reason)}",
        words.remarks(),
        words.link,
    ]
    return f"稿件已{word}：{words.title}", "\n\n".join(part for part in parts if part)


def _published(words: Words, step: str, actor: str, reason: str) -> tuple[str, str]:
    return f"稿件已发布：{words.title}", f"您的稿件{words.title}已经发布，公众可以看到了。\n\n{words.link}"
