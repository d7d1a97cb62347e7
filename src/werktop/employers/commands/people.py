"""The people of a firm who sit at the table, and whom they know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import ErasureReason, erase, hold_around
from werktop.audit.refusals import NotVisible
from werktop.audit.running import end_all_with, stop_all_with
from werktop.audit.versions import refuse_changed
from werktop.employers.erasing import erase_questions_of
from werktop.employers.models import Employer, Entrepreneur, KnownFirm
from werktop.employers.queries.versions import person_facts_of
from werktop.post.erasing import erase_messages
from werktop.post.readdressing import let_messages_follow

from .facts import checked_person, tidied_employer
from .turns import end_turns_of

MOST_WORDS = 2000
"""Characters of what an entrepreneur says about work."""


@command(about="entrepreneur")
def add_entrepreneur(
    *, actor: Actor, at: datetime, employer_id: UUID, known_firms: Iterable[str] = (), **facts: Any
) -> UUID:
    """One more person of an employer. Only by the responsible organisation. Returns the entrepreneur's key."""
    actor.require("edit_employers")
    employer = Employer.objects.select_for_update().filter(pk=employer_id).first()
    if employer is None or not _is_responsible(actor, employer):
        raise NotVisible()
    person = Entrepreneur.objects.create(employer=employer, **checked_person(facts))
    set_known_firms(person, known_firms)
    return person.pk


@command(about="entrepreneur")
def change_entrepreneur(
    *,
    actor: Actor,
    at: datetime,
    entrepreneur_id: UUID,
    known_firms: Iterable[str] | None = None,
    version: str = "",
    **facts: Any,
) -> int:
    """Change these facts of an entrepreneur; what is not named stays. `known_firms`, where given, are all there are.

    Messages that wait go to the new address, and links that went to the old one open nothing any more: returns how
    many. `is_active=False`: no longer takes part, and what still runs ends. Only by the responsible organisation.
    `ChangedMeanwhile` where somebody else changed what `version` saw (`queries.entrepreneur_version`).
    """
    actor.require("edit_employers")
    if facts.get("is_active") is False:
        hold_around("employers.Entrepreneur", [entrepreneur_id])
    person = person_to_edit(actor, entrepreneur_id)
    took_part, had = person.is_active, (person.email, person.phone)
    if version:
        refuse_changed(version, person_facts_of(person))
    for name, value in checked_person({"first_name": person.first_name, **facts}).items():
        setattr(person, name, value)
    person.save()
    closed = 0
    if (person.email, person.phone) != had:
        closed = let_messages_follow(actor=actor, at=at, to_kind="entrepreneur", person=person, had=had)
    if known_firms is not None:
        set_known_firms(person, known_firms)
    if took_part and not person.is_active:
        stop_all_with(actor, person, at)
        end_turns_of(person, at)
    return closed


@command(about="entrepreneur")
def erase_entrepreneur(*, actor: Actor, at: datetime, entrepreneur_id: UUID, reason: str) -> None:
    """Erase a person of a firm for good: the row, all that hangs on it in every room, history, messages and links.

    The firm stays. Who counted on a talk with this person is told that it does not go on.
    The trail keeps plain keys and the reason (a value of `ErasureReason`). Cannot be undone.
    """
    actor.require("edit_employers")
    tell(reason=ErasureReason(reason).value)
    hold_around("employers.Entrepreneur", [entrepreneur_id])
    person = person_to_edit(actor, entrepreneur_id)
    end_all_with(actor, person, at)
    for key in erase_questions_of(person):
        erase_messages(actor=actor, at=at, to_kind="asker", to_id=key, about_ids=[key])
    gone = erase(person)
    erase_messages(
        actor=actor,
        at=at,
        to_kind="entrepreneur",
        to_id=entrepreneur_id,
        about_ids=list(chain.from_iterable(gone.values())),
    )


def person_to_edit(actor: Actor, entrepreneur_id: UUID) -> Entrepreneur:
    """The entrepreneur, locked, if the actor's organisation is responsible for the firm; else `NotVisible`."""
    person = (
        Entrepreneur.objects.select_for_update(of=("self",))
        .select_related("employer")
        .filter(pk=entrepreneur_id)
        .first()
    )
    if person is None or not _is_responsible(actor, person.employer):
        raise NotVisible()
    return person


@command(about="entrepreneur")
def say_what_work_there_may_be(*, actor: Actor, at: datetime, entrepreneur_id: UUID, words: str) -> None:
    """An entrepreneur says on the own link what work there may be at the firm, in any form: the firm's words from
    now on (what it said before stays in the history). Nothing said leaves everything as it was.

    Only about the own firm; for others `NotVisible`.
    """
    employer = (
        Employer.objects.select_for_update(of=("self",)).filter(entrepreneurs__pk=entrepreneur_id).first()
    )
    if employer is None or (actor.kind, actor.id) != ("entrepreneur", entrepreneur_id):
        raise NotVisible()
    said = tidied_employer({"looks_for": words})["looks_for"][:MOST_WORDS]
    if said and said != employer.looks_for:
        employer.looks_for = said
        employer.save(update_fields=["looks_for"])


def set_known_firms(person: Entrepreneur, names: Iterable[str]) -> None:
    """Exactly these firms; each is tied to the region's employer of that name where there is one."""
    wanted = {" ".join(n.split())[:120]: None for n in names if n.strip()}
    person.known_firms.exclude(firm_name__in=wanted).delete()
    there = set(person.known_firms.values_list("firm_name", flat=True))
    known = {
        name.lower(): key
        for name, key in Employer.objects.filter(region_id=person.employer.region_id)
        .exclude(pk=person.employer_id)
        .values_list("name", "id")
    }
    KnownFirm.objects.bulk_create(
        KnownFirm(entrepreneur=person, firm_name=name, employer_id=known.get(name.lower()))
        for name in wanted
        if name not in there
    )


def _is_responsible(actor: Actor, employer: Employer) -> bool:
    return actor.kind == "system" or actor.organisation_id == employer.organisation_id
