"""What shows what somebody can, and what somebody has of what work asks."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import technical

from .picture import MATCHED, Part, part_labels, tracked


@pghistory.track(*tracked())
class Certificate(Part):
    """Something that shows on paper what somebody can. With a `requirement` it is what work asks, for a match, as long as it is
    valid; `is_lapsed` once that day (`valid_until`) is over, which the night notes."""

    class Kind(models.TextChoices):
        CERTIFICATE = "certificate", _("certificaat of diploma")
        LICENCE = "licence", _("rijbewijs")
        PRACTICE = "practice", _("praktijkverklaring")
        BADGE = "badge", _("badge")

    SAYS = ("kind", "name", "got_date", "valid_until", "requirement_id")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=120)
    got_date = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    requirement = models.ForeignKey(
        "catalogue.Requirement", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_lapsed = models.BooleanField(default=False)

    privacy = part_labels(MATCHED, "kind name got_date valid_until requirement") | technical("is_lapsed")

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_certificate_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="a_certificate_ends_after_it_was_got",
                condition=Q(valid_until=None) | Q(got_date=None) | Q(got_date__lte=F("valid_until")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["valid_until"], name="certificate_that_ends", condition=Q(valid_until__isnull=False)
            )
        ]


@pghistory.track(*tracked())
class HasRequirement(Part):
    """Whether somebody has what work may ask (a licence, a shift, talking with customers), as a colleague heard it, for a match.
    Not knowing is said as such."""

    class Answer(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nee")
        UNKNOWN = "unknown", _("weten we niet")

    SAYS = ("requirement_id", "answer", "source")

    requirement = models.ForeignKey("catalogue.Requirement", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=8, choices=Answer.choices)

    privacy = part_labels(MATCHED, "requirement answer")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "requirement"], name="a_requirement_once_per_candidate"
            )
        ]
