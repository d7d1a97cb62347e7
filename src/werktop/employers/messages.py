"""What who asked something hears: that it came in and who calls by when, and who the one contact person is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor
from werktop.employers.models import EmployerQuestion
from werktop.post.recipients import recipient_of
from werktop.post.telling import tell_guest
from werktop.regions import queries as regions

TIME_ZONE = "Europe/Amsterdam"
KIND = "asker"


def askers_by_id(keys: Iterable[UUID]) -> dict[UUID, Any]:
    """Who asked, by the key of the question: as the post needs them. One query."""
    return {row.pk: row for row in EmployerQuestion.objects.filter(pk__in=list(keys))}


def tell_it_came_in(*, actor: Actor, at: datetime, row: EmployerQuestion) -> bool:
    """By e-mail, else by SMS to a mobile number; who left another number is called. Call it inside a command."""
    text = "employers/messages/came_in"
    return _tell(actor, at, row, text, _("Uw vraag is bij ons"), row.proposed_to)


def tell_who_calls(*, actor: Actor, at: datetime, row: EmployerQuestion) -> bool:
    """The same, once somebody took it."""
    text = "employers/messages/contact_person"
    return _tell(actor, at, row, text, _("Uw contactpersoon"), row.taken_by)


def _tell(actor: Actor, at: datetime, row: EmployerQuestion, text: str, subject: Any, colleague: Any) -> bool:
    house = regions.organisation_by_id(row.organisation_id)
    return tell_guest(
        actor=actor,
        at=at,
        organisation=house,
        to=recipient_of(KIND, row),
        time_zone=TIME_ZONE,
        subject=subject,
        text=text,
        context={
            # what a stranger typed is not sent on under our name
            "who": row.who if row.is_from_somebody_known else "",
            "words": row.words if row.is_from_somebody_known else "",
            "colleague": colleague,
            "number": (colleague.phone if colleague else "") or house.phone,
            "due_at": row.due_at,
        },
        about_kind="employer_question",
        about_id=row.pk,
        purpose=text.rpartition("/")[2],
    )
