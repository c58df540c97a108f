"""One shape for every error that REST answers: `{type, message, errors: [{field, message}]}` (DESIGN § 7).

plone.restapi says no in three ways: exceptions that plone.rest renders, a `BadRequest` holding a list of field
problems, and services that set a status and return `{"error": …}`. All three are brought into one shape here.
"""

from AccessControl.unauthorized import Unauthorized
from plone.rest.errors import ErrorHandling
from typing import Any
from yidang.errors import Refused
from yidang.interfaces import IYidangLayer
from yidang.site.reader import is_anonymous
from yidang.site.reader import recognise
from zExceptions import BadRequest
from zExceptions import NotFound
from zExceptions import Unauthorized as PublisherUnauthorized
from zope.component import adapter
from zope.i18n import translate

import json


LOGIN = ("Unauthorized", "请先登录。", 401)
FORBIDDEN = ("Forbidden", "您没有权限这样做。", 403)
MISSING = ("NotFound", "没有找到这个地址。", 404)
BROKEN = ("InternalError", "服务器出错，已记录，请稍后再试。", 500)
INVALID = "提交的内容有误，请按提示修改。"


def shape(type_: str, message: str, errors: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """The one shape."""
    return {"type": type_, "message": message, "errors": errors or []}


def field_errors(problems: Any, request) -> list[dict[str, str]]:
    """The field problems inside a `BadRequest`, in plain words; empty when it holds none."""
    if not isinstance(problems, (list, tuple)):
        return []
    found = []
    for problem in problems:
        if isinstance(problem, dict) and "message" in problem:
            message = translate(problem["message"], context=request)
            inner = problem.get("error")
            if isinstance(inner, Refused):
                message = inner.message
            found.append({"field": str(problem.get("field") or ""), "message": str(message)})
    return found


def describe(exception: Exception, request) -> tuple[dict[str, Any], int]:
    """An exception in the one shape, with its HTTP status."""
    if isinstance(exception, Refused):
        return exception.as_data(), exception.status
    if isinstance(exception, (Unauthorized, PublisherUnauthorized)):
        type_, message, status = LOGIN if is_anonymous() else FORBIDDEN
        return shape(type_, message), status
    if isinstance(exception, NotFound):
        return shape(*MISSING[:2]), MISSING[2]
    if isinstance(exception, BadRequest):
        problems = exception.args[0] if exception.args else ""
        errors = field_errors(problems, request)
        return shape("BadRequest", INVALID if errors else str(problems) or INVALID, errors), 400
    status = getattr(exception, "getStatus", lambda: 500)()
    if 400 <= status < 500:
        return shape(type(exception).__name__, str(exception)), status
    return shape(*BROKEN[:2]), BROKEN[2]


@adapter(Exception, IYidangLayer)
class RestErrors(ErrorHandling):
    """Renders exceptions of API requests on our sites."""

    def __call__(self) -> None:
        """Write and lock the response, as plone.rest does."""
        recognise(self.request)
        data, status = describe(self.context, self.request)
        response = self.request.response
        if isinstance(self.context, NotFound) and self.attempt_redirect():
            response.setBody("", lock=1)
            return
        response.setHeader("Content-Type", "application/json")
        response.setStatus(status, lock=1)
        response.setBody(json.dumps(data, ensure_ascii=False, indent=2), lock=1)
        response._has_challenged = True  # PAS must not turn 401 into a redirect to the login form


def in_shape(reply: Any, status: int) -> Any:
    """What a stock service answered, its `{"error": …}` brought into the one shape."""
    if status < 400:
        return reply
    if status in (401, 403):
        return shape(*(LOGIN if is_anonymous() else FORBIDDEN)[:2])
    if not isinstance(reply, dict) or set(reply) != {"error"}:
        return reply
    error = reply["error"]
    return shape(error.get("type", "BadRequest").replace(" ", ""), str(error.get("message", INVALID)))
