"""The list of who was not told yet what is kept: what its two buttons share."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.urls import reverse

NOTED = "noted_as_told"
"""In the session: the keys of who was noted last, so that the next page can name them and take it back."""
OWN = ("kies", "genoteerd")
"""Words of the address that say what one answer shows; they are no filter."""


def kept_list(request: Any) -> str:
    """The filters, order and page of the list that is on the screen, as the form sends them back."""
    asked = request.GET.copy()
    for word in OWN:
        asked.pop(word, None)
    return str(asked.urlencode())


def back_to_list(request: Any, **more: str) -> str:
    """The address of the list from which the form was sent, with its filters."""
    asked = QueryDict(request.POST.get("list", ""), mutable=True)
    for word in OWN:
        asked.pop(word, None)
    if not asked.get("telling"):
        asked["telling"] = "all"
    for name, value in more.items():
        asked[name] = value
    return f"{reverse('desk:candidates')}?{asked.urlencode()}"
