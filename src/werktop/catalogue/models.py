"""The words of the method: what people can and like, occupations, requirements. Only these, never free text, reach an
affinity."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils import translation

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .choices import Group, Layer, RequirementGroup, TermKind


class InTwoLanguages(Record):
    """Abstract: a word in Dutch and English, and how it is found."""

    label_nl = models.CharField(max_length=80)
    label_en = models.CharField(max_length=80)
    also = models.CharField(max_length=200, blank=True)
    """Other words by which people look for it, with spaces between."""
    words = models.TextField()
    """All of that as it is compared when somebody types (`folding.found_by`)."""
    is_active = models.BooleanField(default=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The word in the language of the screen."""
        return self.label_en if translation.get_language() == "en" else self.label_nl

    @property
    def other_label(self) -> str:
        """The word in the other language."""
        return self.label_nl if translation.get_language() == "en" else self.label_en


class Term(InTwoLanguages):
    """A competency or an interest: a shared one, or an organisation's own, which then may count as a shared one."""

    said = models.CharField(max_length=300, blank=True)
    """Dutch ways to say that somebody has it, with a bar between: a quick note reads them ("pakt het snel op")."""
    code = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=12, choices=TermKind.choices)
    layer = models.CharField(max_length=12, choices=Layer.choices, blank=True)
    group = models.CharField(max_length=12, choices=Group.choices)
    position = models.PositiveSmallIntegerField(default=0)
    is_often = models.BooleanField(default=False)
    """Often seen at tables: it stands first in pick lists and on the table screen."""
    esco_code = models.CharField(max_length=12, blank=True)
    """The group of skills of ESCO that it belongs to ("S6.11"), with its address and its label there."""
    esco_uri = models.CharField(max_length=120, blank=True)
    esco_label = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(
        "regions.Organisation", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    """Whose own term it is; None for a shared one."""
    counts_as = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    """The shared term that is matched on instead of this own one."""
    key = models.CharField(max_length=80)
    """The Dutch label as it is compared (`folding.folded`)."""

    privacy = technical("position is_active is_often key words") | label(
        "organisation",
        "one vocabulary for both sides",
        "used",
        "code kind layer group label_nl label_en also said esco_code esco_uri esco_label organisation counts_as",
    )

    class Meta:
        ordering = ["kind", "position", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key"],
                condition=Q(is_active=True),
                nulls_distinct=False,
                name="a_label_once_in_each_vocabulary",
            ),
            models.CheckConstraint(
                condition=Q(counts_as=None) | Q(organisation__isnull=False),
                name="only_an_own_term_counts_as_another",
            ),
            models.CheckConstraint(
                condition=Q(counts_as=None) | ~Q(counts_as=F("id")), name="no_term_counts_as_itself"
            ),
        ]

    @property
    def is_own(self) -> bool:
        """Whether one organisation made it for itself."""
        return self.organisation_id is not None


class Occupation(Record):
    """An occupation of ESCO, with its Dutch name and the other names it goes by."""

    code = models.CharField(max_length=16, unique=True)
    """ESCO's own code: the ISCO-08 group, and its place in that group."""
    uri = models.CharField(max_length=120, unique=True)
    isco08 = models.CharField(max_length=4)
    label_nl = models.CharField(max_length=120)
    also = models.TextField(blank=True)
    """Its other names, a line each."""
    words = models.TextField()
    is_active = models.BooleanField(default=True)

    privacy = technical("words is_active") | label(
        "organisation", "to name the work that somebody looks for", "used", "code uri isco08 label_nl also"
    )

    class Meta:
        ordering = ["label_nl", "code"]
        indexes = [
            GinIndex(fields=["words"], opclasses=["gin_trgm_ops"], name="occupation_words"),
            models.Index(fields=["isco08"], name="occupation_by_isco"),
        ]

    def __str__(self) -> str:
        return self.label_nl

    @property
    def label(self) -> str:
        """Its name; ESCO's Dutch one on every screen."""
        return self.label_nl


class Requirement(InTwoLanguages):
    """What a place may ask and a person may have. Its `bit` never changes, and never goes to another requirement."""

    code = models.SlugField(max_length=60, unique=True)
    bit = models.PositiveSmallIntegerField(unique=True)
    group = models.CharField(max_length=12, choices=RequirementGroup.choices)
    implies = models.CharField(max_length=120, blank=True)
    """Codes of what somebody who has this one has too, with spaces between."""

    privacy = technical("bit words is_active") | label(
        "organisation",
        "one list of what a place asks and a person has",
        "used",
        "code group label_nl label_en also implies",
    )

    class Meta:
        ordering = ["bit"]
        constraints = [
            models.CheckConstraint(condition=Q(bit__lt=64), name="requirements_fit_in_64_bits"),
        ]


class Instrument(Record):
    """A course or other help that an organisation often uses: a name to choose from. Where it was used the name is noted, so that
    one which is not offered any more still stands there."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=120)
    """The name as it is compared (`folding.folded`)."""
    is_active = models.BooleanField(default=True)

    privacy = technical("organisation key is_active") | label(
        "organisation", "one list of what an organisation offers", "used", "name"
    )

    class Meta:
        ordering = ["key", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key"], name="an_instrument_once_in_an_organisation"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="an_instrument_on_the_list_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Edition(Record):
    """Which version of a shipped list is loaded, and what came, changed and went when it was."""

    part = models.SlugField(max_length=20, unique=True)
    version = models.CharField(max_length=20)
    loaded_at = models.DateTimeField()
    came = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    went = models.PositiveIntegerField(default=0)

    privacy = technical("part version loaded_at came changed went")


__all__ = ["Edition", "Instrument", "Occupation", "Requirement", "Term", "TermKind"]
