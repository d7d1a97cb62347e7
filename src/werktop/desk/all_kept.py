"""What this room keeps of a person: which firm that a candidate named is linked with an employer of the region."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day

from .models import FirmLink


def all_kept_of_links(viewer: Actor, candidate: Any, at: datetime) -> list[Part]:
    """Each link of a firm that the candidate named, with since when."""
    links = FirmLink.objects.filter(known_firm__candidate=candidate).select_related("known_firm", "employer")
    rows = [
        (
            link.known_firm.firm_name,
            _("is bij ons bekend als %(firm)s; genoteerd op %(day)s")
            % {"firm": link.employer.name, "day": day(link.noted_at)},
        )
        for link in links.order_by("noted_at", "id")
    ]
    return [Part(_("Bedrijven die u noemde en die wij ook kennen"), rows, ("contact",))]
