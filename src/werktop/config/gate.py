"""The page gate: nothing is shown or changed that the permission table does not allow.

The last middleware. It decides who is there, looks the URL up in the table, lets a GET read only, takes the
request key of a POST, answers refusals in words, and writes each view of a person to the processing log before
the page goes out. What is not in the table is refused.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError, connection, transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
)
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation

from werktop.accounts import own_pages
from werktop.accounts import queries as accounts
from werktop.accounts.standing_in import acting_for
from werktop.audit import clock
from werktop.audit.actors import NOBODY, Actor
from werktop.audit.commands import log_personal_views
from werktop.audit.keys import key_in
from werktop.audit.merging import stands_for
from werktop.audit.refusals import NotAllowed, NotVisible, Refusal
from werktop.candidates import queries as candidates
from werktop.ui.addresses import came_from

from .permissions import TABLE, Entry
from .permissions.entries import OWN, OWN_FIRM, OWN_STRONG, PUBLIC, STAFF
from .typed import logged_out, typed_words

log = logging.getLogger("werktop.gate")
View = Callable[..., HttpResponseBase]
SHOWS_NOBODY = (403, 404, 405)
A_SENTENCE = 4
"""So many words are not typed again in a moment."""
WAY_IN, OWN_HOME = "portal:way_in", "portal:own"
OWN_HOMES = {OWN: OWN_HOME, OWN_FIRM: "portal:own_firm"}
"""Where who is on the own page begins, a candidate and an entrepreneur."""


class PageGate:
    """Middleware; put it last, so that everything before it (session, language, CSRF) has happened."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.at = clock.now()  # type: ignore[attr-defined]
        request.actor = NOBODY  # type: ignore[attr-defined]
        request.request_key = None  # type: ignore[attr-defined]
        request.shown_people = []  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.actor != NOBODY and not response.has_header("Cache-Control"):  # type: ignore[attr-defined]
            # neither "back" after logging out nor a proxy on the way shows again what was meant for one reader
            response["Cache-Control"] = "no-store"
        return response

    def process_view(
        self, request: Any, view: View, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Run the view inside the rules, or answer in its place."""
        name = request.resolver_match.view_name
        entry = TABLE.get(name)
        if entry is None:
            log.error("URL %r is not in the permission table", name)
            return _page(request, "403")
        method = "GET" if request.method == "HEAD" else request.method
        if method not in entry.methods:
            return _not_this_way(request, entry, method)
        if entry.stands_alone:
            return view(request, *args, **kwargs)
        try:
            request.actor = self._actor(request, entry, kwargs)
            _in_the_words_of_the_message(request)
            refused = self._refused(request, entry, method)
            if refused is not None:
                return refused
            if method == "GET" and not entry.is_elsewhere:
                response = self._read_only(request, view, args, kwargs)
            else:
                response = view(request, *args, **kwargs)
                _rendered(response)
            return self._logged(request, entry, kwargs, name, response)
        except NotVisible:
            return _brought_together(request, kwargs) or _page(request, "404")
        except NotAllowed:
            # the page says to whom to turn
            return _page(request, "403")
        except Refusal as refusal:
            return _page(request, str(refusal.status), refusal=refusal)

    def _actor(self, request: Any, entry: Entry, kwargs: dict[str, Any]) -> Actor:
        if entry.link:
            from werktop.post import links

            return links.actor_of(kwargs["token"], purpose=entry.link, at=request.at)
        if entry.own:
            token = request.COOKIES.get(own_pages.COOKIE, "")
            request.own_session = own_pages.session_of(token, at=request.at)
            actor = own_pages.actor_in(request.own_session)
            if entry.own_link and actor != NOBODY:
                purpose, keyword = entry.own_link
                return replace(actor, link_purpose=purpose, link_about_id=kwargs[keyword])
            return actor
        if request.user.is_authenticated:
            chosen = request.session.get("organisation_id")
            return _standing_in(request, accounts.actor_of(request.user, UUID(chosen) if chosen else None))
        return NOBODY

    def _refused(self, request: Any, entry: Entry, method: str) -> HttpResponseBase | None:
        need, actor = entry.methods[method], request.actor
        if entry.own:
            if not actor.can(need):
                door = _own_door(request, actor, need)
                if method == "POST" and typed_words(request):
                    return logged_out(request, door=door, is_own=True)
                return redirect(door)
        elif need != PUBLIC:
            if actor.kind != "staff":
                if request.user.is_authenticated:  # an account without a membership
                    return _page(request, "403")
                # a piece of a page that asks by itself: the page to log in is no answer to put in its place
                if method == "GET" and "HX-Request" not in request.headers:
                    return redirect_to_login(request.get_full_path())
                return logged_out(request, door=settings.LOGIN_URL)
            if need != STAFF and not actor.can(need):
                return _page(request, "403")
        if method not in ("GET",) and method not in entry.keyless:
            request.request_key = key_in(
                request.POST.get("request_key") or request.headers.get("Request-Key")
            )
            if request.request_key is None:
                return _page(request, "400")
        return None

    def _read_only(
        self, request: Any, view: View, args: list[Any], kwargs: dict[str, Any]
    ) -> HttpResponseBase:
        # PostgreSQL itself refuses a write here: a GET changes no business row
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
            response = view(request, *args, **kwargs)
            _rendered(response)
        return response

    def _logged(
        self, request: Any, entry: Entry, kwargs: dict[str, Any], name: str, response: HttpResponseBase
    ) -> HttpResponseBase:
        seen = list(request.shown_people)
        # a form that comes back with what is wrong (400, 409, 422) shows the person as much as the first time
        if (
            entry.personal
            and not 300 <= response.status_code < 400
            and response.status_code not in SHOWS_NOBODY
        ):
            kind, keyword = entry.personal
            seen.append((kind, [kwargs[keyword]]))
        try:
            log_personal_views(actor=request.actor, at=request.at, page=name, seen=_by_whose_they_are(seen))
        except DatabaseError:
            # a view that cannot be accounted for does not go out
            log.exception("the processing log could not be written")
            return _page(request, "503")
        return response


def _own_door(request: Any, actor: Actor, need: str) -> str:
    """Where somebody goes on who is not on the own page (any more), or not with a strong login. `NotVisible` where the page is of
    the other kind of person; the address that one remembers leads everybody to the own one."""
    home = next((page for capability, page in OWN_HOMES.items() if actor.can(capability)), WAY_IN)
    is_too_weak = need == OWN_STRONG and actor.can(OWN)
    if home == WAY_IN or is_too_weak or request.resolver_match.view_name == OWN_HOME:
        return home
    raise NotVisible()


def _standing_in(request: Any, actor: Actor) -> Actor:
    """The same colleague, who chose to do the work of one who is away: as long as that runs, which is asked every time."""
    chosen = request.session.get("acts_for")
    if not chosen:
        return actor
    acting = acting_for(actor, UUID(chosen), request.at)
    if acting is None:
        del request.session["acts_for"]
    return acting or actor


def _by_whose_they_are(
    seen: list[tuple[str, list[UUID]]],
) -> list[tuple[str, UUID | None, list[UUID]]]:
    """People by the organisation that answers for them, so that it can read who looked: a line for each."""
    keys = [key for kind, ids in seen if kind == "candidate" for key in ids]
    whose = candidates.organisations_of(keys) if keys else {}
    found: dict[tuple[str, UUID | None], dict[UUID, None]] = {}
    for kind, ids in seen:
        for key in ids:
            found.setdefault((kind, whose.get(key)), {})[key] = None
    return [(kind, organisation_id, list(people)) for (kind, organisation_id), people in found.items()]


def _brought_together(request: Any, kwargs: dict[str, Any]) -> HttpResponseBase | None:
    """An address of somebody who was brought together with another leads to that page, with what was sent (307); for who sees
    such people alone."""
    for kind in ("candidate", "employer", "entrepreneur"):
        key = kwargs.get(f"{kind}_id")
        kept_id = stands_for(kind, key, request.actor) if key and request.actor.kind == "staff" else None
        if kept_id:
            address = reverse(request.resolver_match.view_name, kwargs=kwargs | {f"{kind}_id": kept_id})
            query = request.META.get("QUERY_STRING", "")
            return HttpResponseRedirect(f"{address}?{query}" if query else address, preserve_request=True)
    return None


def _rendered(response: HttpResponseBase) -> None:
    if hasattr(response, "render") and callable(response.render):
        response.render()


def _in_the_words_of_the_message(request: Any) -> None:
    """A guest's page speaks the language of the message that led to it, until the guest chooses another."""
    if request.actor.link_language and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(request.actor.link_language)
        request.LANGUAGE_CODE = translation.get_language()


def _not_this_way(request: HttpRequest, entry: Entry, method: str) -> HttpResponse:
    """405. Who opens the address of a button (a bookmark, a reload after the network fell away) reads what it is."""
    if method != "GET":
        return HttpResponseNotAllowed(list(entry.methods))
    response = render(request, "ui/errors/405.html", {"is_guest": bool(entry.link)}, status=405)
    response["Allow"] = ", ".join(entry.methods)
    return response


def _page(request: HttpRequest, status: str, refusal: Refusal | None = None) -> HttpResponse:
    # back to the page it came from, with the refusal in words; a form's own page shows refusals itself. What is more than a word
    # or two is shown here instead: on the page it came from it would be gone
    typed = typed_words(request) if request.method == "POST" else []
    back = came_from(request) if request.method == "POST" and status == "409" else ""
    if refusal is not None and back and all(len(words.split()) < A_SENTENCE for words in typed):
        messages.error(request, str(refusal.text))
        return HttpResponse(status=303, headers={"Location": back})
    template = (
        "ui/errors/link.html"
        if request.resolver_match and "token" in request.resolver_match.kwargs
        else f"ui/errors/{status}.html"
    )
    entry = TABLE.get(request.resolver_match.view_name) if request.resolver_match else None
    again_url = reverse(entry.again) if entry and entry.again else ""
    organisation = getattr(refusal, "organisation", None)
    context = {
        "refusal": refusal,
        "typed": typed,
        "back_url": back,
        "again_url": again_url,
        "organisation": organisation,
        "organisation_name": organisation.name if organisation else "",
    }
    return render(request, template, context, status=int(status))
