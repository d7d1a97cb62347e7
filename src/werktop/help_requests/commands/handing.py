"""A warm hand-over: to somebody by name, who confirms; until then it stays with the sender."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, Refusal
from werktop.candidates import queries as candidates
from werktop.help_requests.messages import ask_by_mail
from werktop.help_requests.models import CAME_BACK, LIVE, OPEN, Answer, Consent, HandOver, HelpRequest, State
from werktop.help_requests.queries.visible import hand_over_for, received_hand_over_for
from werktop.help_requests.refusals import (
    ConsentIsMissing,
    ConsentIsToCome,
    IsAnswered,
    IsClosed,
    IsNotTakenOver,
    IsReadAlready,
    IsWithSomebody,
    NobodyToAsk,
    TwoReceivers,
    WhyNot,
)

from .asking import help_request_to_edit, plain
from .withdrawing import close_link, withdraw


@command(about="help_request")
def hand_over_help(
    *,
    actor: Actor,
    at: datetime,
    help_request_id: UUID,
    words: str,
    reach: str,
    consent_how: str,
    consent_date: date | None,
    to_account_id: UUID | None = None,
    to_name: str = "",
    to_work: str = "",
    to_email: str = "",
) -> UUID:
    """Ask a relationship manager of the region (`to_account_id`), or a professional elsewhere by e-mail, to take this over.

    `reach` and `words` are all that the receiver reads; the candidate agreed on `consent_date`. Refuses `IsClosed`,
    `IsWithSomebody`, `NobodyToAsk`, `TwoReceivers`, `ConsentIsMissing`, `ConsentIsToCome` and what `add_help_request` refuses
    in words. Returns the key of the hand-over.
    """
    row = help_request_to_edit(actor, at, help_request_id)
    if row.state not in OPEN:
        raise IsClosed()
    if HandOver.objects.filter(help_request=row, state__in=LIVE).exists():
        raise IsWithSomebody()
    handed = HandOver(
        help_request=row,
        words=plain(words, "words", 1000),
        reach=plain(" ".join(reach.split()), "reach", 200),
        consent_how=_how(consent_how),
        consent_date=_agreed_on(consent_date, at),
        sent_by_id=actor.id if actor.kind == "staff" else None,
        sent_at=at,
        **_receiver(actor, to_account_id, to_name, to_work, to_email),
    )
    handed.save()
    ask_by_mail(actor=actor, at=at, row=handed)
    tell(to="colleague" if to_account_id else "elsewhere")
    return handed.pk


@command(about="hand_over")
def answer_hand_over(
    *, actor: Actor, at: datetime, hand_over_id: UUID, is_accepted: bool, answer: str = ""
) -> None:
    """The receiver takes it over, or says in a sentence why not (`WhyNot`). Taken over by a colleague of the own organisation it
    is that colleague's to see to. Saying the same again changes nothing; `IsAnswered` for another answer than was given."""
    shown = received_hand_over_for(actor, hand_over_id)
    request, row = _hold(shown)
    wanted = Answer.ACCEPTED if is_accepted else Answer.DECLINED
    if row.state == wanted:
        return
    if row.state != Answer.WAITING or request.state not in OPEN:
        raise IsAnswered()
    said = " ".join(answer.replace("\x00", "").split())[:300]
    if not is_accepted and not said:
        raise WhyNot(field="answer")
    row.state, row.answer, row.answered_at = wanted, said, at
    row.save(update_fields=["state", "answer", "answered_at"])
    if is_accepted:
        request.state = State.RUNNING
        if row.to_account_id and _is_colleague(request, row.to_account_id):
            request.owner_id = row.to_account_id
        request.save(update_fields=["state", "owner"])


@command(about="hand_over")
def finish_hand_over(*, actor: Actor, at: datetime, hand_over_id: UUID, words: str = "") -> None:
    """Who took it over says that the help is done, with a line for who asked, who goes on from there. Saying it again changes
    nothing; refuses `IsNotTakenOver` and `NamesADiagnosis`."""
    shown = received_hand_over_for(actor, hand_over_id)
    _request, row = _hold(shown)
    if row.state == Answer.DONE:
        return
    if row.state != Answer.ACCEPTED:
        raise IsNotTakenOver()
    said = " ".join(words.replace("\x00", "").split())
    row.state, row.done_at, row.read_at = Answer.DONE, at, None
    row.done_words = plain(said, "done_words", 300) if said else ""
    row.save(update_fields=["state", "done_at", "done_words", "read_at"])


