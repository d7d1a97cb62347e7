"""What was agreed to do about a candidate: small steps of the plan, and what is needed to be able to work. Each has somebody
who does it, and a day."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import Label, label

from .candidate import KEEP
from .picture import TOGETHER, Part, part_labels, tracked

ABLE = "to make working possible"


class Doer(models.TextChoices):
    """Who does what was agreed."""

    CANDIDATE = "candidate", _("zelf")
    ASSIGNED = "assigned", _("vaste collega")
    COLLEAGUE = "colleague", _("een collega")


class Agreed(Part):
    """Abstract base: something to do. `doer` ASSIGNED is whoever works with the candidate on that day, and COLLEAGUE the `owner`,
    of whom nothing is left where the account is gone; somebody from elsewhere is a name (`who`), and nobody is "" in both."""

    doer = models.CharField(max_length=9, choices=Doer.choices, blank=True)
    owner = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    who = models.CharField(max_length=80, blank=True)
    due_date = models.DateField(null=True, blank=True)
    done_date = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


ONE_DOER = (Q(owner=None) | Q(doer="colleague")) & (Q(doer="") | Q(who=""))


def agreed_labels(
    purpose: str, fields: str, category: str = "picture", retention: str = KEEP
) -> dict[str, Label]:
    """The labels of something agreed: its own `fields`, and those of every one of them."""
    named = part_labels(purpose, f"{fields} doer who due_date done_date", category, retention)
    return named | label("work-account", "whom to ask", KEEP, "owner")


@pghistory.track(*tracked())
class Need(Agreed):
    """What is needed to be able to work: the adjustment and not the suspicion, and what is done about it. Once it is settled it is
    kept until it is clear that it holds, and then no longer."""

    class Kind(models.TextChoices):
        CHILDCARE = "childcare", _("kinderopvang")
        TRANSPORT = "transport", _("vervoer")
        DEBTS = "debts", _("rust in geldzaken")
        HOUSING = "housing", _("wonen")
        CARE = "care", _("zorg voor anderen")
        LANGUAGE = "language", _("taal")
        EQUIPMENT = "equipment", _("hulpmiddel of aanpassing")
        OTHER = "other", _("iets anders")

    SAYS = ("kind", "words", "action", "doer", "owner_id", "who", "due_date", "done_date")
    IS_GUARDED = True

    kind = models.CharField(max_length=12, choices=Kind.choices)
    words = models.CharField(max_length=200)
    action = models.CharField(max_length=200, blank=True)

    privacy = agreed_labels(ABLE, "kind words action", "needs", f"{KEEP} settled")

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_need_says_what", condition=~Q(words="")),
            models.CheckConstraint(name="a_need_is_done_by_one", condition=ONE_DOER),
        ]


@pghistory.track(*tracked())
class PlanStep(Agreed):
    """A small step of the plan, and what the candidate remarks about it. A step in own words was written by the candidate."""

    SAYS = ("words", "doer", "owner_id", "who", "due_date", "done_date", "remark")

    words = models.CharField(max_length=200)
    remark = models.CharField(max_length=200, blank=True)

    privacy = agreed_labels(TOGETHER, "words remark")

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_step_says_what", condition=~Q(words="")),
            models.CheckConstraint(name="a_step_is_done_by_one", condition=ONE_DOER),
        ]
