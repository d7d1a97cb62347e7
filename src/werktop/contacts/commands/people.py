"""With whom a moment was and whom a reminder is about: checked against what the actor may know."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.candidates import queries as candidates
from werktop.contacts.models import MomentPerson, ReminderPerson, Role
from werktop.employers import queries as employers


@dataclass(frozen=True)
class With:
    """Candidates of the own organisation, entrepreneurs and one employer of the region; and candidates whom the words are about
    and nobody spoke with."""

    candidate_ids: tuple[UUID, ...]
    entrepreneur_ids: tuple[UUID, ...]
    employer_id: UUID | None
    about_ids: tuple[UUID, ...] = ()

    @property
    def is_of_somebody(self) -> bool:
        """Whether the words are about a candidate, too."""
        return bool(self.candidate_ids or self.about_ids)

    @property
    def is_nobody(self) -> bool:
        return not (self.is_of_somebody or self.entrepreneur_ids or self.employer_id)


def checked_with(
    actor: Actor,
    *,
    candidate_ids: Collection[UUID] = (),
    entrepreneur_ids: Collection[UUID] = (),
    employer_id: UUID | None = None,
    about_ids: Collection[UUID] = (),
) -> With:
    """The same people, once each and held until the transaction ends; the firm of the entrepreneurs where all are of one and
    none was named. Who was spoken with is not only spoken about. `NotVisible` where one of them is not the actor's to know."""
    people, partners = tuple(dict.fromkeys(candidate_ids)), tuple(dict.fromkeys(entrepreneur_ids))
    about = tuple(key for key in dict.fromkeys(about_ids) if key not in people)
    if people or about:
        candidates.hold_candidates([*people, *about])
        own = candidates.candidates_visible_to(actor, with_left=True).filter(pk__in=[*people, *about])
        if own.count() != len(people) + len(about):
            raise NotVisible()
    if partners:
        employers.hold_entrepreneurs(partners)
        found = employers.entrepreneurs_by_id(partners)
        firms = {person.employer_id for person in found.values()}
        if len(found) != len(partners) or any(
            person.employer.region_id != actor.region_id for person in found.values()
        ):
            raise NotVisible()
        if employer_id is None and len(firms) == 1:
            (employer_id,) = firms
    if employer_id is not None:
        employers.employer_for(actor, employer_id)
    return With(people, partners, employer_id, about)


def set_people(row: Any, people: With) -> None:
    """Exactly these people on a moment or a reminder."""
    model: Any
    model, of = (
        (MomentPerson, "moment") if row._meta.model_name == "contactmoment" else (ReminderPerson, "reminder")
    )
    there = row.people.all()
    for name, wanted in (
        ("candidate_id", (*people.candidate_ids, *people.about_ids)),
        ("entrepreneur_id", people.entrepreneur_ids),
    ):
        named = there.filter(**{f"{name}__isnull": False})
        named.exclude(**{f"{name}__in": wanted}).delete()
        known = set(named.values_list(name, flat=True))
        if name == "candidate_id" and of == "moment" and known:
            # who became the one from the other keeps the row
            for role, keys in ((Role.ABOUT, people.about_ids), (Role.WITH, people.candidate_ids)):
                named.filter(candidate_id__in=keys).exclude(role=role).update(role=role)
        model.objects.bulk_create(
            model(**{of: row, name: key}, **({"role": Role.ABOUT} if key in people.about_ids else {}))
            for key in wanted
            if key not in known
        )
