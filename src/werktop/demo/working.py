"""How colleagues of the demo work together: who is away and who stands in, views of the list that they kept, and the domains of
life that their organisation asks."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from werktop.accounts import commands as accounts
from werktop.accounts import queries as account_queries
from werktop.audit.actors import Actor
from werktop.candidates import commands as candidates
from werktop.candidates import queries
from werktop.contacts import commands as contacts
from werktop.desk.commands import save_view

from .wanting import DOMAINS

AWAY = 6
"""Candidates of the colleague who is away."""
VIEWS = (
    ("Lang niet gesproken", "unspoken=6", False),
    ("Ochtend, op de fiets", "daypart=morning&by=bicycle", True),
    ("Spreekt Arabisch", "lang=ar", True),
)
"""Of each: its name, what it asks, and whether colleagues see it."""


def ask_life_domains(*, at: datetime, admin: Actor) -> None:
    """One organisation asks some; the others none."""
    said = {
        "ground": "Participatiewet art. 7; AVG art. 6 lid 1 onder e",
        "advised_by": "Ineke Vos, functionaris gegevensbescherming",
        "advised_date": timezone.localdate(at) - timedelta(days=30),
    }
    candidates.use_life_domains(
        actor=admin, at=at, organisation_id=admin.organisation_id, domains=dict.fromkeys(DOMAINS, said)
    )


def work_together(*, at: datetime, marieke: Actor, karim: Actor, lead: Actor) -> None:
    """A colleague is away and Marieke stands in; later she is away herself, and Karim does."""
    today = timezone.localdate(at)
    beside = account_queries.colleagues_of(marieke, account_queries.Role.RELATIONSHIP_MANAGER)
    absent = beside.exclude(pk__in=[marieke.id, karim.id])[0]
    free = queries.found_candidates(marieke, queries.Filters()).filter(assigned_to=None).order_by("id")
    people = list(free[100 : 100 + AWAY])
    candidates.assign_candidates(
        actor=marieke, at=at - timedelta(days=40),
        candidate_ids=[each.pk for each in people], to_id=absent.pk,
    )  # fmt: skip
    contacts.add_reminder(
        actor=marieke, at=at - timedelta(days=4), what="vraag of de busreis lukt", due_date=today, owner_id=absent.pk,
        candidate_ids=[people[0].pk],
    )  # fmt: skip
    for absent_id, stand_in, first, last in (
        (absent.pk, marieke.id, -1, 6),
        (marieke.id, karim.id, 13, 17),
    ):
        accounts.set_stand_in(
            actor=lead, at=at - timedelta(days=2), account_id=absent_id, stand_in_ids=[stand_in],
            from_date=today + timedelta(days=first), until_date=today + timedelta(days=last),
        )  # fmt: skip
    for name, asked, is_shared in VIEWS:
        save_view(actor=marieke, at=at - timedelta(days=9), name=name, asked=asked, is_shared=is_shared)
