"""The people of a firm: who they are there, whether they come to tables, and the firms that they know."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import Language
from werktop.regions.naming import key_column, marks_column
from werktop.ui.components.phones import phone as phone_in_words

from .firm import KEEP, KEPT_ASIDE, Employer


class PersonRole(models.TextChoices):
    """What somebody is at the firm; one may be several things."""

    OWNER = "owner", _("eigenaar of directeur")
    HR = "hr", _("personeelszaken")
    MANAGER = "manager", _("leidinggevende")
    FOREMAN = "foreman", _("voorman of voorvrouw")
    BUDDY = "buddy", _("buddy")
    MENTOR = "mentor", _("mentor of begeleider")
    CONTACT = "contact", _("aanspreekpunt")
    OTHER = "other", _("iets anders")


@pghistory.track(exclude=KEPT_ASIDE)
class Entrepreneur(Record):
    """The person of the firm who sits at the table."""

    READ_AS: ClassVar = {"phone": phone_in_words}

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="entrepreneurs")
    first_name = models.CharField(max_length=80)
    last_name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    languages = ArrayField(models.CharField(max_length=2, choices=Language.choices), default=list, blank=True)
    roles = ArrayField(models.CharField(max_length=10, choices=PersonRole.choices), default=list, blank=True)
    comes_to_tables = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    name_key = key_column("first_name", "last_name")
    name_marks = marks_column("first_name", "last_name")

    privacy = technical("employer is_active known_firms") | label(
        "business-contact",
        "to invite to a gathering and to a talk",
        KEEP,
        "first_name last_name name_key name_marks email phone languages roles comes_to_tables",
    )

    class Meta:
        indexes = [
            models.Index(fields=["employer", "first_name"], name="entrepreneur_by_firm"),
            GinIndex(fields=["name_key"], opclasses=["gin_trgm_ops"], name="entrepreneur_name_alike"),
            GinIndex(fields=["name_marks"], name="entrepreneur_name_marks"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name together."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def organisation_id(self) -> UUID:
        """The organisation that answers for the firm: it writes to this person."""
        return self.employer.organisation_id

    @property
    def region_id(self) -> UUID:
        """The firm's region."""
        return self.employer.region_id


@pghistory.track()
class KnownFirm(Record):
    """A firm to which an entrepreneur would introduce someone; with `employer` where we know it ourselves."""

    entrepreneur = models.ForeignKey(Entrepreneur, on_delete=models.CASCADE, related_name="known_firms")
    firm_name = models.CharField(max_length=120)
    employer = models.ForeignKey(Employer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    privacy = technical("entrepreneur employer") | label(
        "business-contact", "to introduce someone to a colleague", KEEP, "firm_name"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entrepreneur", "firm_name"], name="a_known_firm_once_per_entrepreneur"
            ),
            models.CheckConstraint(name="a_known_firm_has_a_name", condition=~Q(firm_name="")),
        ]
