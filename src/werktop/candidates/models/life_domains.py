"""How somebody does in domains of life, from 1 to 5: only in those that the organisation switched on, and only for who works
with the person. Nothing here is added up, and nothing of it has a way into a match, a seat or a ranking."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .candidate import KEEP
from .picture import Part, Source, part_labels, tracked

LIVING = "to see together what has to be in order before somebody can work, and what changed"


class Domain(models.TextChoices):
    """The thirteen domains that a self-sufficiency matrix asks, in words of our own."""

    MONEY = "money", _("geld en rekeningen")
    WORK = "work", _("werken en leren")
    DAYS = "days", _("wat iemand overdag doet")
    HOUSING = "housing", _("wonen")
    HOME = "home", _("samenleven thuis")
    MIND = "mind", _("hoe iemand zich voelt")
    BODY = "body", _("hoe het lijf het doet")
    MEANS = "means", _("omgaan met alcohol en andere middelen")
    CARE = "care", _("voor zichzelf zorgen")
    HOUSEHOLD = "household", _("huishouden en dingen regelen")
    PEOPLE = "people", _("mensen om op terug te vallen")
    TAKING_PART = "taking_part", _("meedoen in buurt of vereniging")
    LAW = "law", _("contact met politie en justitie")


SENSITIVE = (Domain.MIND, Domain.BODY, Domain.MEANS, Domain.CARE, Domain.HOME, Domain.LAW)
"""About health (GDPR art. 9) or offences (art. 10), or soon so, as how somebody eats, sleeps and lives with others is: each is
switched on by itself, with a ground of its own."""
SCORES = range(1, 6)
"""How it goes, from 1 (help now) to 5; what each says in a domain stands in `domain_words`."""
LOW = 2
"""Up to this score it is asked what would help."""


@pghistory.track(*tracked())
class DomainInUse(Record):
    """An organisation scores this domain since `on_at`; or did, until `off_at`: then what was scored is hidden, and goes.
    On which `ground`, and who advised on it on which day, is said by who switches it on; the history keeps what was said before."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    domain = models.CharField(max_length=12, choices=Domain.choices)
    ground = models.CharField(max_length=200, blank=True)
    advised_by = models.CharField(max_length=120, blank=True)
    advised_date = models.DateField(null=True, blank=True)
    on_at = models.DateTimeField()
    off_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("organisation on_at off_at")
        | label("organisation", "what colleagues here may ask", "organisation", "domain ground advised_date")
        | label("work-account", "who advised that it may be asked", "organisation", "advised_by")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "domain"], name="a_domain_is_on_or_off_in_an_organisation"
            )
        ]


@pghistory.track(*tracked())
class DomainScore(Part):
    """How somebody does in one domain of life. Legal duty: what has to be in order to be able to work (Participatiewet art. 7)."""

    SAYS = ("domain", "score", "source")
    IS_GUARDED = True

    source = models.CharField(
        max_length=12,
        choices=[(each.value, each.label) for each in (Source.TOGETHER, Source.OWN_WORDS, Source.COLLEAGUE)],
        default=Source.COLLEAGUE,
    )
    domain = models.CharField(max_length=12, choices=Domain.choices)
    score = models.PositiveSmallIntegerField()

    privacy = part_labels(LIVING, "domain score", "life-domains", f"{KEEP} switched_off")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["candidate", "domain"], name="a_life_domain_once_per_candidate"),
            models.CheckConstraint(
                name="a_life_domain_is_scored_from_1_to_5", condition=Q(score__in=list(SCORES))
            ),
        ]
