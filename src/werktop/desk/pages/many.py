"""Of whom many it is: who is ticked in the list of candidates, or all whom its filters find."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from werktop.candidates import queries as candidates

from ..queries import ListAsked, listed_candidates
from .asked import Asked, asked_in
from .ticks import keep_ticked, ticked

TICKED = "aangevinkt"


@dataclass(frozen=True)
class Many:
    """`found` in the order of the list, `count` of them; `asked` and `query` are what the list was narrowed to, `is_ticked`
    whether these were chosen by hand, `is_measured` whether how many they are would measure another colleague: then nobody is
    found."""

    found: QuerySet[Any]
    count: int
    asked: Asked
    query: ListAsked
    is_ticked: bool
    is_measured: bool

    @property
    def keys(self) -> list[UUID]:
        """The keys of all of them."""
        return list(self.found.order_by("id").values_list("pk", flat=True))

    @property
    def list_url(self) -> str:
        """The list as it was."""
        return f"{reverse('desk:candidates')}?{self.asked.address(alles=1)}"

    def is_confirmed(self, request: Any) -> bool:
        """Whether somebody sent the page about these, and they are as many as it said then."""
        return request.method == "POST" and self.count > 0 and not self._has_changed(request)

    def shown(self, request: Any, template: str, form: Any = None, **facts: Any) -> HttpResponse:
        """The page that says what will happen; once more, and 409, where they are not as many any more or the form is refused."""
        has_changed = self._has_changed(request)
        is_refused = has_changed or bool(form is not None and form.errors)
        facts |= {"many": self, "has_changed": has_changed} | ({} if form is None else {"form": form})
        return render(request, template, facts, status=409 if is_refused else 200)

    def untick(self, request: Any) -> None:
        """It is done with who was ticked: nobody is ticked any more."""
        if self.is_ticked:
            keep_ticked(request, set())

    def _has_changed(self, request: Any) -> bool:
        return request.POST.get("count", str(self.count)) != str(self.count)


def many_of(request: Any) -> Many:
    """Whom the address means, as far as the viewer may see them. Nobody, where how many they are would measure one other colleague:
    of these one ticks whom it is about."""
    asked = asked_in(request.GET)
    query = asked.query(request.actor, request.at)
    is_ticked = request.GET.get("wie") == TICKED
    is_measured = not is_ticked and asked.measures_a_colleague(request.actor)
    if is_ticked:
        filters = candidates.Filters(with_left=True, sort=asked.sort)
        found: QuerySet[Any] = candidates.found_candidates(request.actor, filters).filter(
            pk__in=ticked(request)
        )
    else:
        found = listed_candidates(request.actor, query)
    found = found.none() if is_measured else found
    return Many(found, found.order_by().count(), asked, query, is_ticked, is_measured)
