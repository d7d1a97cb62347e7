"""Back from the server elsewhere: on to the own page, or to the question with which a login is tied for the first time."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from werktop.accounts import strong_logins
from werktop.accounts.commands import as_person, open_with_strong_login, people_of_login
from werktop.audit.refusals import NotVisible, Refusal
from werktop.portal.own_frame import let_in
from werktop.portal.strong import not_let_in, remember


def page(request: Any) -> HttpResponse:
    """Answers only what this browser asked: the state is in its session, once."""
    if not strong_logins.is_offered():
        raise NotVisible()
    try:
        mark = strong_logins.who_came_back(request)
    except Refusal as refusal:
        return not_let_in(request, refusal)
    people = people_of_login(mark)
    if len(people) == 1:
        ((kind, person),) = people
        token = open_with_strong_login(
            actor=as_person(kind, person), at=request.at, subject_mark=mark, own_page_id=person.pk
        )
        return let_in(request, token)
    return remember(request, redirect("portal:which" if people else "portal:pair"), mark)
