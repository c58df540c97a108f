"""The ways in which the portal says no.

Refused                what was asked for cannot be done; carries a Chinese sentence and, where it helps, fields
├── Incomplete         something is still missing; every missing thing is named at once
├── Protected          the thing may never be changed like this, by anybody (archive, sealed or numbered records)
├── NotAllowed         the person may not do this (HTTP 403)
├── TooMany            not so often (HTTP 429)
├── Outdated           it has changed since the caller read it (HTTP 412)
└── Conflict           it clashes with something that exists already (HTTP 409)

Forms show the sentence and the fields, REST answers `{type, message, errors: [{field, message}]}` with `status`.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class FieldError:
    """What is wrong with one field; `field` is the schema name, "" for the whole."""

    field: str
    message: str


class Refused(Exception):
    """What was asked for cannot be done."""

    status = 400

    def __init__(self, message: "str | Refused", errors: Iterable[FieldError] = ()):
        # The workflow tool raises a refusal anew with itself as the only argument.
        if isinstance(message, Refused):
            message, errors = message.message, message.errors
        super().__init__(message)
        self.message = message
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return self.message

    def as_data(self) -> dict:
        """The one JSON shape of every error."""
        return {
            "type": type(self).__name__,
            "message": self.message,
            "errors": [{"field": error.field, "message": error.message} for error in self.errors],
        }


class Incomplete(Refused):
    """Something is still missing; `errors` names every missing thing."""


class Protected(Refused):
    """Nobody may change this in this way."""


class TooMany(Refused):
    """Too often in too short a time."""

    status = 429


class Outdated(Refused):
    """It has changed since it was read, and nothing is overwritten unseen."""

    status = 412


class NotAllowed(Refused):
    """This person may not do this."""

    status = 403


class Conflict(Refused):
    """It clashes with something that exists already."""

    status = 409
