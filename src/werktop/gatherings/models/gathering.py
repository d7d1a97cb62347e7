"""A gathering, its tables and its hosts."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.catalogue.choices import Language

KEEP = "results"


class GatheringFormat(models.TextChoices):
    STANDARD = "standard", _("één ronde, vaste tafels")
    ROTATING = "rotating", _("ondernemers schuiven door")
    SPEED_DATES = "speed_dates", _("gesprekken één op één")
    PREPARATION = "preparation", _("voorbereiding voor kandidaten")


class GatheringStatus(models.TextChoices):
    PREPARING = "preparing", _("in voorbereiding")
    RUNNING = "running", _("vandaag bezig")
    FINISHED = "finished", _("afgelopen")
    CANCELLED = "cancelled", _("gaat niet door")


OPEN = (GatheringStatus.PREPARING, GatheringStatus.RUNNING)
"""Not over and not called off: it is being prepared, or its doors are open."""


@pghistory.track()
class Gathering(Record):
    """A prettig gesprek (or its preparation): where, when, in which format.

    It belongs to the region; `organisation` is responsible and edits. Times are stored in UTC, shown and
    written to calendars in `time_zone`. `idea` is what an entrepreneur proposed, where that led to it; `theme` is about what
    one talks, which guests read too.
    """

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    host_employer = models.ForeignKey("employers.Employer", on_delete=models.PROTECT, related_name="+")
    prepares_for = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="preparations"
    )
    format = models.CharField(
        max_length=12, choices=GatheringFormat.choices, default=GatheringFormat.STANDARD
    )
    status = models.CharField(
        max_length=12, choices=GatheringStatus.choices, default=GatheringStatus.PREPARING
    )
    idea = models.ForeignKey(
        "ambassadors.Idea", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    theme = models.CharField(max_length=200, blank=True)
    place_name = models.CharField(max_length=120)
    address = models.CharField(max_length=160)
    travel_tip = models.CharField(max_length=200, blank=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    time_zone = models.CharField(max_length=40, default="Europe/Amsterdam")
    rounds = models.PositiveSmallIntegerField(default=1)
    round_minutes = models.PositiveSmallIntegerField(default=90)
    table_size = models.PositiveSmallIntegerField(default=8)
    entrepreneurs_per_table = models.PositiveSmallIntegerField(default=2)
    candidates_wanted = models.PositiveSmallIntegerField(default=50)
    contact = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    is_impression_asked = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(max_length=200, blank=True)
    # news that the host employer hears from nobody as a guest, and when a colleague told it (`commands.calling`)
    firm_news_at = models.DateTimeField(null=True, blank=True)
    firm_told_at = models.DateTimeField(null=True, blank=True)

    privacy = technical(
        "region organisation host_employer prepares_for idea contact created_at preparations tables hosts guests firm_news_at "
        "firm_told_at"
    ) | label(
        "organisation", "to hold the gathering and to see what came of it", KEEP,
        "format status theme place_name address travel_tip starts_at ends_at time_zone rounds round_minutes table_size "
        "entrepreneurs_per_table candidates_wanted is_impression_asked cancelled_at cancel_reason",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_gathering_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="a_gathering_has_1_to_40_rounds", condition=Q(rounds__gte=1, rounds__lte=40)
            ),
            models.CheckConstraint(name="a_table_has_room_for_someone", condition=Q(table_size__gte=1)),
            models.CheckConstraint(
                name="a_cancelled_gathering_has_a_moment",
                condition=~Q(status="cancelled") | Q(cancelled_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["region", "-starts_at"], name="gathering_latest_first")]


@pghistory.track()
class Table(Record):
    """A table in the hall: its number, the languages spoken at it, whether the way to it is step-free."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="tables")
    number = models.PositiveSmallIntegerField()
    languages = ArrayField(models.CharField(max_length=2, choices=Language.choices), default=list)
    is_step_free = models.BooleanField(default=True)
    is_closed = models.BooleanField(default=False)

    privacy = technical("gathering is_closed") | label(
        "organisation", "to seat guests", KEEP, "number languages is_step_free"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "number"], name="a_table_number_once_per_gathering"),
        ]


@pghistory.track()
class Host(Record):
    """A colleague who helps at a gathering: at a table, or (without one) at the door and as a spare."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="hosts")
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    table = models.OneToOneField(Table, null=True, blank=True, on_delete=models.SET_NULL, related_name="host")

    privacy = technical("gathering table") | label(
        "work-account", "to know who is at which table", "colleague", "account"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "account"], name="a_colleague_hosts_once_per_gathering"
            ),
        ]
