"""How it goes for an employer: what the region agreed, and where an organisation differs from that and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible, Refusal
from werktop.audit.versions import ChangedMeanwhile, refuse_changed
from werktop.support.models import Practice
from werktop.support.queries.practices import DAYS, SAID, said_of
from werktop.support.subjects import SUBJECTS

from .amounts import refuse_private

MOST_DAYS = 250
LONGEST = {"who_to_ask": 200, "form": 200, "own_rule": 300, "contact": 200, "reason": 300}


class SubjectIsUnknown(Refusal):
    text = _("Kies een regeling of stap uit de lijst.")


class NothingIsSaid(Refusal):
    text = _("Vul ten minste één vraag in.")


class ReasonIsMissing(Refusal):
    text = _("Schrijf op waarom jullie het anders doen. Werkgevers en collega's lezen dat.")


class DaysAreOutside(Refusal):
    text = _("Vul 0 tot 250 werkdagen in.")


@command(about="practice")
def set_agreement(*, actor: Actor, at: datetime, about: str, said: dict[str, Any], version: str = "") -> UUID:
    """What the region agreed about an instrument or a step (`SUBJECTS`); `said` has the facts of `SAID`. Any administrator of a
    public body in the region may; who did stands in the history. Returns its key. Refuses `SubjectIsUnknown`, `NothingIsSaid`,
    `DaysAreOutside`, `OnlyPublicBodies` and `ChangedMeanwhile`."""
    _require(actor)
    refuse_private(actor)
    return _write(actor, at, about, None, said | {"reason": ""}, version)


@command(about="practice")
def set_difference(
    *, actor: Actor, at: datetime, about: str, said: dict[str, Any], version: str = ""
) -> UUID:
    """Where the actor's own organisation differs from the agreement; what is left empty is as agreed. Refuses as
    `set_agreement` does, and `ReasonIsMissing`."""
    _require(actor)
    if not str(said.get("reason", "")).strip():
        raise ReasonIsMissing(field="reason")
    return _write(actor, at, about, actor.organisation_id, said, version)


@command(about="practice")
def end_difference(*, actor: Actor, at: datetime, practice_id: UUID) -> None:
    """The organisation does as was agreed again; what it did before stays in the history."""
    _own_difference(actor, practice_id, at, is_active=False)


@command(about="practice")
def restore_difference(*, actor: Actor, at: datetime, practice_id: UUID) -> None:
    """The difference counts again, as it was."""
    _own_difference(actor, practice_id, at, is_active=True)


def _require(actor: Actor) -> None:
    actor.require("manage_organisation")
    if actor.organisation_id is None:
        raise NotVisible()


def _write(
    actor: Actor, at: datetime, about: str, organisation_id: Any, said: dict[str, Any], version: str
) -> UUID:
    if about not in SUBJECTS:
        raise SubjectIsUnknown()
    for name in DAYS:
        days = said.get(name)
        if days is not None and not 0 <= days <= MOST_DAYS:
            raise DaysAreOutside(field=name)
    facts = {
        name: said.get(name)
        if name in DAYS
        else " ".join(str(said.get(name, "")).replace("\x00", "").split())
        for name in SAID
    }
    if all(value in ("", None) for name, value in facts.items() if name != "reason"):
        raise NothingIsSaid(field="who_to_ask")
    there = Practice.objects.select_for_update().filter(
        region_id=actor.region_id, organisation_id=organisation_id, about=about
    )
    row = there.first()
    refuse_changed(version, said_of(row))
    if row is None:
        row = Practice(region_id=actor.region_id, organisation_id=organisation_id, about=about)
    for name, value in facts.items():
        setattr(row, name, value[: LONGEST[name]] if isinstance(value, str) else value)
    row.is_active, row.set_at = True, at
    row.set_by_id = actor.id if actor.kind == "staff" else None
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as fault:  # two noted the first one at once
        if "one_practice_for_each_subject" in str(fault):
            raise ChangedMeanwhile(SAID) from fault
        raise
    return row.pk


def _own_difference(actor: Actor, practice_id: UUID, at: datetime, *, is_active: bool) -> None:
    _require(actor)
    rows = Practice.objects.select_for_update()
    row = rows.filter(pk=practice_id, organisation_id=actor.organisation_id).first()
    if row is None:
        raise NotVisible()
    row.is_active, row.set_at = is_active, at
    row.set_by_id = actor.id if actor.kind == "staff" else None
    row.save()
