"""A form that says not where it goes, goes to the address that shows it. Where that address takes posts alone and shows a
page all the same (a refusal, proposals made anew), such a form would do once more what was just done."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from werktop.config.permissions import TABLE

NOWHERE = re.compile(r'<form(?=[^>]*method="post")(?![^>]*\saction=)[^>]*>')


class FormsGoSomewhere:
    """Breaks the test whose answer has such a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        found = request.resolver_match
        entry = TABLE.get(found.view_name) if found else None
        is_page = not response.streaming and response.get("Content-Type", "").startswith("text/html")
        if entry and is_page and "GET" not in entry.methods:
            lost = NOWHERE.findall(response.content.decode())
            assert not lost, f"{found.view_name} takes posts alone, and shows {lost}"
        return response
