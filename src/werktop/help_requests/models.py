"""Help requests in the words of who asks, and their hand-overs to a professional who confirms."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

KEEP = "candidate"
WHY = "to help with what somebody asks"


class Topic(models.TextChoices):
    MONEY = "money", _("geldzaken")
    HOUSING = "housing", _("wonen")
    CHILDCARE = "childcare", _("kinderopvang")
    LANGUAGE = "language", _("taal, lezen en schrijven")
    SCHOOL = "school", _("school of opleiding")
    CARE = "care", _("zorg voor anderen")
    OTHER = "other", _("iets anders")


class State(models.TextChoices):
    ASKED = "asked", _("gevraagd")
    RUNNING = "running", _("loopt")
    DONE = "done", _("gedaan")
    ENDED = "ended", _("gestopt")


OPEN = (State.ASKED, State.RUNNING)


class Answer(models.TextChoices):
    WAITING = "waiting", _("wacht op antwoord")
    ACCEPTED = "accepted", _("overgenomen")
    DECLINED = "declined", _("kan het niet overnemen")
    WITHDRAWN = "withdrawn", _("ingetrokken")
    DONE = "done", _("afgerond")


LIVE = (Answer.WAITING, Answer.ACCEPTED)
CAME_BACK = (Answer.DECLINED, Answer.DONE)
"""The receiver reads nothing of the person any more; who asked reads it once (`read_at`)."""


class Consent(models.TextChoices):
    TALK = "talk", _("in een gesprek")
    CALL = "call", _("aan de telefoon")
    WRITTEN = "written", _("op papier of in een bericht")


@pghistory.track()
class HelpRequest(Record):
    """What a candidate asks help with, in the own words. `owner` sees to it by `due_date`; `reason` says why it ended
    without being done."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=12, choices=Topic.choices)
    words = models.CharField(max_length=400)
    owner = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    due_date = models.DateField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("organisation region candidate made_at closed_at")
        | label("needs", WHY, KEEP, "topic words due_date state reason")
        | label("work-account", "whom to ask", KEEP, "owner")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_help_request_says_what", condition=~Q(words="")),
            models.CheckConstraint(
                name="a_help_request_that_ended_says_why", condition=~Q(state="ended") | ~Q(reason="")
            ),
            models.CheckConstraint(
                name="a_closed_help_request_has_a_moment",
                condition=Q(state__in=["asked", "running"], closed_at=None)
                | Q(state__in=["done", "ended"], closed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["candidate", "-made_at"], name="help_request_of_candidate"),
            models.Index(
                fields=["owner", "due_date"],
                name="open_help_request_of_owner",
                condition=Q(state__in=["asked", "running"]),
            ),
            models.Index(fields=["organisation", "due_date"], name="help_request_by_day"),
        ]


@pghistory.track()
class HandOver(Record):
    """A help request handed to somebody by name, who confirms: a colleague (`to_account`, for the work at
    `to_organisation` alone), or a professional elsewhere.

    `reach` and `words` are all that the receiver reads. The candidate agreed on `consent_date`. Who took it over says when the
    help is done (`done_at`), with `done_words` for who asked.
    """

    help_request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="hand_overs")
    to_account = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    to_organisation = models.ForeignKey(
        "regions.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    to_name = models.CharField(max_length=80)
    to_work = models.CharField(max_length=80, blank=True)
    to_email = models.EmailField(blank=True)
    reach = models.CharField(max_length=200)
    words = models.CharField(max_length=1000)
    consent_how = models.CharField(max_length=8, choices=Consent.choices)
    consent_date = models.DateField()
    sent_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=Answer.choices, default=Answer.WAITING)
    answer = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    done_words = models.CharField(max_length=300, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("help_request to_organisation sent_at answered_at done_at read_at")
        | label("needs", WHY, KEEP, "reach words state answer done_words")
        | label("identity", "to know that the candidate agreed", KEEP, "consent_how consent_date")
        | label(
            "work-account",
            "to know who helps",
            KEEP,
            "to_account to_name to_work to_email sent_by",
        )
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["help_request"],
                condition=Q(state__in=["waiting", "accepted"]),
                name="a_help_request_is_with_one_professional",
            ),
            models.CheckConstraint(
                name="who_declines_says_why", condition=~Q(state="declined") | ~Q(answer="")
            ),
            models.CheckConstraint(
                name="a_hand_over_says_what_it_is_about", condition=~Q(words="") & ~Q(reach="")
            ),
        ]
        indexes = [
            models.Index(fields=["to_account"], name="hand_over_to_answer", condition=Q(state="waiting")),
        ]
