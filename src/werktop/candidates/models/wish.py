"""What work somebody wants: how, when and how far, and in which occupations."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.catalogue.choices import WISHED_FORMS

from .candidate import Candidate
from .picture import MATCHED, Part, part_labels, tracked


class Weekday(models.IntegerChoices):
    MONDAY = 1, _("maandag")
    TUESDAY = 2, _("dinsdag")
    WEDNESDAY = 3, _("woensdag")
    THURSDAY = 4, _("donderdag")
    FRIDAY = 5, _("vrijdag")
    SATURDAY = 6, _("zaterdag")
    SUNDAY = 7, _("zondag")


class DayPart(models.TextChoices):
    MORNING = "morning", _("ochtend")
    AFTERNOON = "afternoon", _("middag")
    EVENING = "evening", _("avond")
    NIGHT = "night", _("nacht")


class Travel(models.TextChoices):
    """The six means of travel of the national standard (VUM: 1 to 5 and 9, in this order)."""

    CAR = "car", _("auto")
    MOPED = "moped", _("brommer of scooter")
    BICYCLE = "bicycle", _("fiets")
    MOTORCYCLE = "motorcycle", _("motor")
    PUBLIC = "public", _("bus, trein of tram")
    OTHER = "other", _("anders")


@pghistory.track(*tracked())
class Wish(Part):
    """How somebody wants to work, for a match: what in own words (`work`), in which forms, how many hours a week, on which days
    (ISO numbers) and parts of a day, how far and by what means, and from which day."""

    SAYS = (
        "work",
        "work_forms",
        "hours_min",
        "hours_max",
        "days",
        "day_parts",
        "most_km",
        "travels_by",
        "available_date",
    )
    IS_ONE = True

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="wish")
    work = models.CharField(max_length=120, blank=True)
    work_forms = ArrayField(models.CharField(max_length=16, choices=WISHED_FORMS), default=list, blank=True)
    hours_min = models.PositiveSmallIntegerField(null=True, blank=True)
    hours_max = models.PositiveSmallIntegerField(null=True, blank=True)
    days = ArrayField(models.PositiveSmallIntegerField(choices=Weekday.choices), default=list, blank=True)
    day_parts = ArrayField(models.CharField(max_length=10, choices=DayPart.choices), default=list, blank=True)
    most_km = models.PositiveSmallIntegerField(null=True, blank=True)
    travels_by = ArrayField(models.CharField(max_length=10, choices=Travel.choices), default=list, blank=True)
    available_date = models.DateField(null=True, blank=True)

    privacy = part_labels(
        MATCHED,
        "work work_forms hours_min hours_max days day_parts most_km travels_by available_date",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="the_fewest_hours_are_not_more_than_the_most",
                condition=Q(hours_min=None) | Q(hours_max=None) | Q(hours_min__lte=F("hours_max")),
            ),
            models.CheckConstraint(
                name="sheltered_work_is_no_wish", condition=~Q(work_forms__contains=["sheltered"])
            ),
        ]


@pghistory.track(*tracked())
class WishedOccupation(Part):
    """An occupation of ESCO that somebody wants to work in: to find people for work by, never a part of an affinity."""

    SAYS = ("occupation_id",)

    occupation = models.ForeignKey("catalogue.Occupation", on_delete=models.PROTECT, related_name="+")

    privacy = part_labels(MATCHED, "occupation")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "occupation"], name="an_occupation_once_per_candidate"
            )
        ]
