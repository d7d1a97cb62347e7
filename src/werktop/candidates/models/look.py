"""Somebody looked, took over or erased where another colleague works with the person: with the reason, for that colleague to
see."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.erasure import ErasureReason
from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .candidate import Candidate


class LookKind(models.TextChoices):
    OPENED = "opened", _("opende wat nodig is")
    TAKEN_OVER = "taken_over", _("nam over")
    ERASED = "erased", _("wiste alles over een kandidaat van jou")


class Look(Record):
    """`by` opened what is guarded of a candidate with whom `of` works, until `until_at`, and said why (`reason`); or moved the
    candidate away from `of`; or erased the candidate, whom the line then does not name (`reason` is an `ErasureReason`).
    `seen_at`: when `of` read that."""

    candidate = models.ForeignKey(Candidate, null=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12, choices=LookKind.choices, default=LookKind.OPENED)
    by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    of = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField()
    until_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    privacy = technical("candidate of opened_at until_at seen_at") | label(
        "work-account", "who looked beyond the own candidates says why", "view", "kind by reason"
    )

    @property
    def why(self) -> str:
        """The reason in words."""
        return str(ErasureReason(self.reason).label) if self.kind == LookKind.ERASED else self.reason

    class Meta:
        indexes = [
            models.Index(fields=["candidate", "-opened_at"], name="look_of_a_candidate"),
            models.Index(fields=["of"], name="look_that_nobody_read", condition=Q(seen_at=None)),
            models.Index(fields=["opened_at"], name="look_by_day"),
        ]
        constraints = [
            models.CheckConstraint(name="who_opens_says_why", condition=~Q(kind="opened") | ~Q(reason="")),
            models.CheckConstraint(
                name="of_who_is_erased_a_look_names_nobody",
                condition=Q(kind="erased", candidate=None) | ~Q(kind="erased") & Q(candidate__isnull=False),
            ),
        ]
