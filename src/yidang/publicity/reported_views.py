"""What a record says, for the form that is being filled in."""

from datetime import date
from Products.Five import BrowserView
from yidang.archive.forms.pickers import uid_of
from yidang.archive.wording import BadValue
from yidang.errors import Refused
from yidang.publicity.reported import activity_by
from yidang.publicity.reported import fields_of
from yidang.publicity.reported import Reportable
from yidang.publicity.reported import reported

import json


class ReportedActivity(BrowserView):
    """`GET <section or article>/@@reported-activity?label=…`: `{"fields": {…}}`, or `{"message": …}` with 400.

    Answers for nothing that the picker of the same form would not take.
    """

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Cache-Control", "private, no-store")
        try:
            return json.dumps({"fields": self._fields()}, ensure_ascii=False)
        except Refused as refused:
            response.setStatus(refused.status)
            return json.dumps(refused.as_data(), ensure_ascii=False)

    def _fields(self) -> dict[str, str]:
        label = self.request.form.get("label")
        try:
            uid = uid_of(Reportable(self.context), label.strip() if isinstance(label, str) else "")
        except BadValue as error:
            raise Refused(str(error)) from None
        told = fields_of(reported(activity_by(uid)))
        return {
            name: value.isoformat() if isinstance(value, date) else str(value or "") for name, value in told.items()
        }
