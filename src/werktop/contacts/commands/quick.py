"""A quick note: what was read in one sentence, and accepted, is saved in one go; and taken back in one."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.keys import new_key
from werktop.candidates import queries as candidates
from werktop.candidates.commands import note_talents_seen, take_back_talents_seen
from werktop.contacts.models import ContactMoment, Reminder
from werktop.contacts.refusals import NothingToSave
from werktop.employers.commands import note_opening, take_back_openings

from .moments import note_contact, take_back
from .reminding import add_reminder

MAKERS: dict[str, Any] = {"contact": note_contact, "opening": note_opening, "reminder": add_reminder}


@command(about="quick_note")
def save_quick_note(*, actor: Actor, at: datetime, chips: list[dict[str, Any]]) -> dict[str, Any]:
    """Save the chips that a colleague accepted, all or none.

    A chip is a dict with `kind` and the arguments of what it becomes: "contact" (`note_contact`), "opening"
    (`employers.note_opening`), "reminder" (`add_reminder`), "competency" (`candidate_id`, `term_id`). Refuses
    `NothingToSave` and what those refuse. Returns `note_id`, by which all of it is found, how many `contacts`, `openings` and
    `reminders` were made, and `talents`: new ones, as pairs of keys, for `take_back_quick_note`.
    """
    actor.require("edit_candidates")
    if not chips:
        raise NothingToSave()
    note_id, talents = new_key(), []
    counts = dict.fromkeys(MAKERS, 0)
    for chip in chips:
        kind, facts = chip["kind"], {name: value for name, value in chip.items() if name != "kind"}
        if kind == "competency":
            talents += _note_talent(actor, at, **facts)
        else:
            MAKERS[kind](actor=actor, at=at, note_id=note_id, **facts)
            counts[kind] += 1
    tell(count=len(chips))
    return {
        "note_id": note_id,
        "contacts": counts["contact"],
        "openings": counts["opening"],
        "reminders": counts["reminder"],
        "talents": talents,
    }


@command(about="quick_note")
def take_back_quick_note(
    *, actor: Actor, at: datetime, quick_note_id: UUID, talents: list[list[UUID]]
) -> None:
    """It was saved by mistake: the moments, reminders and openings of this quick note go, and the `talents` that it brought. Of
    another organisation it finds nothing; doing it again changes nothing."""
    actor.require("edit_candidates")
    own: dict[str, Any] = {"note_id": quick_note_id, "organisation_id": actor.organisation_id}
    for moment in ContactMoment.objects.select_for_update().filter(**own).order_by("id"):
        take_back(actor, at, moment)
    for reminder in Reminder.objects.select_for_update().filter(**own).order_by("id"):
        erase(reminder)
    take_back_openings(actor=actor, at=at, note_id=quick_note_id)
    for candidate_id, term_id in talents:
        take_back_talents_seen(actor=actor, at=at, candidate_id=candidate_id, term_ids=[term_id])


def _note_talent(actor: Actor, at: datetime, candidate_id: UUID, term_id: UUID) -> list[list[UUID]]:
    # a row of the region would do for the table screen; here it is a file of the own organisation
    candidates.candidate_for(actor, candidate_id)
    new = note_talents_seen(
        actor=actor, at=at, candidate_id=candidate_id, term_ids=[term_id], seen="colleague"
    )
    return [[candidate_id, term_id]] if new else []
