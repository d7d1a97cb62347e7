"""Who is with several organisations chooses whose page to open: the same person, by the same strong login."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from werktop.accounts.commands import as_person, open_with_strong_login, people_of_login
from werktop.audit.refusals import NotVisible
from werktop.portal.own_frame import let_in
from werktop.portal.strong import forget, logged_in_here
from werktop.regions import queries as regions


def page(request: Any) -> HttpResponse:
    """GET names the organisations; POST opens one."""
    mark = logged_in_here(request)
    people = people_of_login(mark) if mark else []
    if not people:
        return redirect("portal:way_in")
    if request.method == "POST":
        chosen = next((each for each in people if str(each[1].pk) == request.POST.get("page", "")), None)
        if chosen is None:
            raise NotVisible()
        kind, person = chosen
        token = open_with_strong_login(
            actor=as_person(kind, person), at=request.at, subject_mark=mark, own_page_id=person.pk
        )
        return forget(let_in(request, token))
    pages = [
        {"key": person.pk, "name": regions.organisation_by_id(person.organisation_id).name}
        for _kind, person in people
    ]
    return render(request, "portal/which.html", {"pages": pages})
