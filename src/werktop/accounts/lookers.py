"""Who looked at a person, out of the processing log, in words for that person: by day, by function and organisation.

Not by name: the person learns that somebody looked, when and in which function; by name only where that is asked and weighed (Court
of Justice of the EU, C-579/21). Each who looked counts once for each day and each page, wherever the person reads it
(docs/decisions/0032).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from werktop.audit.merging import known_before_as
from werktop.audit.queries import views_of_people
from werktop.audit.telling import who_in_words
from werktop.regions import queries as regions

from .models import Membership
from .roles import Role

BY_FUNCTION: dict[str, Any] = {
    Role.RELATIONSHIP_MANAGER: ngettext_lazy(
        "Een relatiemanager van %(organisation)s", "%(count)d relatiemanagers van %(organisation)s", "count"
    ),
    Role.TABLE_HOST: ngettext_lazy(
        "Een tafelhost van %(organisation)s", "%(count)d tafelhosts van %(organisation)s", "count"
    ),
    Role.COORDINATOR: ngettext_lazy(
        "Een coördinator van %(organisation)s", "%(count)d coördinatoren van %(organisation)s", "count"
    ),
    Role.TEAM_LEAD: ngettext_lazy(
        "Een teamleider van %(organisation)s", "%(count)d teamleiders van %(organisation)s", "count"
    ),
    Role.FUNCTIONAL_ADMIN: ngettext_lazy(
        "Een functioneel beheerder van %(organisation)s",
        "%(count)d functioneel beheerders van %(organisation)s",
        "count",
    ),
    "": ngettext_lazy(
        "Een collega van %(organisation)s", "%(count)d collega’s van %(organisation)s", "count"
    ),
}
"""So many colleagues of an organisation, by their function; "" where none is known any more."""

Lookers = tuple[str, str, str]
"""Who looked, as far as the person reads it: the kind of who it was, the function and the organisation."""


def days_of_looking(
    organisation_id: UUID, region_id: UUID, person_id: UUID, kind: str = "candidate"
) -> list[tuple[date, list[tuple[str, int]]]]:
    """Each day, the latest first, with who looked ("2 relatiemanagers van Gemeente Tiel") and how often: each of them once for
    each page. Also at a file that was brought together with this one. The caller has checked who asks. Four queries: the database
    counts, since a list that was downloaded names thousands."""
    whose = [person_id, *known_before_as(kind, person_id)]
    zone = timezone.get_current_timezone()
    looks: list[Any] = list(
        views_of_people(organisation_id, whose)
        .exclude(actor_id__in=whose)
        .order_by()
        .annotate(day=TruncDate("at", tzinfo=zone))
        .values("day", "actor_kind", "actor_id", "organisation_id")
        .annotate(pages=Count("page", distinct=True))
    )
    lookers = _lookers_of(looks, region_id)
    found: dict[date, dict[Lookers, list[int]]] = defaultdict(lambda: defaultdict(list))
    for look in looks:
        found[look["day"]][lookers(look)].append(look["pages"])
    return [
        (day, sorted((_in_words(who, len(pages), kind), sum(pages)) for who, pages in found[day].items()))
        for day in sorted(found, reverse=True)
    ]


def functions_of(looks: list[Any], region_id: UUID) -> Callable[[Any], str]:
    """What says to a candidate of a look (`actor_kind`, `actor_id`, `organisation_id`) by whom it was, by function and
    organisation: "Een relatiemanager van Gemeente Tiel". Two queries."""
    lookers = _lookers_of(looks, region_id)
    return lambda look: _in_words(lookers(look), 1, "candidate")


def _lookers_of(looks: list[Any], region_id: UUID) -> Callable[[Any], Lookers]:
    names = {each.pk: each.name for each in regions.organisations_in(region_id)}
    roles: dict[tuple[UUID, UUID], list[str]] = defaultdict(list)
    staff = {look["actor_id"] for look in looks if look["actor_kind"] == "staff"}
    held = Membership.objects.filter(account_id__in=staff).order_by("-is_active", "role")
    for account, organisation, role in held.values_list("account_id", "organisation_id", "role"):
        roles[account, organisation].append(role)

    def who(look: dict[str, Any]) -> Lookers:
        if look["actor_kind"] != "staff":
            return look["actor_kind"], "", ""
        functions = roles.get((look["actor_id"], look["organisation_id"]), [""])
        return "staff", functions[0], names.get(look["organisation_id"], _("een andere organisatie"))

    return who


def _in_words(who: Lookers, count: int, kind: str) -> str:
    actor_kind, function, organisation = who
    if actor_kind == "staff":
        return str(BY_FUNCTION[function] % {"count": count, "organisation": organisation})
    if actor_kind == "entrepreneur" and kind == "candidate":
        words = ngettext(
            "Een ondernemer met wie u een afspraak hebt",
            "%(count)d ondernemers met wie u een afspraak hebt",
            count,
        )
        return words % {"count": count}
    return _("Het programma zelf") if actor_kind == "system" else who_in_words("", actor_kind)
