"""What a candidate does not want us to do with what we know (GDPR art. 21). It holds at once, wherever it applies."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .candidate import KEEP, Candidate


@pghistory.track()
class Objection(Record):
    """An objection that stands until it is taken back (`ended_at`). `was_shared`: whether the region found the candidate when it
    was made, so that taking it back gives back no more than there was."""

    class Kind(models.TextChoices):
        REGION = "region", _("andere organisaties in de regio vinden mij niet")
        EMPLOYERS = "employers", _("werkgevers lezen niets over mij, en ik word niet voorgesteld")

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = models.CharField(max_length=400, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    was_shared = models.BooleanField(default=False)

    privacy = technical("candidate was_shared") | label(
        "choice", "to do what the candidate asks", KEEP, "kind words made_at ended_at"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "kind"],
                name="one_standing_objection_of_a_kind",
                condition=Q(ended_at=None),
            ),
        ]
