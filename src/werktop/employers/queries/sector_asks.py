"""What firms of a sector ask of people."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count

from werktop.audit.actors import Actor
from werktop.catalogue import queries as catalogue
from werktop.employers.models import EmployerTerm

from .visible import employers_in_region

MOST = 60


def words_asked_in_sector(viewer: Actor, sector: str) -> dict[UUID, int]:
    """By key of a word that is matched on: at how many employers of this sector in the region it is asked; those asked most
    alone. One query."""
    if not sector:
        return {}
    firms = employers_in_region(viewer).filter(sector=sector).order_by()
    asked = catalogue.what_counts(EmployerTerm.objects.filter(employer__in=firms))
    counted = asked.values_list("counted_id").annotate(firms=Count("employer_id", distinct=True))
    return dict(counted.order_by("-firms", "counted_id")[:MOST])
