"""Firms that should be in the network, whoever of the region knows them already."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import Sector
from werktop.regions.naming import key_column

KEEP = "used"
WHY = "to approach a firm once, as one government"


class Standing(models.TextChoices):
    """How far it is. Whether a firm joined follows from its own page, and is kept nowhere else."""

    TO_APPROACH = "to_approach", _("nog te benaderen")
    APPROACHED = "approached", _("benaderd")
    IN_TALK = "in_talk", _("in gesprek")
    NOT_NOW = "not_now", _("nu niet")
    LEFT_OUT = "left_out", _("van de lijst af")


@pghistory.track(exclude=["name_key"])
class Target(Record):
    """One firm of the plan, for the whole region: `organisation` approaches it (nobody yet where empty), by `approached_by` where
    a colleague took it on. `employer` is the firm's own page where the region has one."""

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=1, choices=Sector.choices, blank=True)
    place = models.CharField(max_length=80, blank=True)
    why = models.CharField(max_length=200, blank=True)
    in_contact = models.CharField(max_length=160, blank=True)
    """Who else of the government is in contact with them: economic affairs, a park manager."""
    by_date = models.DateField(null=True, blank=True)
    organisation = models.ForeignKey(
        "regions.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approached_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    employer = models.ForeignKey(
        "employers.Employer", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    standing = models.CharField(max_length=12, choices=Standing.choices, default=Standing.TO_APPROACH)
    standing_words = models.CharField(max_length=200, blank=True)
    stood_at = models.DateTimeField()
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_for = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    name_key = key_column("name")

    privacy = (
        technical("region employer noted_for stood_at noted_at")
        | label(
            "organisation",
            WHY,
            KEEP,
            "name name_key sector place why in_contact by_date organisation standing standing_words",
        )
        | label("work-account", "whom to ask", KEEP, "approached_by noted_by")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "name_key", "place"],
                condition=~Q(standing="left_out"),
                name="a_firm_stands_once_in_the_market_plan",
            ),
            models.UniqueConstraint(
                fields=["employer"],
                condition=~Q(standing="left_out"),
                name="an_employer_stands_once_in_the_market_plan",
            ),
            models.CheckConstraint(name="a_firm_of_the_plan_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="who_approaches_belongs_somewhere",
                condition=Q(approached_by=None) | Q(organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="not_now_says_why", condition=~Q(standing="not_now") | ~Q(standing_words="")
            ),
        ]
        indexes = [models.Index(fields=["region", "name_key", "id"], name="target_by_name")]

    def __str__(self) -> str:
        return self.name
