"""Which browser asked for a code: only that one can use it, so that a code that somebody reads out helps nobody else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse

from .own_frame import PATH

COOKIE = "werktop_vraag"
SALT = "werktop.own_code"
LIVES = 3600


def remember(request: Any, response: HttpResponse, question_id: UUID) -> HttpResponse:
    """The same answer, with the question signed in a cookie for the page where the code is typed."""
    response.set_signed_cookie(
        COOKIE,
        str(question_id),
        salt=SALT,
        max_age=LIVES,
        path=PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def asked_here(request: Any) -> UUID | None:
    """The question that this browser asked; None where it asked none, or long ago."""
    said = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LIVES)
    return UUID(said) if said else None


def forget(response: HttpResponse) -> HttpResponse:
    """The same answer; the browser keeps no question any more."""
    response.delete_cookie(COOKIE, path=PATH)
    return response
