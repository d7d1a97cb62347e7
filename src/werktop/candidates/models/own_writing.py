"""What a candidate wrote on the own page and who works with the candidate did not read yet."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .candidate import KEEP, Candidate


class OwnWriting(Record):
    """That the row `row_id` was written by the candidate; the words stand there. It goes when it is read; an objection when it was
    dealt with."""

    class Kind(models.TextChoices):
        OBJECTION = "objection", _("een bezwaar")
        LEADS = "leads", _("waar het plan naartoe gaat")
        STEP = "step", _("een stap")
        REMARK = "remark", _("iets bij een stap")
        GOAL = "goal", _("een leerwens")
        OUTCOME = "outcome", _("hoe een cursus of hulp ging")
        FIRM = "firm", _("een bedrijf")

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    row_id = models.UUIDField()
    written_at = models.DateTimeField()

    privacy = technical("candidate row_id written_at") | label(
        "choice", "to let a colleague read what the candidate wrote", KEEP, "kind"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "kind", "row_id"], name="a_writing_waits_once_to_be_read"
            )
        ]
