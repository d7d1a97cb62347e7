"""The courses and other help that an organisation often uses."""

from __future__ import annotations

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.catalogue.models import Instrument


def instruments(viewer: Actor) -> QuerySet[Instrument]:
    """The list of the viewer's organisation, what is not offered any more last."""
    return Instrument.objects.filter(organisation_id=viewer.organisation_id).order_by(
        "-is_active", "key", "id"
    )


def instruments_offered(viewer: Actor) -> list[str]:
    """The names to choose from."""
    return list(instruments(viewer).filter(is_active=True).values_list("name", flat=True))


__all__ = ["instruments", "instruments_offered"]
