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
from werktop.audit.keys import every_key_in
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
from ..queries.scene import Fit, Wanted, scene_of
from ..queries.tables import tables_with_hosts
from ..queries.who_sees import sees_guests
from ..refusals import TooManyTicksToKeep
from .guest_filters import CandidateFilter, EntrepreneurFilter, OwnCandidateFilter
from .invite_guests import tell_invited
from .ticks import LONGEST, Ticks, address_with, ticks_in, ticks_on_page
from .ways_words import ELSEWHERE, invited_in_words, ways_of_chosen, ways_of_people, ways_to_count
from .words import frame_of

FINDS = {GuestKind.CANDIDATE.value: fitting_candidates, GuestKind.ENTREPRENEUR.value: fitting_entrepreneurs}
ASKED_MOST = 5
"""So many colleagues are named who may choose candidates."""
LOOKS = ("show", "clear", "untick", "suggest")
"""What `then` says where nothing is saved: these filters, none, nobody of this kind ticked, or anew who fits best."""
LEAST, MOST = 25, 120
"""People on a page: at least and at most."""


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """GET suggests; POST puts who is ticked on the list, and with `then=invite` invites everyone on it. What only looks
    further (`LOOKS`, another "page", or "to" the other kind of guests) keeps who is ticked, suggested or by hand; a kind
    that was shown before gets no new suggestion unless it is asked for. Another organisation of the region brings and
    invites the own candidates here."""
    gathering = gathering_of_who_chooses(request.actor, gathering_id, is_looking=request.method != "POST")
    if request.method != "POST":
        return _suggested(request, gathering)
    if request.POST.get("then") in LOOKS or {"page", "to"} & set(request.POST):
        return _looked_further(request, gathering)
    return _chosen(request, gathering)


def _looked_further(request: Any, gathering: Gathering) -> HttpResponse:
    """To the address of what is asked for, with who is ticked. Saves nothing."""
    sent, ticks = request.POST, _ticks(request)
    then, asked = sent.get("then"), QueryDict(mutable=True)
    if "to" in sent:
        asked["kind"] = sent["to"]
    elif "page" in sent:
        asked.update(request.GET)
        asked["page"] = sent["page"]
    else:
        names = ("kind",) if then == "clear" else CandidateFilter.base_fields | EntrepreneurFilter.base_fields
        asked.update({name: sent[name] for name in names if sent.get(name)})
    if then == "untick":
        ticks[sent.get("kind", "")] = frozenset()
    elif then == "suggest":
        ticks.pop(sent.get("kind", ""), None)
    address = address_with(_url(gathering), asked, ticks)
    if len(address) > LONGEST:
        return _suggested(request, gathering, ticks=ticks, refusal=TooManyTicksToKeep())
    return redirect(address)


def _ticks(request: Any) -> Ticks:
    keys = {kind: _keys(request, kind) for kind in GuestKind.values}
    return ticks_on_page(request.GET, request.POST.get("kind", ""), keys)


def _url(gathering: Gathering) -> str:
    return reverse("gatherings:choose_guests", kwargs={"gathering_id": gathering.pk})


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
        return _suggested(request, gathering, ticks=_ticks(request), refusal=refusal)
    text = ngettext(
        "%(count)s gast staat erbij op de lijst.", "%(count)s gasten staan erbij op de lijst.", added
    )
    messages.success(request, text % {"count": added})
    if firms and not seekers:
        return redirect(f"{_url(gathering)}?kind=candidate")
    return redirect("gatherings:guests", gathering_id=gathering.pk)


def _keys(request: Any, name: str) -> list[UUID]:
    if (keys := every_key_in(request.POST.getlist(name))) is None:
        raise NotVisible()
    return keys


