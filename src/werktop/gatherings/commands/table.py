"""What the host notes at the table: one tap, or a whole form, and never twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypedDict
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.clock import is_within_reach
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.catalogue import queries as catalogue
from werktop.gatherings.agreed import AGREED_WORDS, codes_in
from werktop.gatherings.day_refusals import (
    DayIsOver,
    DayNotRunning,
    NotAtThisTable,
    TableHandedOver,
    TapUnclear,
)
from werktop.gatherings.models import (
    Agreement,
    Click,
    Gathering,
    GatheringStatus,
    Guest,
    GuestKind,
    Seat,
    Table,
    TalentSeen,
    TalkOnQuestion,
)
from werktop.gatherings.models.day import ClickSource
from werktop.gatherings.queries.day import may_lead
from werktop.gatherings.queries.table import hosted_until, may_record, table_for

from .day import pass_on_talents

LATE_TAPS = timedelta(days=7)
"""How long after the end a device that had no network may still hand in its taps."""


class Tap(TypedDict):
    """One tap. `what`: "klik" (`other` is the entrepreneur's guest key), "talent" (a term's key) or an agreement's
    code (`other` is the entrepreneur's guest key). `is_on` False takes it back.
    """

    what: str
    candidate: UUID
    other: UUID
    is_on: bool


@command(about="table")
def record_table(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    table_id: UUID,
    taps: Sequence[Tap],
    tapped_at: datetime | None = None,
) -> int:
    """Note what was tapped at a table, in order; gives how many taps changed something.

    `tapped_at` is the device's time, for taps that waited for a network; it is never taken later than `at`, and a clock
    that is years off (`is_within_reach`) counts as none.
    A tap says what is so, not "the other way round": the same tap twice is the same as once. A host notes for the
    own table only (`NotVisible`); the colleagues who lead the day for any. Who hosted the table before may still send what was
    tapped until then, and nothing later (`TableHandedOver`). A tap on a pair records both directions,
    except for a guest who answered for himself. Refuses all taps together, with the reason, where one is not right.
    """
    gathering, table = table_for(actor, gathering_id, pk=table_id)
    # before what hangs on it: whoever ends the day, or takes a round back, has seen these taps or is waited for
    gathering = Gathering.objects.select_for_update(no_key=True).get(pk=gathering.pk)
    table = Table.objects.select_for_update().get(pk=table.pk)
    if not may_record(actor, gathering, table):
        until = hosted_until(actor, table)
        if until is None:
            raise NotVisible()
        # both in real time, so a clock that is years off says nothing about what came first
        if tapped_at is None or not is_within_reach(tapped_at, until) or tapped_at >= until:
            raise TableHandedOver()
    if gathering.status not in (GatheringStatus.RUNNING, GatheringStatus.FINISHED):
        raise DayNotRunning()
    if at > gathering.ends_at + LATE_TAPS:
        raise DayIsOver()
    noted_at = min(tapped_at, at) if tapped_at and is_within_reach(tapped_at, at) else at
    guests = _guests(gathering, taps)
    if not may_lead(actor, gathering):
        _sat_here(table, list(guests.values()))
    return sum(_note(gathering, guests, tap, noted_at, at) for tap in taps)


def _guests(gathering: Gathering, taps: Sequence[Tap]) -> dict[UUID, Guest]:
    wanted = {tap["candidate"] for tap in taps} | {tap["other"] for tap in taps if tap["what"] != "talent"}
    # in a fixed order, as a guest's own answer locks too
    locked = Guest.objects.select_for_update(no_key=True).filter(gathering=gathering, pk__in=wanted)
    guests = {guest.pk: guest for guest in locked.order_by("pk")}
    for tap in taps:
        candidate, other = guests.get(tap["candidate"]), guests.get(tap["other"])
        if candidate is None or candidate.kind != GuestKind.CANDIDATE:
            raise TapUnclear()
        if tap["what"] == "talent":
            continue
        if tap["what"] not in ("klik", *AGREED_WORDS) or other is None or other.kind == GuestKind.CANDIDATE:
            raise TapUnclear()
    return guests


def _sat_here(table: Table, guests: Sequence[Guest]) -> None:
    # in any plan of this gathering: a tap that waited for a network may be older than the plan in force
    here = set(
        Seat.objects.filter(table=table, guest__in=[g.pk for g in guests]).values_list("guest_id", flat=True)
    )
    if any(guest.pk not in here for guest in guests):
        raise NotAtThisTable()


def _note(
    gathering: Gathering, guests: dict[UUID, Guest], tap: Tap, noted_at: datetime, at: datetime
) -> bool:
    candidate = guests[tap["candidate"]]
    if tap["what"] == "klik":
        return _note_click(gathering, candidate, guests[tap["other"]], tap["is_on"], noted_at)
    if tap["what"] == "talent":
        return _note_talent(gathering, candidate, tap["other"], tap["is_on"], noted_at, at)
    return _note_agreement(gathering, candidate, guests[tap["other"]], tap["what"], tap["is_on"], noted_at)


def _note_click(
    gathering: Gathering, candidate: Guest, entrepreneur: Guest, is_on: bool, noted_at: datetime
) -> bool:
    pair = [candidate, entrepreneur]
    speak_themselves = set(
        TalkOnQuestion.objects.filter(guest__in=pair, answered_at__isnull=False).values_list(
            "guest_id", flat=True
        )
    )
    has_changed = False
    for chooser, chosen in (pair, pair[::-1]):
        if chooser.pk in speak_themselves:
            continue
        there = Click.objects.filter(chooser=chooser, chosen=chosen)
        if is_on:
            _click, is_new = there.get_or_create(
                chooser=chooser,
                chosen=chosen,
                defaults={"gathering": gathering, "source": ClickSource.HOST, "noted_at": noted_at},
            )
            has_changed |= is_new
        else:
            # a tap that waited on another device does not undo what was noted after it
            gone = there.filter(source=ClickSource.HOST, noted_at__lte=noted_at).delete()[0]
            has_changed |= gone > 0
    return has_changed


def _note_talent(
    gathering: Gathering, candidate: Guest, term_id: UUID, is_on: bool, noted_at: datetime, at: datetime
) -> bool:
    if not catalogue.is_shared(term_id):
        raise TapUnclear()
    there = TalentSeen.objects.filter(guest=candidate, term_id=term_id)
    if not is_on:
        return there.filter(noted_at__lte=noted_at).delete()[0] > 0
    _seen, is_new = there.get_or_create(
        guest=candidate, term_id=term_id, defaults={"gathering": gathering, "noted_at": noted_at}
    )
    is_over = gathering.status == GatheringStatus.FINISHED
    # of who was not there the picture stays as it is, until somebody says that they were
    if is_new and is_over and candidate.candidate_id and candidate.arrived_at:
        pass_on_talents(at=at, gathering=gathering, candidate_id=candidate.candidate_id, term_ids=[term_id])
    return is_new


def _note_agreement(
    gathering: Gathering, candidate: Guest, entrepreneur: Guest, code: str, is_on: bool, noted_at: datetime
) -> bool:
    there = (
        Agreement.objects.select_for_update()
        .filter(candidate_guest=candidate, entrepreneur_guest=entrepreneur)
        .first()
    )
    if there is not None and not is_on and there.noted_at > noted_at:
        return False  # a tap that waited on another device does not undo what was noted after it
    before = codes_in(there.words) if there else []
    after = [c for c in AGREED_WORDS if (c in before or c == code) and (is_on or c != code)]
    if after == before:
        return False
    if there is None:
        Agreement.objects.create(
            gathering=gathering,
            candidate_guest=candidate,
            entrepreneur_guest=entrepreneur,
            words=",".join(after),
            noted_at=noted_at,
            left_out_by_candidate_at=_left_out_since(candidate, entrepreneur, noted_at),
            left_out_by_entrepreneur_at=_left_out_since(entrepreneur, candidate, noted_at),
        )
    elif after:
        there.words = ",".join(after)
        there.save(update_fields=["words"])
    else:
        there.delete()
    return True


def _left_out_since(guest: Guest, other: Guest, noted_at: datetime) -> datetime | None:
    """When this guest answered for himself without the other, after the tap that comes in only now (decision 13)."""
    if Click.objects.filter(chooser=guest, chosen=other, source=ClickSource.GUEST).exists():
        return None
    answers = TalkOnQuestion.objects.filter(guest=guest, answered_at__gt=noted_at)
    return answers.values_list("answered_at", flat=True).first()
