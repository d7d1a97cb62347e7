"""Business clubs and business parks, with the firms that belong there."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.ui.components.phones import phone as phone_in_words

WHY = "to meet entrepreneurs where they meet"
KEEP = "used"


class ClubKind(models.TextChoices):
    CLUB = "club", _("ondernemersclub")
    PARK = "park", _("bedrijventerrein")


@pghistory.track()
class Club(Record):
    """A club or a park. `firm_count` is about how many firms there are in all, also those that we do not know."""

    READ_AS: ClassVar = {"contact_phone": phone_in_words}

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=4, choices=ClubKind.choices, default=ClubKind.CLUB)
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=80, blank=True)
    firm_count = models.PositiveIntegerField(null=True, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=20, blank=True)
    words = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()

    privacy = (
        technical("region organisation made_at members")
        | label("organisation", WHY, KEEP, "kind name place firm_count words")
        | label("business-contact", WHY, KEEP, "contact_name contact_email contact_phone")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_club_has_a_name", condition=~Q(name="")),
            models.UniqueConstraint(
                models.functions.Lower("name"), "region", name="one_club_per_name_in_a_region"
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class ClubMember(Record):
    """A firm that belongs to a club, or stands on a park."""

    club = models.ForeignKey(Club, on_delete=models.CASCADE, related_name="members")
    employer = models.ForeignKey("employers.Employer", on_delete=models.CASCADE, related_name="+")
    noted_at = models.DateTimeField()

    privacy = technical("club employer noted_at")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["club", "employer"], name="a_firm_once_per_club")]