def _suggested(
    request: Any, gathering: Gathering, *, ticks: Ticks | None = None, refusal: Refusal | None = None
) -> HttpResponse:
    """The suggestion, or who was ticked before. Whoever is ticked and is not in this part of the list stands in a fold
    above it, of both kinds."""
    ticks = ticks_in(request.GET) if ticks is None else ticks
    tables = tables_with_hosts(gathering)
    scene = scene_of(gathering, tables)
    answers = answers_among(scene.guests)
    seats = entrepreneurs_wanted(gathering, sum(not t.is_closed for t in tables))
    need = {
        GuestKind.ENTREPRENEUR.value: max(0, seats - _asked(answers[GuestKind.ENTREPRENEUR])),
        GuestKind.CANDIDATE.value: max(0, gathering.candidates_wanted - _asked(answers[GuestKind.CANDIDATE])),
    }
    is_bringing = not can_edit(request.actor, gathering)
    has_entrepreneurs = bool(gathering.entrepreneurs_per_table) and not is_bringing
    kind = request.GET.get("kind", "")
    if is_bringing:
        kind = GuestKind.CANDIDATE
    elif kind not in GuestKind.values:
        kind = GuestKind.ENTREPRENEUR if need[GuestKind.ENTREPRENEUR] else GuestKind.CANDIDATE
    is_candidate = kind == GuestKind.CANDIDATE
    # plans gatherings and sees no files: a colleague who does chooses the candidates
    sees_candidates = request.actor.can("see_candidates")
    is_not_for_me = is_candidate and not sees_candidates
    narrowed = OwnCandidateFilter if is_bringing else CandidateFilter if is_candidate else EntrepreneurFilter
    form = narrowed({**request.GET.dict(), "kind": kind}, words=scene.words)
    wanted = form.wanted()
    found = FINDS[kind](request.actor, scene, wanted, at=request.at)
    shown = Paginator(found, min(MOST, max(LEAST, need[kind]))).get_page(request.GET.get("page"))
    for_viewer = {GuestKind.CANDIDATE: sees_candidates, GuestKind.ENTREPRENEUR: not is_bringing}
    ticks = {each: keys for each, keys in ticks.items() if for_viewer[GuestKind(each)]}
    whoever = Wanted(whose="own" if is_bringing else "all")
    kept: list[Fit] = []
    for each, keys in ticks.items():
        if elsewhere := keys - {f.id for f in shown if each == kind}:
            kept += [
                f for f in FINDS[each](request.actor, scene, whoever, at=request.at) if f.id in elsewhere
            ]
    suggested: set[UUID] = set()
    # a name that was searched for finds who is meant; the suggestion ticks nobody then
    is_found_by_name = bool(wanted.words.strip())
    if kind not in ticks and shown.number == 1 and not is_found_by_name:
        suggested = {f.id for f in [f for f in shown if not f.elsewhere][: need[kind]]}
    ticked = suggested.union(*ticks.values())
    people = [*kept, *shown]
    request.shown_people.append(
        ("candidate", [f.id for f in people if f.name and f.kind == GuestKind.CANDIDATE])
    )
    ways = ways_of_people(gathering, [f for f in people if f.name], request.at)
    base = ways_of_chosen(to_invite(request.actor, gathering, scene.guests), gathering, request.at)
    now = Counter(ways.get(f.id, ELSEWHERE) for f in people if f.id in ticked)
    is_naming = sees_guests(request.actor, gathering)
    told = [
        {"fit": f, "is_ticked": f.id in ticked, "way": ways.get(f.id, ELSEWHERE)}
        for f in with_reasons(people, scene, at=request.at, is_naming=is_naming)
    ]
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
            "kept": told[: len(kept)],
            "kept_in_words": _in_words(Counter(f.kind for f in kept)),
            "rows": told[len(kept) :],
            "has_ticks": any(f.id in ticked for f in people if f.kind == kind),
            "can_suggest": bool(need[kind]) and bool(found) and not is_found_by_name,
            "is_last": is_candidate or not has_entrepreneurs or any(f.kind != kind for f in kept),
            "invited": invited_in_words(now, base),
            "ways": ways_to_count(base),
            "count": len(found),
            "need": need[kind],
            "refusal": refusal,
            "on_list": sum(a.chosen for a in answers.values()),
            "is_filtered": any(request.GET.get(name) for name in form.fields if name != "kind"),
            "has_entrepreneurs": has_entrepreneurs,
            "kinds": _kinds(gathering, kind, ticks),
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


def _in_words(count: Counter[str]) -> str:
    """ "4 ondernemers, 12 kandidaten"; "" for nobody."""
    seekers, firms = count[GuestKind.CANDIDATE], count[GuestKind.ENTREPRENEUR]
    told = (
        ngettext("%(count)s ondernemer", "%(count)s ondernemers", firms) % {"count": firms} if firms else "",
        ngettext("%(count)s kandidaat", "%(count)s kandidaten", seekers) % {"count": seekers}
        if seekers
        else "",
    )
    return ", ".join(filter(None, told))


def _kinds(gathering: Gathering, kind: str, ticks: Ticks) -> list[dict[str, Any]]:
    labels = {
        GuestKind.ENTREPRENEUR.value: _now("Ondernemers"),
        GuestKind.CANDIDATE.value: _now("Kandidaten"),
    }
    return [
        {
            "label": label,
            "url": address_with(_url(gathering), QueryDict(f"kind={key}"), ticks),
            "value": key,
            "is_current": key == kind,
        }
        for key, label in labels.items()
    ]
