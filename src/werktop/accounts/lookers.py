"""Who looked at a person, out of the processing log, in words for that person: by day, by function and organisation.

Not by name: the person learns that somebody looked, when and in which function; by name only where that is asked and weighed (Court
of Justice of the EU, C-579/21).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.merging import known_before_as
from werktop.audit.queries import views_of_people
from werktop.regions import queries as regions

from .models import Membership
from .roles import Role


def days_of_looking(
    organisation_id: UUID, region_id: UUID, person_id: UUID, kind: str = "candidate"
) -> list[tuple[date, list[tuple[str, int]]]]:
    """Each day, the latest first, with who looked and how often; also at a file that was brought together with this one. The
    caller has checked who asks. Four queries: the database counts, since a list that was downloaded names thousands."""
    whose = [person_id, *known_before_as(kind, person_id)]
    zone = timezone.get_current_timezone()
    looks: list[Any] = list(
        views_of_people(organisation_id, whose)
        .exclude(actor_id__in=whose)
        .order_by()
        .annotate(day=TruncDate("at", tzinfo=zone))
        .values("day", "actor_kind", "actor_id", "organisation_id")
        .annotate(times=Count("pk"))
    )
    words = functions_of(looks, region_id)
    found: dict[date, Counter[str]] = defaultdict(Counter)
    for look in looks:
        found[look["day"]][words(look)] += look["times"]
    return [(day, sorted(found[day].items())) for day in sorted(found, reverse=True)]


def functions_of(looks: list[Any], region_id: UUID) -> Callable[[Any], str]:
    """What says of a look (`actor_kind`, `actor_id`, `organisation_id`) by whom it was, by function and organisation: "Een
    relatiemanager van Gemeente Tiel". Two queries."""
    names = {each.pk: each.name for each in regions.organisations_in(region_id)}
    roles: dict[tuple[UUID, UUID], list[str]] = defaultdict(list)
    staff = {look["actor_id"] for look in looks if look["actor_kind"] == "staff"}
    held = Membership.objects.filter(account_id__in=staff).order_by("-is_active", "role")
    for account, organisation, role in held.values_list("account_id", "organisation_id", "role"):
        roles[account, organisation].append(role)
    return lambda look: _in_words(look, names, roles)


def _in_words(look: dict[str, Any], names: dict[UUID, str], roles: dict[tuple[UUID, UUID], list[str]]) -> str:
    if look["actor_kind"] == "entrepreneur":
        return _("Een ondernemer met wie u een afspraak hebt")
    if look["actor_kind"] == "system":
        return _("Het programma zelf")
    if look["actor_kind"] != "staff":
        return _("Iemand met een link")
    organisation = names.get(look["organisation_id"], _("een andere organisatie"))
    held = roles.get((look["actor_id"], look["organisation_id"]), [])
    function = str(Role(held[0]).label) if held else _("collega")
    return _("Een %(function)s van %(organisation)s") % {"function": function, "organisation": organisation}
