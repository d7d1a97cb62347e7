"""Entrepreneurs who coach a candidate, or introduce one to a firm that they know. Both with the candidate's yes."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

KEEP = "candidate"
WHY = "to bring a candidate further with the help of an entrepreneur"


class Agreed(models.TextChoices):
    TALK = "talk", _("in een gesprek")
    CALL = "call", _("aan de telefoon")
    WRITTEN = "written", _("op papier of in een bericht")


class Outcome(models.TextChoices):
    ASKED = "asked", _("gevraagd")
    TALK = "talk", _("er komt een gesprek")
    WORK = "work", _("er kwam werk uit")
    NO = "no", _("het werd niets")


@pghistory.track()
class Coaching(Record):
    """An entrepreneur coaches a candidate about something, from a day until another. The candidate agreed on `agreed_date`."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=200)
    agreed_how = models.CharField(max_length=8, choices=Agreed.choices)
    agreed_date = models.DateField()
    since_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()

    privacy = (
        technical("organisation region candidate entrepreneur noted_at")
        | label("picture", WHY, KEEP, "about agreed_how agreed_date since_date until_date outcome")
        | label("work-account", "whom to ask", KEEP, "noted_by")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="coaching_is_about_something", condition=~Q(about="")),
            models.CheckConstraint(
                name="coaching_ends_after_the_beginning",
                condition=Q(until_date=None) | Q(until_date__gte=F("since_date")),
            ),
            models.UniqueConstraint(
                fields=["candidate", "entrepreneur"],
                condition=Q(until_date=None),
                name="an_entrepreneur_coaches_a_candidate_once_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["candidate", "since_date"], name="coaching_of_candidate"),
            models.Index(fields=["entrepreneur", "since_date"], name="coaching_by_entrepreneur"),
        ]


@pghistory.track()
class Introduction(Record):
    """An entrepreneur who met a candidate introduces them to a firm: one of the region's, or another by name. `words` is what came
    of it; `talk_…` the talk that was planned by it, with whom of that firm where we know them, and when it was noted as held."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    firm_name = models.CharField(max_length=120)
    employer = models.ForeignKey(
        "employers.Employer", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    agreed_how = models.CharField(max_length=8, choices=Agreed.choices)
    agreed_date = models.DateField()
    outcome = models.CharField(max_length=6, choices=Outcome.choices, default=Outcome.ASKED)
    words = models.CharField(max_length=300, blank=True)
    talk_with = models.ForeignKey(
        "employers.Entrepreneur", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    talk_at = models.DateTimeField(null=True, blank=True)
    talk_place = models.CharField(max_length=160, blank=True)
    talk_held_at = models.DateTimeField(null=True, blank=True)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical(
            "organisation region candidate entrepreneur employer talk_with talk_held_at noted_at heard_at"
        )
        | label("picture", WHY, KEEP, "firm_name agreed_how agreed_date outcome words talk_at talk_place")
        | label("work-account", "whom to ask", KEEP, "noted_by")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_introduction_is_at_a_firm", condition=~Q(firm_name="")),
            models.CheckConstraint(
                name="a_talk_that_was_held_had_an_hour",
                condition=Q(talk_held_at=None) | Q(talk_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["candidate", "noted_at"], name="introduction_of_candidate"),
            models.Index(fields=["entrepreneur", "noted_at"], name="introduction_by_entrepreneur"),
            models.Index(fields=["talk_with", "talk_at"], name="introduced_talk_with"),
        ]
