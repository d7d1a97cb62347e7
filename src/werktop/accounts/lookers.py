"""Who looked at a person, out of the processing log, in words for that person: by day, by function and organisation.

Not by name: the person learns that somebody looked, when and in which function; by name only where that is asked and weighed (Court
of Justice of the EU, C-579/21).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.queries import TrailFilters, views_for_organisation
from werktop.regions import queries as regions

from .models import Membership
from .roles import Role


def days_of_looking(
    organisation_id: UUID, region_id: UUID, person_id: UUID
) -> list[tuple[date, list[tuple[str, int]]]]:
    """Each day, the latest first, with who looked and how often. The caller has checked who asks. Three queries."""
    lines = list(views_for_organisation(organisation_id, TrailFilters(about_id=person_id)))
    words = functions_of(lines, region_id)
    found: dict[date, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if line.actor_id != person_id:
            found[timezone.localdate(line.at)][words[line.pk]] += 1
    return [(day, sorted(found[day].items())) for day in sorted(found, reverse=True)]


def functions_of(lines: list[Any], region_id: UUID) -> dict[Any, str]:
    """By the key of each line of the log who looked, by function and organisation: "Een relatiemanager van Gemeente Tiel"."""
    names = {each.pk: each.name for each in regions.organisations_in(region_id)}
    roles: dict[tuple[UUID, UUID], list[str]] = defaultdict(list)
    staff = {line.actor_id for line in lines if line.actor_kind == "staff"}
    held = Membership.objects.filter(account_id__in=staff).order_by("-is_active", "role")
    for account, organisation, role in held.values_list("account_id", "organisation_id", "role"):
        roles[account, organisation].append(role)
    return {line.pk: _in_words(line, names, roles) for line in lines}


def _in_words(line: Any, names: dict[UUID, str], roles: dict[tuple[UUID, UUID], list[str]]) -> str:
    if line.actor_kind == "entrepreneur":
        return _("Een ondernemer met wie u een afspraak hebt")
    if line.actor_kind == "system":
        return _("Het programma zelf")
    if line.actor_kind != "staff":
        return _("Iemand met een link")
    organisation = names.get(line.organisation_id, _("een andere organisatie"))
    held = roles.get((line.actor_id, line.organisation_id), [])
    function = str(Role(held[0]).label) if held else _("collega")
    return _("Een %(function)s van %(organisation)s") % {"function": function, "organisation": organisation}
