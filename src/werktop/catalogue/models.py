"""Terms that candidates and employers are described in. Only these, never free text, reach an affinity."""

from __future__ import annotations

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record


class TermKind(models.TextChoices):
    COMPETENCY = "competency", _("competentie")
    INTEREST = "interest", _("interesse")


class Term(Record):
    """A competency or an interest, in Dutch and English."""

    code = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=TermKind.choices)
    label_nl = models.CharField(max_length=80)
    label_en = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    privacy = technical("position is_active") | label(
        "organisation",
        "one vocabulary for both sides",
        "used",
        "code kind label_nl label_en",
    )

    class Meta:
        ordering = ["kind", "position", "code"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The term in the language of the screen."""
        return self.label_en if translation.get_language() == "en" else self.label_nl
