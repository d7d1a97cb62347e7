"""Who logged in elsewhere and is not on an own page yet: kept by the browser for a quarter of an hour, signed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.accounts import strong_logins
from werktop.audit.refusals import Refusal

from .own_frame import PATH

COOKIE = "werktop_sterk"
SALT = "werktop.strong"
LIVES = 15 * 60


def remember(request: Any, response: HttpResponse, mark: str) -> HttpResponse:
    """The same answer, with the mark of who logged in signed in a cookie."""
    response.set_signed_cookie(
        COOKIE,
        mark,
        salt=SALT,
        max_age=LIVES,
        path=PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )
    return response


def logged_in_here(request: Any) -> str:
    """The mark of who logged in elsewhere with this browser; "" for nobody, or long ago."""
    return str(request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LIVES))


def forget(response: HttpResponse) -> HttpResponse:
    """The same answer; the browser keeps no mark any more."""
    response.delete_cookie(COOKIE, path=PATH)
    return response


def not_let_in(request: Any, refusal: Refusal) -> HttpResponse:
    """Why logging in elsewhere came to nothing, and the way to try again."""
    facts = {"refusal": refusal, "login_name": strong_logins.name_of_login()}
    return render(request, "portal/strong_back.html", facts, status=refusal.status)
