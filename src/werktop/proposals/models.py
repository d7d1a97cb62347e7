"""Who is put forward for which work, what the candidate said to it, and what the employer decided."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

KEEP = "candidate"
WHY = "to let an employer decide about somebody who agreed to be put forward"


class Status(models.TextChoices):
    ASKING = "asking", _("kandidaat nog vragen")
    REFUSED = "refused", _("kandidaat wil niet")
    SENT = "sent", _("voorgesteld")
    MEET = "meet", _("werkgever wil kennismaken")
    TAKEN = "taken", _("werkgever zegt ja")
    NOT_NOW = "not_now", _("werkgever zegt nee")
    WITHDRAWN = "withdrawn", _("ingetrokken")


RUNNING = (Status.ASKING, Status.SENT, Status.MEET)
LIVE = (*RUNNING, Status.TAKEN)
"""Of one candidate for one work profile there is one of these."""
DECISIONS = (Status.MEET, Status.TAKEN, Status.NOT_NOW)
READ_BY_EMPLOYER = (Status.SENT, *DECISIONS)


class How(models.TextChoices):
    """How a candidate said yes or no."""

    OWN = "own", _("zelf, op de eigen pagina")
    TALK = "talk", _("in een gesprek")
    CALL = "call", _("aan de telefoon")
    MESSAGE = "message", _("in een bericht")


@pghistory.track()
class Proposal(Record):
    """One candidate for one work profile. `reason` is what the employer reads of why, in words that the candidate heard or read
    before saying yes (`said_how`, `said_at`). `entrepreneur` decides. `decided_words` are the employer's, for the candidate;
    `decided_by` is the colleague who noted a decision that was told otherwise than on the own page. `told_at`: when a colleague
    told the candidate, by `told_by`."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    work_profile = models.ForeignKey("work_profiles.WorkProfile", on_delete=models.CASCADE, related_name="+")
    entrepreneur = models.ForeignKey(
        "employers.Entrepreneur", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.CharField(max_length=300)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.ASKING)
    by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    said_how = models.CharField(max_length=8, choices=How.choices, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_words = models.CharField(max_length=300, blank=True)
    decided_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    privacy = (
        technical("organisation region made_at sent_at told_at")
        | label(
            "choice", WHY, KEEP,
            "candidate work_profile entrepreneur reason status said_how said_at decided_at decided_words",
        )
        | label("work-account", "whom to ask", KEEP, "by decided_by told_by")
    )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "work_profile"],
                condition=Q(status__in=["asking", "sent", "meet", "taken"]),
                name="a_candidate_is_put_forward_once_for_work",
            ),
            models.CheckConstraint(name="a_proposal_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="nobody_is_put_forward_who_did_not_say_yes",
                condition=~Q(status__in=["sent", "meet", "taken", "not_now"])
                | Q(said_at__isnull=False, sent_at__isnull=False) & ~Q(said_how=""),
            ),
            models.CheckConstraint(
                name="a_decision_has_a_moment",
                condition=~Q(status__in=["meet", "taken", "not_now"]) | Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="an_employer_who_says_no_says_why", condition=~Q(status="not_now") | ~Q(decided_words="")
            ),
            models.CheckConstraint(
                name="only_what_was_decided_is_told", condition=Q(told_at=None) | Q(decided_at__isnull=False)
            ),
        ]
        indexes = [
            models.Index(fields=["organisation", "status", "-made_at"], name="proposal_by_status"),
            models.Index(fields=["work_profile", "status"], name="proposal_of_work"),
            models.Index(fields=["entrepreneur", "status"], name="proposal_to_decide"),
        ]
