"""What must hold before an article takes a step (DESIGN § 6); whoever fires the step meets these."""

from yidang import clock
from yidang.archive.place import contract_of
from yidang.archive.record import state_of
from yidang.errors import FieldError
from yidang.errors import Incomplete
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.people.acting import acting
from yidang.publicity.content import NEED_ALT
from yidang.publicity.guest_review.persons import gave_link
from yidang.publicity.guest_review.persons import same_name
from yidang.publicity.pictures import has_pictures
from yidang.publicity.pictures import outside_pictures
from yidang.publicity.pictures import pictures_without_alt
from yidang.publicity.placements import as_errors
from yidang.publicity.placements import problems
from yidang.publicity.placements import rows_of
from yidang.publicity.proofs import unanswered
from yidang.publicity.prose import plain
from yidang.publicity.reviewing.authors import writers_of
from yidang.publicity.schedule.checks import expiry_problem
from yidang.publicity.schedule.plan import EXPIRE_AT
from yidang.publicity.signature import REPRINT
from yidang.publicity.signature import reviews_of
from yidang.publicity.signature import source_of
from yidang.publicity.uniqueness import refuse_taken_links
from yidang.publicity.workflow import last_step


OWN_ARTICLE = "不能审核自己写的稿件，请由其他人审核。"
SECOND_STEP = "您已审核过这篇稿件的另一级，本合同要求各级由不同的人审核。"
GAVE_LINK = "这篇稿件另一级用的是您发出的审签链接，本合同要求各级由不同的人审核。"
NEED_REASON = "撤下必须写明原因。"
NEED_SOURCE = "转载的稿件请写明来源，例如原载媒体的名称。"
NEED_CONSENT = "稿件有图片，请写明图中人物是否已同意公开。"


def missing(article) -> list[FieldError]:
    """Everything that an article lacks before it can be reviewed."""
    found = []
    if not (article.title or "").strip():
        found.append(FieldError("title", "请填写标题。"))
    if not plain(article.text):
        found.append(FieldError("text", "请写正文。"))
    if outside_pictures(article):
        found.append(FieldError("text", "正文中有其他网站的图片，请保存到电脑后重新插入。"))
    if article.image is not None and not (article.image_alt or "").strip():
        found.append(FieldError("image_alt", NEED_ALT))
    bare = pictures_without_alt(article)
    if bare:
        found.append(FieldError("text", f"正文第 {'、'.join(map(str, bare))} 张图片没有替代文字，请点图片补写说明。"))
    if has_pictures(article) and not article.photo_consent:
        found.append(FieldError("photo_consent", NEED_CONSENT))
    if not source_of(article) and article.origin == REPRINT:
        found.append(FieldError("source", NEED_SOURCE))
    found += [FieldError(one.field, f"{one.place}：{one.message}") for one in unanswered(article)]
    return found + as_errors(problems(rows_of(article), article))


def check_complete(article) -> None:
    """Nothing half-written goes to review."""
    errors = missing(article)
    if errors:
        raise Incomplete("稿件还不能送审：" + "".join(error.message for error in errors), errors)
    refuse_taken_links(article)


def authors_of(article) -> set[str]:
    """Who wrote the article: its creators and owners, and whoever changed its words since."""
    owners = {user for user, roles in article.get_local_roles() if "Owner" in roles}
    return owners | set(article.listCreators()) | writers_of(article)


def reviewer_problem(article, user: str) -> str:
    """Why `user` may not approve: one person, one step, and never one's own article (domain.md 6.2), where the
    contract says so. "" when nothing speaks against it."""
    if not contract_of(article).review_distinct:
        return ""
    authors, reviewers = authors_of(article), [one.actor for one in reviews_of(article)]
    if user in authors:
        return OWN_ARTICLE
    if user in reviewers or same_name(user, authors, reviewers):
        return SECOND_STEP
    return GAVE_LINK if gave_link(article, user, reviewers) else ""


def check_reviewer(article) -> None:
    """Hold the current user to the rule."""
    problem = reviewer_problem(article, acting())
    if problem:
        raise NotAllowed(problem)


def check_reason(reason: str) -> None:
    """Who takes an article down says why; that a return says why, and how long a reason may be, holds for every
    record (review/checks.py)."""
    if not (reason or "").strip():
        raise Refused(NEED_REASON, [FieldError("comment", NEED_REASON)])


def check_read_over(article) -> None:
    """The lists may have grown, and a client's file may have been made, since it was sent to review."""
    errors = [FieldError(one.field, f"{one.place}：{one.message}") for one in unanswered(article)]
    if errors:
        raise Incomplete("校对发现问题，请退回修改：" + "".join(error.message for error in errors), errors)


def check_ready(article) -> None:
    """Time has passed since the last approval: everything is looked at again before a scheduled article appears."""
    errors = missing(article)
    if errors:
        raise Incomplete("稿件还不能发布：" + "".join(error.message for error in errors), errors)
    refuse_taken_links(article)


def check_not_gone(article) -> None:
    """Nothing is published only to be taken down at once."""
    problem = expiry_problem(article, clock.now())
    if problem:
        raise Refused(problem, [FieldError(EXPIRE_AT, problem)])


def before_step(article, event) -> None:
    """The checks of each step."""
    if event.transition is None:
        return
    step = event.transition.getId()
    if step == "withdraw":
        check_reason(event.kwargs.get("comment", ""))
    elif step == "submit":
        check_complete(article)
    elif step == "approve":
        check_reviewer(article)
        check_read_over(article)
        if state_of(article) == last_step(article):
            check_not_gone(article)
    elif step in ("release", "appear"):
        check_ready(article)
        check_not_gone(article)
