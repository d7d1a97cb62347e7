"""Entrepreneurs who are ambassadors, by their own choice."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

KEEP = "firm"


class Offer(models.TextChoices):
    BRINGS_IN = "brings_in", _("brengt ondernemers mee")
    COACHES = "coaches", _("coacht kandidaten")
    NETWORK = "network", _("opent het eigen netwerk")
    TIPS = "tips", _("geeft tips")
    STORY = "story", _("vertelt het verhaal")


@pghistory.track()
class Ambassador(Record):
    """From when until when an entrepreneur is one, and what is offered. A row for each time. `is_by_self` and `is_ended_by_self`:
    the entrepreneur said so on the own page."""

    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    since_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)
    offers = ArrayField(models.CharField(max_length=10, choices=Offer.choices), default=list, blank=True)
    words = models.CharField(max_length=300, blank=True)
    is_by_self = models.BooleanField(default=False)
    is_ended_by_self = models.BooleanField(default=False)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()

    privacy = (
        technical("entrepreneur region is_by_self is_ended_by_self noted_at")
        | label(
            "business-contact",
            "to know who helps the network grow",
            KEEP,
            "since_date until_date offers words",
        )
        | label("work-account", "whom to ask", KEEP, "noted_by")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entrepreneur"],
                condition=Q(until_date=None),
                name="an_entrepreneur_is_an_ambassador_once_at_a_time",
            ),
            models.CheckConstraint(
                name="an_ambassador_ends_after_the_beginning",
                condition=Q(until_date=None) | Q(until_date__gte=F("since_date")),
            ),
        ]
        indexes = [models.Index(fields=["region", "until_date"], name="ambassador_of_region")]
