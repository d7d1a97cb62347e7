"""What every page may count on in its context (a context processor)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info

DEFAULTS: dict[str, Any] = {
    "menu": [],  # entries of label, url, is_current and icon
    "sections": [],  # pages beside this one in its part of the menu: label, url and is_current
    "home_url": "/",
    "organisation_name": "",  # shown beside the mark; on guest pages below the letter
    "signed_in_name": "",
    "signed_in_role": "",
    "account_url": "",
    "log_out_url": "",
    "search_url": "",
    "foot_links": [],  # entries of label and url
    "own_url": "",  # the own page of who reads this, where there is a way back to it
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """Empty values for what the frame shows, and the languages to choose from.

    A later context processor, or the page itself, fills in what it knows.
    """
    languages = [
        {"code": code, "name": get_language_info(code)["name_local"].capitalize()}
        for code, _ in settings.LANGUAGES
    ]
    return {**DEFAULTS, "languages": languages, "this_address": request.get_full_path()}
