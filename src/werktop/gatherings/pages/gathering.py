"""Voor: who comes, who has not answered, what to expect, what is lacking, the tables."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.catalogue.choices import Language

from ..formats import chairs_for, rounds_are_too_long
from ..models import Gathering, GatheringStatus, GuestKind
from ..moments import moment_of, prepares_in_time
from ..over import has_ended
from ..queries.bringing import brought_to, can_bring, to_invite
from ..queries.calls import hearing_of, open_calls
from ..queries.cockpit import Cockpit, cockpit_of
from ..queries.gatherings import can_edit, gathering_for
from ..queries.hearing import invited_too_late
from ..queries.needs import TRAVEL
from ..queries.others_to_tell import others_to_tell
from ..queries.reminding import awaits_new_day, can_be_reminded, is_due, remind_from, written_to_at
from ..queries.tables import host_at
from ..queries.who_sees import sees_guests
from .calls_words import calls_in_groups
from .remedies import links_of
from .ticks import unpacked
from .ways_words import ways_in_words, ways_of_chosen
from .words import frame_of

NAMED = 6


def page(request: Any, gathering_id: UUID) -> HttpResponse:
    """The cockpit before a gathering; names only for who may see the guest list."""
    gathering = gathering_for(request.actor, gathering_id)
    if gathering.status == GatheringStatus.CANCELLED:
        return _cancelled(request, gathering)
    cockpit = cockpit_of(request.actor, gathering, request.at)
    calls = open_calls(request.actor, gathering, cockpit.guests) if cockpit.can_see_guests else []
    called = [c.guest.candidate_id for c in calls if c.guest.candidate_id and c.guest.is_named]
    request.shown_people.append(("candidate", list({*cockpit.shown_ids, *called})))
    chosen = to_invite(request.actor, gathering, cockpit.guests)
    # of what is over nothing is still to come: who said yes, and no more
    is_over = has_ended(gathering, request.at)
    open_tables = [t for t in cockpit.tables if not t.is_closed]
    can_edit_it, late = can_edit(request.actor, gathering), invited_too_late(cockpit.guests, gathering)
    return render(
        request,
        "gatherings/gathering.html",
        {
            "cockpit": cockpit,
            "call_groups": calls_in_groups(calls, is_cancelled=False),
            "others": others_to_tell(request.actor, gathering, request.at)
            if gathering.firm_news_at and not is_over
            else None,
            "can_edit": can_edit_it,
            "sees_idea": request.actor.can("see_employers"),
            "late": [r for r in cockpit.unanswered if r.id in late and (can_edit_it or r.is_own)],
            "is_over": is_over,
            "sides": [_side(cockpit, kind, len(open_tables), is_over=is_over) for kind in _kinds(gathering)],
            "is_hidden": any(cockpit.hidden.values()),
            "nobody_yet": not any(a.invited or a.chosen for a in cockpit.answers.values()),
            "can_note_arranged": request.actor.can("plan_gatherings"),
            "travel": _travel(cockpit.asking, unpacked(request.GET.get("paid", "")), is_over=is_over),
            "asking": [r for r in cockpit.asking if not _asks_nothing_yet(r)],
            "later": [r for r in cockpit.asking if _asks_nothing_yet(r)],
            "can_bring": can_bring(request.actor, gathering) and not is_over,
            "brought": brought_to(request.actor, gathering, cockpit.guests),
            "chosen": len(chosen),
            "invited_ways": ways_in_words(ways_of_chosen(chosen, gathering, request.at)) if chosen else "",
            "waits": _waits(cockpit, request.at),
            "shortages": []
            if is_over
            else [(each, links_of(gathering.pk, each)) for each in cockpit.shortages],
            "tables": [_table(t) for t in cockpit.tables],
            "is_too_long": not is_over and rounds_are_too_long(gathering),
            "too_late": [
                each
                for each in ([gathering] if gathering.prepares_for else cockpit.preparations)
                if not prepares_in_time(each) and each.status == GatheringStatus.PREPARING
            ],
            "preparations": [{"gathering": p, "when": moment_of(p)} for p in cockpit.preparations],
            "main_when": moment_of(gathering.prepares_for, is_inside=True) if gathering.prepares_for else "",
        }
        | frame_of(request.actor, gathering, request.at),
    )


def _cancelled(request: Any, gathering: Gathering) -> HttpResponse:
    """What is left of a gathering that does not go on: who hears it and how, and whom to call."""
    hearing = hearing_of(request.actor, gathering) if sees_guests(request.actor, gathering) else None
    if hearing:
        request.shown_people.append(("candidate", hearing.shown_ids))
    return render(
        request,
        "gatherings/cancelled.html",
        {
            "hearing": hearing,
            "can_note_firm": can_edit(request.actor, gathering),
            "others": others_to_tell(request.actor, gathering, gathering.cancelled_at or request.at),
            "call_groups": calls_in_groups(hearing.calls if hearing else [], is_cancelled=True),
        }
        | frame_of(request.actor, gathering, request.at),
    )


def _kinds(gathering: Any) -> list[str]:
    return [k for k in GuestKind.values if k == GuestKind.CANDIDATE or gathering.entrepreneurs_per_table]


def _side(cockpit: Cockpit, kind: str, tables: int, *, is_over: bool) -> dict[str, Any]:
    """One kind of guest: who comes, the picture of the answers, what to expect. What the viewer may not know is left out;
    together it is a rest of the picture, where that is not small."""
    told, expected, hidden = cockpit.answers[kind], cockpit.expected[kind], cockpit.hidden[kind]
    is_candidate = kind == GuestKind.CANDIDATE
    coming = (
        ngettext("%(count)s kandidaat", "%(count)s kandidaten", told.yes)
        if is_candidate
        else ngettext("%(count)s ondernemer", "%(count)s ondernemers", told.yes)
    ) % {"count": told.yes}
    parts = [
        ("yes", "yes", told.yes, ngettext("komt", "komen", told.yes)),
        ("open", "open", told.open, _("nog geen antwoord")),
        ("waiting", "rest", told.waiting, ngettext("wacht", "wachten", told.waiting)),
        ("no", "no", told.no, ngettext("kan niet", "kunnen niet", told.no)),
    ]
    if is_over:
        parts = [
            ("yes", "yes", told.yes, ngettext("zei ja", "zeiden ja", told.yes)),
            ("open", "open", told.open, _("geen antwoord")),
            ("waiting", "rest", told.waiting, ngettext("wachtte", "wachtten", told.waiting)),
            ("no", "no", told.no, ngettext("kon niet", "konden niet", told.no)),
        ]
    comes = parts[0][3]
    shown = [(tone, count, words) for code, tone, count, words in parts if code not in hidden]
    rest = told.invited - sum(count for _tone, count, _words in shown)
    if hidden and rest:
        shown.append(("rest", rest, _("een ander antwoord, of geen")))
    return {
        "kind": kind,
        "is_candidate": is_candidate,
        "told": told,
        "coming": "" if "yes" in hidden else coming,
        "comes": comes,
        "has_invited": bool(told.invited) and "invited" not in hidden,
        # without these two the picture would show what the words leave out
        "parts": [] if hidden & {"yes", "invited"} else [p for p in shown if p[1] or p[0] == "yes"],
        "label": ", ".join(f"{count} {words}" for _tone, count, words in shown),
        "unconfirmed": 0 if "unconfirmed" in hidden else told.unconfirmed,
        "expected": None if hidden & {"yes", "open"} else expected,
        "chairs": chairs_for(cockpit.gathering, kind, tables),
    }


def _waits(cockpit: Cockpit, at: datetime) -> dict[str, Any]:
    """Who has not answered: some by name, whom to remind (or from when on) and whom to call."""
    rows = cockpit.unanswered
    named = [r for r in rows if r.is_named]
    names = [r.first_name for r in named[:NAMED]]
    more = len(rows) - len(names)
    to_call = [r for r in named if r.is_to_call]
    starts_at = cockpit.gathering.starts_at
    silent = [(written_to_at(g) or at, g) for g in cockpit.guests if can_be_reminded(g)]
    due = [guest for written_at, guest in silent if is_due(written_at, starts_at, at)]
    moments = [moment for written_at, _guest in silent if (moment := remind_from(written_at, starts_at))]
    if more and names:
        words = ngettext(
            "%(names)s en %(more)s ander hebben nog niet geantwoord.",
            "%(names)s en %(more)s anderen hebben nog niet geantwoord.",
            more,
        ) % {"names": ", ".join(names), "more": more}
    elif len(names) > 1:
        words = _("%(names)s en %(last)s hebben nog niet geantwoord.") % {
            "names": ", ".join(names[:-1]),
            "last": names[-1],
        }
    elif names:
        words = _("%(name)s heeft nog niet geantwoord.") % {"name": names[0]}
    else:
        words = ngettext(
            "%(count)s gast heeft nog niet geantwoord.", "%(count)s gasten hebben nog niet geantwoord.", more
        ) % {"count": more}
    return {
        "rows": rows,
        "words": words if rows else "",
        "unconfirmed": sum(awaits_new_day(g) for g in cockpit.guests),
        "crowd": [{"name": r.name, "kind": r.kind, "key": str(r.id)} for r in named],
        "to_remind": len(due),
        "due_again": sum(awaits_new_day(guest) for guest in due),
        "remind_from": min((moment for moment in moments if moment > at), default=None),
        # no reminder comes before the gathering any more
        "is_too_late_to_remind": bool(silent) and not due and not any(moment > at for moment in moments),
        "to_call": to_call,
        "call_words": _("Bel %(names)s") % {"names": ", ".join(r.first_name for r in to_call[:3])}
        + (f" +{len(to_call) - 3}" if len(to_call) > 3 else ""),
    }


def _asks_nothing_yet(row: Any) -> bool:
    """Whether this guest needs no more than the travel costs, which are paid on the day."""
    return set(row.needs) == {TRAVEL} and not row.to_tick


def _travel(asking: list[Any], just_paid: Collection[UUID], *, is_over: bool) -> dict[str, Any]:
    """Whose journeys one tap notes as paid (`open`) and one takes back (`paid`: those of the tap before), where these are more
    than one; and whether some are to be paid that cannot be ticked yet (`is_later`)."""
    ticks = {row.id: is_paid for row in asking for name, *_words, is_paid in row.to_tick if name == TRAVEL}
    still = [key for key, is_paid in ticks.items() if not is_paid]
    paid = [key for key, is_paid in ticks.items() if is_paid and key in just_paid]
    return {
        "open": still if len(still) > 1 else [],
        "paid": paid if len(paid) > 1 else [],
        "is_later": not is_over and any(TRAVEL in row.needs and row.id not in ticks for row in asking),
    }


def _table(table: Any) -> dict[str, Any]:
    host = host_at(table)
    return {
        "number": table.number,
        "host": host.account.first_name if host else "",
        "languages": [Language(code).label for code in table.languages if code != "nl"],
        "is_step_free": table.is_step_free,
        "is_closed": table.is_closed,
    }
