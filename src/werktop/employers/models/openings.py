"""Work that an employer expects."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .firm import KEEP, Employer


@pghistory.track()
class Opening(Record):
    """Work that an employer expects to have, as a colleague heard it: not a vacancy yet. `note_id` is the quick note that it
    came from, of a room above."""

    class Status(models.TextChoices):
        OPEN = "open", _("komt eraan")
        FILLED = "filled", _("vervuld")
        GONE = "gone", _("gaat niet door")

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="openings")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=120)
    places = models.PositiveSmallIntegerField(null=True, blank=True)
    from_date = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()
    note_id = models.UUIDField(null=True, blank=True, db_index=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("employer organisation region note_id noted_at closed_at")
        | label("organisation", "to bring people and work together", KEEP, "what places from_date status")
        | label("work-account", "whom to ask", KEEP, "noted_by")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_opening_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="an_opening_has_one_place_or_more", condition=Q(places=None) | Q(places__gte=1)
            ),
            models.CheckConstraint(
                name="an_open_opening_is_not_closed",
                condition=Q(status="open", closed_at=None) | ~Q(status="open") & Q(closed_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["employer", "status", "from_date"], name="opening_of_employer")]
