"""A quick note: what was read in one sentence, and accepted, is saved in one go; and taken back in one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.keys import new_key
from werktop.audit.refusals import Refusal
from werktop.audit.versions import changed_since_made
from werktop.candidates import queries as candidates
from werktop.candidates.commands import note_talents_seen, take_back_talents_seen
from werktop.contacts.models import ContactMoment, Reminder
from werktop.contacts.refusals import NothingToSave
from werktop.employers.commands import note_chance, take_back_chances
from werktop.work_profiles.commands import note_work_profile, take_back_work_profiles

from .moments import hold_people_of, note_contact, take_back
from .picture import TOLD, note_told, take_back_told
from .reminding import add_reminder
from .visits import became_of_first


def _note_chance(*, change: str, **facts: Any) -> UUID:
    return note_chance(kind=change, **facts)


MAKERS: dict[str, Any] = {
    "contact": note_contact,
    "opening": note_work_profile,
    "chance": _note_chance,
    "reminder": add_reminder,
}


@contextmanager
def _of_chip(number: int) -> Iterator[None]:
    """What is refused is said of this chip."""
    try:
        yield
    except Refusal as said:
        said.number = number
        raise


@command(about="quick_note")
def save_quick_note(
    *, actor: Actor, at: datetime, chips: list[dict[str, Any]], visit_id: UUID | None = None
) -> dict[str, Any]:
    """Save the chips that a colleague accepted, all or none. Noted from a planned visit (`visit_id`), the first contact with that
    firm is what the visit became.

    A chip is a dict with `kind` and the arguments of what it becomes: "contact" (`note_contact`), "opening"
    (`work_profiles.note_work_profile`), "chance" (`employers.note_chance`, its kind as `change`), "reminder" (`add_reminder`),
    "competency" (`candidate_id`, `term_id`), and "wish", "certificate", "need", "step" and "adjustment" (`candidate_id` and
    `facts`, as `candidates.note_part` takes them). Refuses `NothingToSave` and what those refuse, with the `number` of the chip.
    Returns `note_id`, by which all of it is found, how many `contacts`, `openings`, `chances` and `reminders` were made, and for
    `take_back_quick_note` `talents`: new ones, as pairs of keys, and `parts` of the picture.
    """
    actor.require("edit_candidates")
    if not chips:
        raise NothingToSave()
    hold_people_of(
        candidate_ids=_keys_in(chips, "candidate_id") | _keys_in(chips, "about_id"),
        entrepreneur_ids=_keys_in(chips, "entrepreneur_id"),
    )
    note_id, talents, parts = new_key(), list[Any](), list[Any]()
    counts, contacts = dict.fromkeys(MAKERS, 0), list[UUID]()
    for number, chip in enumerate(chips):
        kind, facts = chip["kind"], {name: value for name, value in chip.items() if name != "kind"}
        with _of_chip(number):
            if kind == "competency":
                talents += _note_talent(actor, at, **facts)
            elif kind in TOLD:
                parts.append(note_told(actor, at, kind, facts["candidate_id"], **facts["facts"]))
            else:
                made = MAKERS[kind](actor=actor, at=at, note_id=note_id, **facts)
                counts[kind] += 1
                if kind == "contact" and facts.get("is_reached", True):
                    contacts.append(made)
    if visit_id and contacts:
        became_of_first(actor, at, visit_id, contacts)
    tell(count=len(chips))
    return {
        "note_id": note_id,
        "contacts": counts["contact"],
        "openings": counts["opening"],
        "chances": counts["chance"],
        "reminders": counts["reminder"],
        "talents": talents,
        "parts": parts,
    }


@command(about="quick_note")
def take_back_quick_note(
    *,
    actor: Actor,
    at: datetime,
    quick_note_id: UUID,
    talents: list[list[UUID]],
    parts: Collection[list[Any]] = (),
) -> dict[str, int]:
    """It was saved by mistake: the moments, reminders and openings of this quick note go, and the `talents` and the `parts` of
    a picture that it brought. What somebody changed after it was saved stays, as what was noted of somebody whose file
    became part of another: returns how many of each do. Of another organisation it finds nothing; doing it again, or after the
    person was erased, changes nothing."""
    actor.require("edit_candidates")
    own: dict[str, Any] = {"note_id": quick_note_id, "organisation_id": actor.organisation_id}
    moments, reminders = ContactMoment.objects.filter(**own), Reminder.objects.filter(**own)
    hold_people_of(moments, reminders, candidate_ids=_whose(talents, parts))
    stays = {"contacts": 0, "openings": 0, "chances": 0, "reminders": 0, "talents": 0}
    made = list(moments.select_for_update().order_by("id"))
    promised = list(reminders.select_for_update().order_by("id"))
    changed = changed_since_made(ContactMoment, [row.pk for row in made], child="people")
    changed |= changed_since_made(Reminder, [row.pk for row in promised], child="people")
    for moment in made:
        if moment.pk not in changed:
            take_back(actor, at, moment)
    for reminder in promised:
        if reminder.pk not in changed:
            erase(reminder)
    stays["contacts"] = sum(row.pk in changed for row in made)
    stays["reminders"] = sum(row.pk in changed for row in promised)
    stays["openings"] = take_back_work_profiles(actor=actor, at=at, note_id=quick_note_id)
    stays["chances"] = take_back_chances(actor=actor, at=at, note_id=quick_note_id)
    gone = candidates.gone_among(actor, _whose(talents, parts))
    stays["talents"] = sum(gone.get(candidate_id, False) for candidate_id, _term in talents)
    for candidate_id, term_id in talents:
        if candidate_id in gone:
            continue
        stays["talents"] += take_back_talents_seen(
            actor=actor, at=at, candidate_id=candidate_id, term_ids=[term_id]
        )
    stays["parts"] = sum(gone.get(UUID(part[0]), False) for part in parts)
    stays["parts"] += take_back_told(actor, at, [part for part in parts if UUID(part[0]) not in gone])
    tell(stays=sum(stays.values()))
    return stays


def _whose(talents: list[list[UUID]], parts: Collection[list[Any]]) -> list[UUID]:
    """Of whom something was noted."""
    return [candidate_id for candidate_id, _term in talents] + [UUID(part[0]) for part in parts]


def _keys_in(chips: list[dict[str, Any]], name: str) -> set[UUID]:
    """The keys that the chips hold under this name, alone or several."""
    alone = {chip[name] for chip in chips if chip.get(name)}
    return alone | {key for chip in chips for key in chip.get(f"{name}s") or ()}


def _note_talent(actor: Actor, at: datetime, candidate_id: UUID, term_id: UUID) -> list[list[UUID]]:
    # a row of the region would do for the table screen; here it is a file of the own organisation
    candidates.candidate_for(actor, candidate_id)
    new = note_talents_seen(
        actor=actor, at=at, candidate_id=candidate_id, term_ids=[term_id], seen="colleague"
    )
    return [[candidate_id, term_id]] if new else []
