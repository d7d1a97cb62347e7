"""Who is in the demo twice: candidates and a firm that a colleague typed once more, each with another kind of slip, and two who
are only called alike."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from werktop.audit.actors import Actor
from werktop.candidates import commands as candidates
from werktop.candidates import queries
from werktop.employers import commands as employer_commands
from werktop.employers import queries as employers


def note_twice(*, at: datetime, marieke: Actor) -> None:
    """The pages of likely doubles show them."""
    found = queries.found_candidates(marieke, queries.Filters()).order_by("id")
    phoned = [each for each in found.exclude(phone="")[:60] if each.email][:12]
    for person, facts in zip(phoned[3:], _slips(phoned[3:]), strict=False):
        typed = {"postcode": person.postcode, "assigned_to_id": marieke.id} | facts
        candidates.add_candidate(actor=marieke, at=at - timedelta(days=3), **typed)
    firms = employers.employers_in_region(marieke).filter(organisation_id=marieke.organisation_id)
    firm = firms.order_by("id")[2]
    employer_commands.add_employer(
        actor=marieke, at=at - timedelta(days=3), name=f"{firm.name} B.V.", sector=firm.sector,
        postcode=f"{firm.postcode[:4]} ZX", place=firm.place,
        entrepreneur={"first_name": "Lieke", "last_name": "Dam", "phone": "0344 000 777", "languages": ["nl"]},
    )  # fmt: skip


def _slips(people: list[Any]) -> tuple[dict[str, str], ...]:
    """How each of the first six was typed once more: a letter for a name, a slip of the finger, two names after a wedding, the
    names changed round, another name at the same address, and a namesake who is somebody else."""
    initial, slip, married, turned, called, namesake = people[:6]
    return (
        {"first_name": f"{initial.first_name[0]}.", "last_name": initial.last_name, "phone": initial.phone},
        {"first_name": slip.first_name, "last_name": _doubled(slip.last_name), "phone": "0344 000 701"},
        {
            "first_name": married.first_name,
            "last_name": f"{married.last_name}-Vergeer",
            "phone": "0344 000 702",
        },
        {"first_name": turned.last_name, "last_name": turned.first_name, "phone": "0344 000 703"},
        {"first_name": "Toos", "last_name": "Vergeer", "email": called.email, "phone": "0344 000 704"},
        {
            "first_name": namesake.first_name,
            "last_name": namesake.last_name,
            "email": "een.ander@post.example",
            "postcode": f"{namesake.postcode[:4]} ZX",
        },
    )


def _doubled(name: str) -> str:
    """The name with its last letter twice, as a finger that stays too long."""
    return f"{name}{name[-1]}"
