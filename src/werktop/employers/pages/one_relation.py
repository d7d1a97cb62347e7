"""What the pages about one thing that is known of a firm have in common."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from werktop.audit.refusals import NotVisible
from werktop.employers import queries
from werktop.employers.models import Employer

from .relation_forms import FORMS, PLACES


def employer_to_change(request: Any, employer_id: UUID, kind: str) -> Employer:
    """The employer, for who may change it and where there is such a kind; else `NotVisible`."""
    employer = queries.employer_for(request.actor, employer_id)
    if kind not in FORMS or not queries.can_edit(request.actor, employer):
        raise NotVisible()
    return employer


def place_of(employer_id: UUID, kind: str, *, put_aside: UUID | None = None) -> str:
    """Where on the page of the firm this kind stands; `put_aside` is what the last press took from it."""
    asked = f"?weggehaald={kind}:{put_aside}" if put_aside else ""
    return f"{reverse('employers:employer', args=[employer_id])}{asked}#{PLACES[kind]}"
