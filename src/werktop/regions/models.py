"""Regions, municipalities (dated, so that a merger is a new row), postcodes and organisations."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

FACT = "where the work is done"
STAYS = "organisation"


class DateSpan(Func):
    """`daterange(valid_from, valid_until)`: from inclusive, until exclusive, open where empty."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Region(Record):
    """A labour-market region (arbeidsmarktregio): one of 35, or one marked as fictitious."""

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=80)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    is_fictitious = models.BooleanField(default=False)

    privacy = technical("") | label(
        "organisation", FACT, STAYS, "code name valid_from valid_until is_fictitious"
    )

    def __str__(self) -> str:
        return self.name


class Municipality(Record):
    """A municipality in one region for a span of dates. A merger or a move ends this row and begins another."""

    code = models.CharField(max_length=8)
    name = models.CharField(max_length=80)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    succeeded_by = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    privacy = technical("region succeeded_by") | label(
        "organisation", FACT, STAYS, "code name valid_from valid_until"
    )

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_row_per_municipality_on_a_day",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    (DateSpan("valid_from", "valid_until"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PostcodeArea(models.Model):
    """A four-digit postcode with its middle point (GeoNames, CC BY 4.0)."""

    pc4 = models.CharField(max_length=4, primary_key=True)
    place = models.CharField(max_length=80)
    municipality_code = models.CharField(max_length=8, blank=True)
    latitude = models.FloatField()
    longitude = models.FloatField()

    privacy = label(
        "organisation",
        "distance between people and work",
        STAYS,
        "pc4 place municipality_code latitude longitude",
    )

    def __str__(self) -> str:
        return f"{self.pc4} {self.place}"


class OrganisationKind(models.TextChoices):
    """Kinds of organisations in a region. Only public bodies with a legal task see candidates' files."""

    MUNICIPALITY = "municipality", _("gemeente")
    UWV = "uwv", _("UWV")
    SOCIAL_ENTERPRISE = "social_enterprise", _("sociaal ontwikkelbedrijf")
    EMPLOYER_SERVICE_POINT = "employer_service_point", _("werkgeversservicepunt")
    WORK_CENTRE = "work_centre", _("Werkcentrum")
    WORK_COMPANY = "work_company", _("werkbedrijf")
    COLLECTIVE = "collective", _("collectief van ondernemers")
    SCHOOL = "school", _("school")
    EMPLOYERS_ASSOCIATION = "employers_association", _("werkgeversvereniging")


KINDS_WITH_FILES = (
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.UWV,
    OrganisationKind.SOCIAL_ENTERPRISE,
    OrganisationKind.EMPLOYER_SERVICE_POINT,
    OrganisationKind.WORK_CENTRE,
    OrganisationKind.WORK_COMPANY,
)


@pghistory.track()
class Organisation(Record):
    """An organisation in a region, with what new candidates' rows inherit from it (ground, purpose). `is_told_at_first`: its
    colleagues tell what is kept before they fill in a new candidate, so that the tick for it starts on. `return_address`:
    where what goes back by post is sent, on at most three lines; without one no letter asks for it."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=24, choices=OrganisationKind.choices)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    return_address = models.CharField(max_length=200, blank=True)
    legal_ground = models.CharField(
        max_length=200, blank=True, default="publieke taak (AVG art. 6 lid 1 onder e), Participatiewet art. 7"
    )
    legal_purpose = models.CharField(max_length=200, blank=True, default="begeleiden naar werk")
    privacy_officer = models.CharField(max_length=200, blank=True)
    is_told_at_first = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)

    privacy = technical("region municipality is_active is_told_at_first") | label(
        "organisation",
        FACT,
        STAYS,
        "slug name kind phone email return_address legal_ground legal_purpose privacy_officer",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="files_need_a_legal_ground",
                condition=~Q(kind__in=[str(k) for k in KINDS_WITH_FILES]) | ~Q(legal_ground=""),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address_in_a_line(self) -> str:
        """Name and return address as one line of a sentence; "" without an address."""
        return ", ".join([self.name, *self.return_address.splitlines()]) if self.return_address else ""

    @property
    def has_files(self) -> bool:
        """Whether colleagues here may see candidates' files at all."""
        return self.kind in KINDS_WITH_FILES
