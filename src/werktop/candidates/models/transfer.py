"""Candidates went from one colleague to another: who brought that about and why, so that it is told and can be taken back."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record


class TransferWhy(models.TextChoices):
    """Why a caseload is divided: a choice, so that nobody writes down what a colleague has."""

    LEFT = "left", _("werkt hier niet meer")
    AWAY = "away", _("is er langere tijd niet")
    OTHER_WORK = "other_work", _("krijgt ander werk")
    BALANCE = "balance", _("we verdelen het werk anders")


class Transfer(Record):
    """`by` brought these candidates from `of` to `to`; what was done at once shares `batch_id`. Without `of` they were nobody's
    (`is_of_nobody`), or of a colleague who was erased since. `seen_at`: when `to` read it; `undone_at`: when it was taken back."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    batch_id = models.UUIDField()
    by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    of = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    is_of_nobody = models.BooleanField(default=False)
    to = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    why = models.CharField(max_length=10, choices=TransferWhy.choices, blank=True)
    candidate_ids = ArrayField(models.UUIDField())
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    @property
    def has_giver(self) -> bool:
        """Whether there is whom these candidates can go back to: the colleague who had them, or nobody."""
        return self.is_of_nobody or self.of_id is not None

    privacy = technical("organisation batch_id is_of_nobody candidate_ids made_at seen_at undone_at") | label(
        "work-account", "to tell who receives candidates, and to take it back", "handed_over", "by of to why"
    )

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-made_at"], name="transfer_of_a_house"),
            models.Index(
                fields=["to"],
                name="transfer_that_nobody_read",
                condition=models.Q(seen_at=None, undone_at=None),
            ),
            models.Index(fields=["made_at"], name="transfer_by_day"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_of_nobody=False) | models.Q(of=None), name="nobodys_were_with_nobody"
            )
        ]
