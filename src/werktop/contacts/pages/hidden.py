"""A moment or a reminder of which the viewer does not read the words: what stands there all the same, and how to read it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from werktop.audit.refusals import NotVisible
from werktop.contacts import queries
from werktop.contacts.moments import who_in_words
from werktop.ui.back import address_back


def hidden(request: Any, row: Any, template: str, **shown: Any) -> HttpResponse:
    """Reading is by the page of each candidate: with a reason, or by going to work with somebody."""
    if request.method != "GET":
        raise NotVisible()
    request.shown_people += [(kind, [key]) for kind, key in queries.people_named([row])]
    facts = {
        "row": row,
        "who": who_in_words(row),
        "candidates": [each.candidate for each in row.people.all() if each.candidate],
        "back": address_back(request, "contacts:moments"),
    }
    return render(request, template, facts | shown)
