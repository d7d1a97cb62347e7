"""Changing a gathering: who was asked hears the new time or place, once, by the way that reaches them in time."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.versions import refuse_changed

from .. import host_messages, messages
from ..models import Guest, Reply
from ..moments import day_of
from ..queries.earlier import versions_of
from ..queries.gatherings import gathering_to_edit, gathering_to_rearrange
from ..queries.hearing import keep_for_calls, last_heard
from ..queries.needs import TRAVEL
from ..queries.versions import facts_of
from .calling import note_news_for_firm
from .moved_back import as_before, nothing_new_for
from .planning import FIELDS, check_moments, check_numbers, check_prepares, colleague_of
from .table_count import chairs_of, open_more, open_tables, tables_needed
from .waiting import let_waiting_in


@command(about="gathering")
def change_gathering(
    *, actor: Actor, at: datetime, gathering_id: UUID, version: str = "", **facts: Any
) -> dict[str, int]:
    """Change where, when or how. Who was invited already gets a message with the new place or time and a calendar
    file that replaces the old one, in words that fit the own answer; whose invitation had not left gets one for the new
    moment instead. So does who hosts a table (`host_messages`). Whom no message reaches in time stands on the list of calls
    (`queries.hearing`), and the host employer stands there to be told where none of its people is a guest. On another day a
    yes is asked again: that guest stays expected, and counts as not confirmed until the next answer.

    What is asked as it already was changes nothing: a table closed by hand stays closed, and who waits is let in only
    where chairs come free. Returns how many tables (`tables`) and guests from the waiting list (`came`) came in, how many
    guests get a message (`told`) and hosts are told (`hosts`), and whether day or place changed (`is_moved`, 1 or 0).
    Who has not heard of a move when it is undone is told of neither.
    A preparation stays before its gathering (`PreparationComesTooLate`); where the gathering itself moves, its page says so.
    `ChangedMeanwhile` where somebody else changed what `version` saw (`queries.versions.gathering_version`).
    """
    gathering = gathering_to_rearrange(gathering_to_edit(actor, gathering_id))
    if set(facts) - FIELDS - {"contact_id"}:
        raise TypeError(f"a gathering has no {sorted(set(facts) - FIELDS)}")
    if version:
        refuse_changed(version, facts_of(gathering))
    facts = {name: value for name, value in facts.items() if getattr(gathering, name) != value}
    before = (gathering.starts_at, gathering.ends_at, gathering.place_name, gathering.address)
    chairs, needed = chairs_of(gathering), tables_needed(gathering)
    day = day_of(gathering.starts_at, gathering.time_zone)
    if facts.get("contact_id"):
        colleague_of(actor, facts["contact_id"])
    for name, value in facts.items():
        setattr(gathering, name, value)
    check_moments(gathering.starts_at, gathering.ends_at, at, is_moved=gathering.starts_at != before[0])
    if (gathering.starts_at, gathering.ends_at) != before[:2]:
        check_prepares(gathering)
    check_numbers(gathering)
    is_moved = (gathering.starts_at, gathering.ends_at, gathering.place_name, gathering.address) != before
    # before it is saved: what it is from now on nobody knows
    known = host_messages.last_heard(gathering) if is_moved else {}
    versions = versions_of(gathering) if is_moved else []
    gathering.save()
    now_needed = tables_needed(gathering)
    more = open_more(gathering, min(now_needed - needed, now_needed - open_tables(gathering)))
    told = hosts = 0
    if is_moved:
        note_news_for_firm(gathering, at)
        messages.hold_invitations(gathering)
        unheard = messages.not_told_yet(gathering)
        asked = list(Guest.objects.filter(gathering=gathering, reply__in=messages.ASKED).order_by("id"))
        told_of = [g for g in asked if g.pk not in unheard]
        behind = last_heard(told_of, gathering)
        # moved and moved back before anybody heard: nothing is told
        since = nothing_new_for(told_of, gathering, behind, versions)
        back = [g for g in told_of if g.pk in since]
        as_before(back, since)
        told_of = [g for g in told_of if g.pk not in since]
        is_other_day = day_of(gathering.starts_at, gathering.time_zone) != day
        _note_asked([g for g in asked if g.pk not in since], at, is_other_day=is_other_day)
        if (gathering.starts_at, gathering.ends_at) != before[:2]:
            _arrange_again(asked)
        # who knows of no moment yet goes to none, and is invited to the new one
        fresh = keep_for_calls([g for g in asked if g.pk in unheard], gathering, at)
        written = keep_for_calls(told_of, gathering, at, was=(before[0], before[2]))
        # what waits tells the old place or time; the new message says everything
        messages.withdraw_what_waits(actor=actor, at=at, gathering=gathering)
        coming = [g for g in (*written, *back) if g.reply == Reply.YES]
        was = dict(zip(("starts_at", "ends_at", "place_name", "address"), before, strict=True)) | {
            "is_elsewhere": (gathering.place_name, gathering.address) != before[2:],
        }
        told = messages.tell_all(
            actor=actor,
            at=at,
            gathering=gathering,
            guests=written,
            purpose="changed",
            was={
                guest.pk: was
                | {
                    # who did not hear of the change before this one knows what was before that
                    "starts_at": guest.reckons_with_at,
                    "place_name": guest.reckons_with_place,
                    "is_unheard": guest.pk in behind,
                    "is_other_day": guest.asked_again_at is not None,
                }
                for guest in written
            },
        )
        told += messages.tell_all(actor=actor, at=at, gathering=gathering, guests=fresh, purpose="invitation")
        messages.tell_all(actor=actor, at=at, gathering=gathering, guests=coming, purpose="day_before")
        hosts = host_messages.tell_hosts(
            actor=actor, at=at, gathering=gathering, purpose=host_messages.CHANGED,
            known=dict.fromkeys(host_messages.tasks_at(gathering), was) | dict(known),
        )  # fmt: skip
        tell(told=told)
    came = 0
    if chairs_of(gathering) != chairs:
        came = let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
    return {"tables": more, "came": came, "told": told, "hosts": hosts, "is_moved": int(is_moved)}


def _note_asked(guests: list[Guest], at: datetime, *, is_other_day: bool) -> None:
    """The message asks who has not answered; on another day everybody: a yes was to the old one, of who waits for a chair
    too. No reminder follows at once."""
    for guest in guests:
        if is_other_day or guest.reply == Reply.INVITED:
            guest.asked_again_at = at
    Guest.objects.bulk_update(guests, ["asked_again_at"])


def _arrange_again(guests: list[Guest]) -> None:
    """An interpreter or childcare was arranged for the old hour."""
    moved = [guest for guest in guests if set(guest.arranged) - {TRAVEL}]
    for guest in moved:
        guest.arranged = [name for name in guest.arranged if name == TRAVEL]
    Guest.objects.bulk_update(moved, ["arranged"])
