"""A visit to an employer that is planned; when it was made, it is a contact moment."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

KEEP = "firm"
WHY = "to go to firms together and well prepared"


@pghistory.track()
class Visit(Record):
    """Who of ours goes to a firm, when, whom they see there and what for. The region sees that there is one; what it is for
    (`purpose`), what will be asked (`questions`, one a line) and why it was moved or called off (`reason`) is for the own ones.
    `moment_id` is the contact moment that it became: a plain key, since words about people are written anew."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey("employers.Employer", on_delete=models.CASCADE, related_name="+")
    entrepreneur = models.ForeignKey(
        "employers.Entrepreneur", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    account = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    purpose = models.CharField(max_length=200, blank=True)
    questions = models.TextField(blank=True)
    reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    moment_id = models.UUIDField(null=True, blank=True, db_index=True)

    privacy = (
        technical(
            "organisation region employer entrepreneur made_at changed_at moment_id cancelled_at done_at"
        )
        | label("organisation", WHY, KEEP, "starts_at minutes purpose questions reason")
        | label("work-account", "whom to ask", KEEP, "account")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_visit_that_was_made_was_not_called_off",
                condition=Q(done_at=None) | Q(cancelled_at=None),
            ),
            models.CheckConstraint(
                name="a_visit_that_became_a_moment_was_made",
                condition=Q(moment_id=None) | Q(done_at__isnull=False),
            ),
            models.CheckConstraint(name="a_visit_takes_a_while", condition=Q(minutes__range=(5, 600))),
        ]
        indexes = [
            models.Index(fields=["region", "starts_at"], name="visit_of_region"),
            models.Index(fields=["employer", "-starts_at"], name="visit_of_employer"),
            models.Index(
                fields=["account", "starts_at"],
                name="visit_to_come",
                condition=Q(done_at=None, cancelled_at=None),
            ),
        ]
