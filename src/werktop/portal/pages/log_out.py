"""Logging out of the own page: the session ends here and in the browser."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from werktop.accounts.commands import log_out
from werktop.accounts.own_pages import COOKIE
from werktop.portal.own_frame import PATH


def page(request: Any) -> HttpResponse:
    """Back to the way in."""
    log_out(
        actor=request.actor, at=request.at, key=request.request_key, token=request.COOKIES.get(COOKIE, "")
    )
    messages.success(request, _("U bent uitgelogd."))
    response = redirect("portal:way_in")
    response.delete_cookie(COOKIE, path=PATH)
    return response
