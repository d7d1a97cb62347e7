"""A help request is noted, changed, and comes to an end."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.erasure import erase
from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.audit.versions import refuse_changed
from werktop.candidates import queries as candidates
from werktop.candidates.commands import NamesADiagnosis
from werktop.catalogue.suspicions import suspicion_in
from werktop.help_requests.models import OPEN, HelpRequest, State, Topic
from werktop.help_requests.queries.versions import facts_of
from werktop.help_requests.queries.visible import help_requests_visible_to
from werktop.help_requests.refusals import IsClosed, NoOwner, NothingAsked, ReasonIsMissing
from werktop.post.erasing import erase_messages

from .withdrawing import withdraw_all

MOST_DAYS = 731


@command(about="help_request")
def add_help_request(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    topic: str,
    words: str,
    due_date: date,
    owner_id: UUID | None = None,
) -> UUID:
    """What a candidate of the own organisation asks help with, in the own words. `owner_id` (the actor, where it is not said)
    sees to it by `due_date`. Refuses `NothingAsked`, `NamesADiagnosis`, `DayOutOfReach`, `NoOwner`. Returns its key."""
    actor.require("edit_candidates")
    candidates.hold_candidates([candidate_id])
    candidate = candidates.candidate_for(actor, candidate_id)
    row = HelpRequest.objects.create(
        organisation_id=candidate.organisation_id,
        region_id=candidate.region_id,
        candidate=candidate,
        topic=Topic(topic),
        words=plain(words, "words", 400),
        due_date=_day(due_date, at),
        owner_id=_owner(actor, owner_id),
        made_at=at,
    )
    return row.pk


@command(about="help_request")
def change_help_request(
    *,
    actor: Actor,
    at: datetime,
    help_request_id: UUID,
    topic: str,
    words: str,
    due_date: date,
    owner_id: UUID,
    version: str = "",
) -> None:
    """What was noted is put right, another day is chosen, or another colleague sees to it. Refuses as `add_help_request` does,
    and `ChangedMeanwhile`."""
    row = help_request_to_edit(actor, at, help_request_id)
    if version:
        refuse_changed(version, facts_of(row))
    row.topic, row.words, row.due_date = Topic(topic), plain(words, "words", 400), _day(due_date, at)
    if owner_id != row.owner_id:
        row.owner_id = _owner(actor, owner_id)
    row.save()


@command(about="help_request")
def put_off_help(*, actor: Actor, at: datetime, help_request_id: UUID, due_date: date) -> str:
    """It comes back on another day. Returns the day on which it stood, so that it can be put back."""
    row = help_request_to_edit(actor, at, help_request_id)
    was = row.due_date.isoformat()
    row.due_date = _day(due_date, at)
    row.save(update_fields=["due_date"])
    return was


@command(about="help_request")
def start_help(*, actor: Actor, at: datetime, help_request_id: UUID) -> None:
    """Somebody works on it. Saying it again changes nothing."""
    row = help_request_to_edit(actor, at, help_request_id)
    if row.state not in OPEN:
        raise IsClosed()
    row.state = State.RUNNING
    row.save(update_fields=["state"])


@command(about="help_request")
def finish_help(*, actor: Actor, at: datetime, help_request_id: UUID) -> None:
    """It is done: who received it reads it no more. Saying it again changes nothing."""
    _close(actor, at, help_request_to_edit(actor, at, help_request_id), State.DONE)


@command(about="help_request")
def end_help(*, actor: Actor, at: datetime, help_request_id: UUID, reason: str) -> None:
    """It ends without being done; `ReasonIsMissing` without a few words why."""
    row = help_request_to_edit(actor, at, help_request_id)
    said = " ".join(reason.replace("\x00", "").split())[:200]
    if not said:
        raise ReasonIsMissing(field="reason")
    _close(actor, at, row, State.ENDED, plain(said, "reason", 200))


@command(about="help_request")
def reopen_help(*, actor: Actor, at: datetime, help_request_id: UUID) -> None:
    """It was not over after all. What was handed over stays withdrawn: that is asked again."""
    row = help_request_to_edit(actor, at, help_request_id)
    if row.state not in OPEN:
        row.state, row.reason, row.closed_at = State.ASKED, "", None
        row.save(update_fields=["state", "reason", "closed_at"])


@command(about="help_request")
def take_back_help_request(*, actor: Actor, at: datetime, help_request_id: UUID) -> None:
    """It was noted by mistake: it goes, with its history and what was sent about it."""
    row = help_request_to_edit(actor, at, help_request_id)
    withdraw_all(actor=actor, at=at, row=row)
    gone = erase(row)
    for key in gone.get("help_requests.HandOver", []):
        erase_messages(actor=actor, at=at, to_kind="professional", to_id=key, about_ids=[key])


def help_request_to_edit(actor: Actor, at: datetime, help_request_id: UUID) -> HelpRequest:
    """The help request, locked, if the actor may see it; else `NotVisible`. Its candidate is held before it: who erases a person
    comes from that side."""
    actor.require("edit_candidates")
    seen = help_requests_visible_to(actor, at).filter(pk=help_request_id).order_by()
    candidates.hold_candidates(seen.values_list("candidate_id", flat=True))
    row = HelpRequest.objects.select_for_update().filter(pk__in=seen.values("pk")).first()
    if row is None:
        raise NotVisible()
    return row


def plain(words: str, field: str, limit: int) -> str:
    """Words as they are kept: trimmed and not too long. `NothingAsked` where none are left, `NamesADiagnosis` where they say what
    somebody has instead of what is asked."""
    said = words.replace("\x00", "").replace("\r\n", "\n").strip()[:limit]
    if not said:
        raise NothingAsked(field=field)
    if word := suspicion_in(said):
        raise NamesADiagnosis(word, field=field)
    return said


def _close(actor: Actor, at: datetime, row: HelpRequest, state: str, reason: str = "") -> None:
    if row.state not in OPEN:
        return
    row.state, row.reason, row.closed_at = state, reason, at
    row.save(update_fields=["state", "reason", "closed_at"])
    withdraw_all(actor=actor, at=at, row=row)


def _day(day: date, at: datetime) -> date:
    if abs((day - timezone.localdate(at)).days) > MOST_DAYS:
        raise DayOutOfReach(field="due_date")
    return day


def _owner(actor: Actor, account_id: UUID | None) -> UUID | None:
    if account_id is None or account_id in actor.ids:
        # who stands in for a colleague leaves no work of that colleague behind under the own name
        return (account_id or actor.acts_for or actor.id) if actor.kind == "staff" else None
    colleagues = accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER)
    if not colleagues.filter(pk=account_id).exists():
        raise NoOwner(field="owner_id")
    return account_id
