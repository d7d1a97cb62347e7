"""What employers may read about a candidate: "Over mij", in a text that the candidate approved."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .candidate import KEEP, Candidate

LONGEST = 1500


@pghistory.track()
class Presentation(Record):
    """The text as it stands (`words`), and the one that the candidate approved (`approved_words`), word for word: employers
    read that one alone. A colleague may write `words` (`written_by`), and nobody but the candidate approves."""

    candidate = models.OneToOneField(Candidate, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(max_length=LONGEST)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    approved_words = models.TextField(max_length=LONGEST, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)

    privacy = technical("candidate written_by") | label(
        "picture", "to tell employers what the candidate wants them to know", KEEP,
        "words written_at approved_words approved_at",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_is_approved_says_something",
                condition=Q(approved_at=None, approved_words="")
                | (Q(approved_at__isnull=False) & ~Q(approved_words="")),
            ),
        ]

    @property
    def is_approved(self) -> bool:
        """Whether the text as it stands is the one that employers read."""
        return self.approved_at is not None and self.words == self.approved_words
