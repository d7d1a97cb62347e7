"""What entrepreneurs bring to the approach themselves: a gathering, their hall, a remark."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

WHY = "to make the approach together"
KEEP = "firm"


class IdeaKind(models.TextChoices):
    GATHERING = "gathering", _("stelt een gesprek voor")
    HALL = "hall", _("biedt de eigen zaal aan")
    APPROACH = "approach", _("over de aanpak")


class IdeaState(models.TextChoices):
    NEW = "new", _("nieuw")
    LOOKING = "looking", _("we kijken ernaar")
    DONE = "done", _("gedaan")
    NOT = "not", _("doen we niet")


@pghistory.track()
class Idea(Record):
    """An idea of an entrepreneur in the own words. `when_words` is about when, as it was said; of a hall, for how many people,
    whether one comes in without a threshold, and from when. `answer` is what was done with it, which who had the idea reads."""

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=IdeaKind.choices)
    words = models.CharField(max_length=600)
    when_words = models.CharField(max_length=80, blank=True)
    people_count = models.PositiveIntegerField(null=True, blank=True)
    is_step_free = models.BooleanField(default=False)
    from_date = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=IdeaState.choices, default=IdeaState.NEW)
    answer = models.CharField(max_length=600, blank=True)
    answered_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    is_by_self = models.BooleanField(default=False)
    made_at = models.DateTimeField()

    privacy = (
        technical("region organisation entrepreneur answered_at is_by_self made_at")
        | label(
            "business-contact", WHY, KEEP,
            "kind words when_words people_count is_step_free from_date state answer",
        )
        | label("work-account", "whom to ask", KEEP, "answered_by")
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_idea_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="an_idea_that_is_settled_is_answered",
                condition=~Q(state__in=["done", "not"]) | ~Q(answer=""),
            ),
        ]
        indexes = [
            models.Index(fields=["region", "state", "-made_at"], name="idea_to_look_at"),
            models.Index(fields=["entrepreneur", "-made_at"], name="idea_of_entrepreneur"),
        ]
