"""Placements of the demo: two people work at the firm whose entrepreneur has an own page, a third begins elsewhere, a fourth went
on to other work."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.employers import queries as employers
from werktop.placements import commands

from .logins import ENTREPRENEUR


def place(*, at: datetime, marieke: Actor, karim: Actor) -> None:
    """Of candidates of Marieke, one handed to Karim."""
    people = employers.entrepreneurs_in_region(marieke)
    known = people.get(email=ENTREPRENEUR)
    other = people.exclude(employer_id=known.employer_id).order_by("id")[0]
    mine = candidates.found_candidates(marieke, candidates.Filters(is_mine=True)).order_by("-id")
    objecting = candidates.not_to_be_proposed(mine.values_list("pk", flat=True))
    first, second, third, fourth = [each for each in mine if each.pk not in objecting][:4]
    _placed(at, marieke, first.pk, known, 41, what="inpakken en klaarzetten", work_form="regular", week_minutes=1440,
            footing="regular")  # fmt: skip
    key = _placed(at, marieke, second.pk, known, 13, what="schoonmaak van de hal", work_form="work_experience",
                  week_minutes=960, footing="keeps_benefit", expected_end_date=at.date() + timedelta(days=78),
                  takes_no_paid_work=True, leave_given=True)  # fmt: skip
    commands.give_placement(actor=marieke, at=at - timedelta(days=6), placement_id=key, account_id=_of(karim))
    _placed(at, marieke, third.pk, other, -13, what="hulp in het magazijn", work_form="trial", week_minutes=1200,
            expected_end_date=_monday(at, -13) + timedelta(days=53), takes_no_paid_work=True, leave_given=True)  # fmt: skip
    ended = _placed(
        at, marieke, fourth.pk, other, 160, what="broodjes smeren", work_form="regular", week_minutes=1200
    )
    commands.end_placement(
        actor=marieke, at=at - timedelta(days=20), placement_id=ended,
        ended_date=_monday(at, 27), reason="elsewhere",
    )  # fmt: skip


def _placed(at: datetime, actor: Actor, candidate_id: UUID, person: Any, days: int, **facts: Any) -> UUID:
    """At the firm of this person, from the Monday of so many days ago on; noted that day, or now where it is still to come."""
    return commands.note_placement(
        actor=actor, at=at - timedelta(days=max(days, 0)), candidate_id=candidate_id, employer_id=person.employer_id,
        entrepreneur_id=person.pk, started_date=_monday(at, days), **facts,
    )  # fmt: skip


def _monday(at: datetime, days: int) -> date:
    day = at.date() - timedelta(days=days)
    return day - timedelta(days=day.weekday())


def _of(actor: Actor) -> UUID:
    assert actor.id is not None
    return actor.id
