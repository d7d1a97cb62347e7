"""Whether the wage of a work profile is below what the law asks: a warning, for who is younger or learns there may earn less."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.catalogue.choices import WorkForm
from werktop.support.queries import rules_for

from .in_words import amount_in_words
from .models import WorkProfile

WITHOUT_PAY = frozenset({WorkForm.WORK_EXPERIENCE, WorkForm.INTERNSHIP, WorkForm.TRIAL, WorkForm.VOLUNTARY})
RULE = "minimum_wage_hour"


@dataclass(frozen=True)
class Minimum:
    """The least for an hour from 21 years on, and since when."""

    amount: str
    since: date

    @property
    def warning(self) -> str:
        """What the page asks: it stops nobody."""
        told = _("Dit is lager dan het minimumloon (€ %(amount)s vanaf %(day)s). Klopt dat?")
        return told % {"amount": self.amount, "day": date_format(self.since)}


def minimum_above(viewer: Actor, profile: WorkProfile, today: date) -> Minimum | None:
    """The minimum wage where it is above the lowest wage that is noted: that of the day on which the work begins, or of today where
    that has begun or the amount of then is not known yet. None where no wage is noted, or the work is only in forms without pay."""
    wage: Any = profile.wage_min_cents or profile.wage_max_cents
    if not wage or (profile.forms and set(profile.forms) <= WITHOUT_PAY):
        return None
    rules = rules_for(viewer.region_id, viewer.organisation_id)
    begins = max(profile.from_date or today, today)
    rule = rules.find(RULE, begins) or rules.find(RULE, today)
    if rule is None or wage >= rule.value:
        return None
    return Minimum(amount_in_words(int(rule.value)), rule.valid_from)