@command(about="hand_over")
def reopen_hand_over(*, actor: Actor, at: datetime, hand_over_id: UUID) -> None:
    """It was not done after all: as long as who asked did not read it, and asked nobody else. Else `IsReadAlready`."""
    shown = received_hand_over_for(actor, hand_over_id)
    request, row = _hold(shown)
    if row.state == Answer.ACCEPTED:
        return
    is_with_another = HandOver.objects.filter(help_request=request, state__in=LIVE).exists()
    if row.state != Answer.DONE or row.read_at or request.state not in OPEN or is_with_another:
        raise IsReadAlready()
    row.state, row.done_at, row.done_words = Answer.ACCEPTED, None, ""
    row.save(update_fields=["state", "done_at", "done_words"])


@command(about="hand_over")
def withdraw_hand_over(*, actor: Actor, at: datetime, hand_over_id: UUID) -> None:
    """It is not asked any more, or not theirs any more: the receiver reads it no longer. Doing it again changes nothing."""
    actor.require("edit_candidates")
    shown = hand_over_for(actor, hand_over_id, at)
    _request, row = _hold(shown)
    if row.state == Answer.ACCEPTED:
        row.state = Answer.WITHDRAWN
        row.save(update_fields=["state"])
    if row.state in (Answer.WAITING, Answer.WITHDRAWN):
        withdraw(actor=actor, at=at, row=row)


@command(about="hand_over")
def note_answer_read(*, actor: Actor, at: datetime, hand_over_id: UUID) -> None:
    """The sender read that it came back: it leaves Today, and the link of who declined or is done opens nothing."""
    actor.require("edit_candidates")
    shown = hand_over_for(actor, hand_over_id, at)
    row = HandOver.objects.select_for_update().get(pk=shown.pk)
    if row.state in CAME_BACK and row.read_at is None:
        row.read_at = at
        row.save(update_fields=["read_at"])
        close_link(actor=actor, at=at, row=row)


def _hold(shown: HandOver) -> tuple[HelpRequest, HandOver]:
    candidates.hold_candidates([shown.help_request.candidate_id])
    request = HelpRequest.objects.select_for_update().filter(pk=shown.help_request_id).first()
    if request is None:
        raise NotVisible()
    return request, HandOver.objects.select_for_update().get(pk=shown.pk)


def receiver_fault(*, to_account_id: UUID | None, to_name: str, to_email: str) -> Refusal | None:
    """What is wrong with who is asked, before a colleague is looked up; None where nothing is."""
    if to_account_id is not None:
        return TwoReceivers(field="to_account_id") if to_name or to_email else None
    try:
        validate_email(to_email)
    except ValidationError:
        return NobodyToAsk(field="to_email" if to_name else "to_account_id")
    return None if to_name else NobodyToAsk(field="to_name")


def _receiver(actor: Actor, account_id: UUID | None, name: str, work: str, email: str) -> dict[str, object]:
    name, work, email = (" ".join(each.replace("\x00", "").split()) for each in (name, work, email))
    if fault := receiver_fault(to_account_id=account_id, to_name=name, to_email=email):
        raise fault
    if account_id is not None:
        found = accounts.colleagues_in_region(actor, accounts.Role.RELATIONSHIP_MANAGER)
        colleague: Any = found.filter(pk=account_id).exclude(pk=actor.id).first()
        if colleague is None:
            raise NobodyToAsk(field="to_account_id")
        return {
            "to_account": colleague,
            "to_organisation_id": colleague.organisation_key,
            "to_name": colleague.name,
            "to_work": colleague.organisation_name[:80],
        }
    return {"to_name": name[:80], "to_work": work[:80], "to_email": email}


def _how(consent_how: str) -> str:
    if consent_how not in Consent.values:
        raise ConsentIsMissing(field="consent_how")
    return consent_how


def _agreed_on(day: date | None, at: datetime) -> date:
    if day is None:
        raise ConsentIsMissing(field="consent_date")
    if day > timezone.localdate(at):
        raise ConsentIsToCome(field="consent_date")
    return day


def _is_colleague(request: HelpRequest, account_id: UUID) -> bool:
    may = accounts.who_may("edit_candidates", [request.organisation_id])
    return (account_id, request.organisation_id) in may
