"""Choosing guests: a suggestion that says why, ticked beforehand; filters; a colleague decides."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import ngettext

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import KeyReused, NotVisible, Refusal

from ..commands.guests import choose_guests
from ..commands.inviting import choose_and_invite
from ..formats import entrepreneurs_wanted
from ..models import Gathering, GuestKind
from ..queries.answers import answers_among
from ..queries.bringing import gathering_of_who_chooses, to_invite, who_can_bring
from ..queries.fitting import fitting_candidates, with_reasons
from ..queries.fitting_entrepreneurs import fitting_entrepreneurs
from ..queries.gatherings import can_edit
from ..queries.scene import Wanted, scene_of
from ..queries.tables import tables_with_hosts
from ..queries.who_sees import sees_guests
from ..refusals import TooManyTicksToKeep
from .changed_ticks import TICKED, UNTICKED, ChangedTicks, changed_before, changed_on_page, packed
from .guest_filters import CandidateFilter, EntrepreneurFilter, OwnCandidateFilter
from .invite_guests import tell_invited
from .ways_words import ELSEWHERE, invited_in_words, ways_of_chosen, ways_of_people, ways_to_count
from .words import frame_of

ASKED_MOST = 5
"""So many colleagues are named who may choose candidates."""
LEAST, MOST = 25, 120
"""People on a page: at least and at most."""


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """GET suggests; POST puts who is ticked on the list, and with `then=invite` invites everyone on it. What only looks
    further ("show" with these filters, "clear" them, another "page") keeps who is ticked. Another organisation of the
    region brings and invites the own candidates here."""
    gathering = gathering_of_who_chooses(request.actor, gathering_id, is_looking=request.method != "POST")
    if request.method != "POST":
        return _suggested(request, gathering)
    if request.POST.get("then") in ("show", "clear") or "page" in request.POST:
        return _looked_further(request, gathering)
    return _chosen(request, gathering)


def _looked_further(request: Any, gathering: Gathering) -> HttpResponse:
    """To the address of what is asked for, with what was ticked and unticked by hand. Saves nothing."""
    changed = _changed(request)
    try:
        kept = changed.as_parameters()
    except TooManyTicksToKeep as refusal:
        return _suggested(request, gathering, changed=changed, refusal=refusal)
    asked = QueryDict(mutable=True)
    if "page" in request.POST:
        asked.update(request.GET)
        asked["page"] = request.POST["page"]
    else:
        names = CandidateFilter.base_fields if request.POST.get("then") == "show" else ("kind",)
        asked.update({name: request.POST[name] for name in names if request.POST.get(name)})
    for name in (TICKED, UNTICKED):
        asked.pop(name, None)
    asked.update(kept)
    url = reverse("gatherings:choose_guests", kwargs={"gathering_id": gathering.pk})
    return redirect(f"{url}?{asked.urlencode()}")


def _changed(request: Any) -> ChangedTicks:
    return changed_on_page(request.POST, [*_keys(request, "candidate"), *_keys(request, "entrepreneur")])


def _chosen(request: Any, gathering: Gathering) -> HttpResponse:
    is_invite = request.POST.get("then") == "invite"
    seekers, firms = _keys(request, "candidate"), _keys(request, "entrepreneur")
    asked = {
        "actor": request.actor,
        "at": request.at,
        "key": request.request_key,
        "gathering_id": gathering.pk,
        "candidate_ids": seekers,
        "entrepreneur_ids": firms,
    }
    try:
        if is_invite:
            tell_invited(request, choose_and_invite(**asked))
            return redirect("gatherings:gathering", gathering_id=gathering.pk)
        added = choose_guests(**asked)["added"]
    except Refusal as refusal:
        if refusal.status != 409:
            raise
        if isinstance(refusal, KeyReused):
            request.request_key = None
        return _suggested(request, gathering, changed=_changed(request), refusal=refusal)
    text = ngettext(
        "%(count)s gast staat erbij op de lijst.", "%(count)s gasten staan erbij op de lijst.", added
    )
    messages.success(request, text % {"count": added})
    if firms and not seekers:
        url = reverse("gatherings:choose_guests", kwargs={"gathering_id": gathering.pk})
        return redirect(f"{url}?kind=candidate")
    return redirect("gatherings:guests", gathering_id=gathering.pk)


def _keys(request: Any, name: str) -> list[UUID]:
    try:
        return [UUID(key) for key in request.POST.getlist(name)]
    except ValueError:
        raise NotVisible() from None


def _suggested(
    request: Any, gathering: Gathering, *, changed: ChangedTicks | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    """The suggestion, with what was changed by hand. After a refusal (`changed`) who was ticked is ticked; nobody else
    is. Who was ticked by hand and is not in this part of the list stands above it."""
    is_suggesting, changed = changed is None, changed or changed_before(request.GET)
    tables = tables_with_hosts(gathering)
    scene = scene_of(gathering, tables)
    answers = answers_among(scene.guests)
    seats = entrepreneurs_wanted(gathering, sum(not t.is_closed for t in tables))
    need = {
        GuestKind.ENTREPRENEUR.value: max(0, seats - _asked(answers[GuestKind.ENTREPRENEUR])),
        GuestKind.CANDIDATE.value: max(0, gathering.candidates_wanted - _asked(answers[GuestKind.CANDIDATE])),
    }
    kind = request.GET.get("kind", "")
    is_bringing = not can_edit(request.actor, gathering)
    if is_bringing:
        kind = GuestKind.CANDIDATE
    elif kind not in GuestKind.values:
        kind = GuestKind.ENTREPRENEUR if need[GuestKind.ENTREPRENEUR] else GuestKind.CANDIDATE
    is_candidate = kind == GuestKind.CANDIDATE
    # plans gatherings and sees no files: a colleague who does chooses the candidates
    is_not_for_me = is_candidate and not request.actor.can("see_candidates")
    narrowed = OwnCandidateFilter if is_bringing else CandidateFilter if is_candidate else EntrepreneurFilter
    form = narrowed({**request.GET.dict(), "kind": kind}, words=scene.words)
    find = fitting_candidates if is_candidate else fitting_entrepreneurs
    wanted = form.wanted()
    found = find(request.actor, scene, wanted, at=request.at)
    shown = Paginator(found, min(MOST, max(LEAST, need[kind]))).get_page(request.GET.get("page"))
    everybody = Wanted(whose="own" if is_bringing else "all")
    if changed.ticked - {f.id for f in found}:
        found_at_all = find(request.actor, scene, everybody, at=request.at)
    else:
        found_at_all = found
    above = [f for f in found_at_all if f.id in changed.ticked - {s.id for s in shown}]
    listed = [*above, *shown]
    rows = (
        with_reasons(listed, scene, at=request.at, is_naming=sees_guests(request.actor, gathering))
        if is_candidate
        else listed
    )
    suggested: set[UUID] = set()
    # a name that was searched for finds who is meant; the suggestion ticks nobody then
    if is_suggesting and shown.number == 1 and not wanted.words.strip():
        free = [f.id for f in shown if not f.elsewhere]
        suggested = set(free[: need[kind]]) - changed.ticked - changed.unticked
    ticked = suggested | changed.ticked
    request.shown_people.append(("candidate", [r.id for r in rows if is_candidate and r.name]))
    on_list = sum(a.chosen for a in answers.values())
    ways = ways_of_people(gathering, kind, [r.id for r in rows if r.name], request.at)
    base = ways_of_chosen(to_invite(request.actor, gathering, scene.guests), gathering, request.at)
    now = base + Counter(ways.get(r.id, ELSEWHERE) for r in rows if r.id in ticked)
    told = [{"fit": r, "is_ticked": r.id in ticked, "way": ways.get(r.id, ELSEWHERE)} for r in rows]
    return render(
        request,
        "gatherings/choose_guests.html",
        {
            "form": form,
            "is_not_for_me": is_not_for_me,
            "is_bringing": is_bringing,
            **_whom_to_ask(request.actor, gathering, is_not_for_me=is_not_for_me),
            "kind": kind,
            "is_candidate": is_candidate,
            "page": shown,
            "above": told[: len(above)],
            "rows": told[len(above) :],
            "suggested": packed(suggested),
            "unticked": packed(changed.unticked),
            "invited": invited_in_words(now),
            "ways": ways_to_count(base),
            "count": len(found),
            "need": need[kind],
            "refusal": refusal,
            "on_list": on_list,
            "is_filtered": any(request.GET.get(name) for name in form.fields if name != "kind"),
            "has_entrepreneurs": bool(gathering.entrepreneurs_per_table) and not is_bringing,
            "kinds": _kinds(gathering, kind),
        }
        | frame_of(request.actor, gathering, request.at),
    )


def _whom_to_ask(viewer: Actor, gathering: Gathering, *, is_not_for_me: bool) -> dict[str, Any]:
    """Who chooses the candidates where the viewer cannot: colleagues with files or, where the own organisation has none,
    the organisations of the region that can bring theirs."""
    if not is_not_for_me:
        return {}
    if viewer.can("see_whole_names"):
        return {"whom_to_ask": accounts.colleagues_of(viewer, "relationship_manager")[:ASKED_MOST]}
    return {"others_bring": True, "who_can_bring": who_can_bring(gathering)}


def _asked(told: Any) -> int:
    return int(told.chosen + told.yes + told.open + told.waiting)


def _kinds(gathering: Gathering, kind: str) -> list[dict[str, Any]]:
    url = reverse("gatherings:choose_guests", kwargs={"gathering_id": gathering.pk})
    labels = {
        GuestKind.ENTREPRENEUR.value: _now("Ondernemers"),
        GuestKind.CANDIDATE.value: _now("Kandidaten"),
    }
    return [
        {"label": label, "url": f"{url}?kind={key}", "is_current": key == kind}
        for key, label in labels.items()
        if key == GuestKind.CANDIDATE or gathering.entrepreneurs_per_table
    ]
