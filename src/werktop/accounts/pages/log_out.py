"""Logging out; the browser also forgets what it kept for the hall (Clear-Site-Data)."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

WIPE = '"storage", "cache"'


def page(request: HttpRequest) -> HttpResponse:
    """End the session, where there is one, and wipe the device's store of the table screen."""
    logout(request)
    response = HttpResponseRedirect(reverse("accounts:log_in"))
    response["Clear-Site-Data"] = WIPE
    # and for browsers that do not heed it: the next page's script wipes too, and takes this away
    response.set_cookie("werktop_wipe", "1", max_age=3600, secure=request.is_secure(), samesite="Strict")
    return response
