"""Work that an organisation often meets, kept to begin a work profile with."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import Sector

from .profile import KEEP, WHY


@pghistory.track()
class ProfileTemplate(Record):
    """An own example: `facts` are those of a work profile that do not differ by firm (forms, hours, days, times, traits,
    place_words), its terms as [key, learnable, weight] and the keys of its requirements."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=1, choices=Sector.choices, blank=True)
    facts = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    is_active = models.BooleanField(default=True)

    privacy = technical("organisation region made_at is_active") | label(
        "organisation", WHY, KEEP, "name sector facts"
    )

    class Meta:
        constraints = [models.CheckConstraint(name="a_template_has_a_name", condition=~Q(name=""))]
        indexes = [models.Index(fields=["organisation", "name"], name="template_of_organisation")]

    def __str__(self) -> str:
        return self.name
