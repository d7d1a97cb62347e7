"""What colleagues did with a person's file and who looked at it, in words for that person.

A colleague is told by the organisation, and who looked by the function there too; by name only where that is asked and weighed
(Court of Justice of the EU, C-579/21).
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, moment
from werktop.audit.merging import known_before_as
from werktop.audit.queries import TrailFilters, trail_of_organisation
from werktop.audit.telling import sentence_to_person, who_in_words
from werktop.regions import queries as regions

from .lookers import days_of_looking
from .models import LoginCode, OwnSession, Pairing


def all_kept_of_doings(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """The trail and the log of who looked, by day, the latest first: as the viewer's organisation keeps them."""
    assert viewer.organisation_id is not None and viewer.region_id is not None
    kind = person._meta.model_name
    whose = [person.pk, *known_before_as(kind, person.pk)]
    about = [TrailFilters(about_id=key) for key in whose]
    names = {each.pk: each.name for each in regions.organisations_in(viewer.region_id)}
    by_the_person = Q(actor_kind=kind, actor_id__in=whose)
    entries = trail_of_organisation(viewer.organisation_id).filter(by_the_person)
    looks = days_of_looking(viewer.organisation_id, viewer.region_id, person.pk, kind)
    for each in about:
        entries |= trail_of_organisation(viewer.organisation_id, each)

    def who(line: Any) -> str:
        if line.actor_id in whose:
            return _("U zelf")
        if line.actor_kind == "staff":
            organisation = names.get(line.organisation_id, _("een andere organisatie"))
            return _("Een collega van %(organisation)s") % {"organisation": organisation}
        return who_in_words("", line.actor_kind)

    def by_day(lines: Any, words: Any) -> list[tuple[str, str]]:
        found: dict[date, Counter[str]] = {}
        for line in lines:
            found.setdefault(timezone.localdate(line.at), Counter())[words(line)] += 1
        return [
            (day(when), "\n".join(_times(said, count) for said, count in told.items()))
            for when, told in found.items()
        ]

    return [
        Part(
            _("Wat er met uw gegevens gebeurde"),
            by_day(entries, lambda line: f"{who(line)} {sentence_to_person(line.verb)}"),
            ("trail",),
            _("Van elk verzoek bewaren wij 30 dagen een nummer, zodat het niet dubbel telt."),
        ),
        Part(
            _("Wie uw gegevens bekeek"),
            [(day(when), "\n".join(_times(*each) for each in lookers)) for when, lookers in looks],
            ("view",),
            _(
                "Wie keek, telt één keer per dag en per soort bladzijde. Wie alleen uw naam zag staan bij het typen van een"
                " notitie, zag niets van uw gegevens en telt niet mee."
            ),
        ),
    ]


def all_kept_of_logins(viewer: Actor, person: Any, at: datetime) -> list[Part]:
    """When somebody was on the own page these days, and how."""
    holder = {"holder_kind": person._meta.model_name, "holder_id": person.pk}
    sessions = OwnSession.objects.filter(**holder).order_by("-begun_at", "-id")
    rows = [(moment(each.begun_at), str(each.get_way_display())) for each in sessions]
    if count := LoginCode.objects.filter(**holder).count():
        rows.append((_("Codes die u vroeg en niet gebruikte"), str(count)))
    ties = [
        row
        for pairing in Pairing.objects.filter(**holder).order_by("-made_at", "-id")
        for row in (
            (_("Koppelcode gekregen op"), day(pairing.made_at)),
            (_("Eigen inlog gekoppeld op"), day(pairing.tied_at)),
            (_("Koppeling gestopt op"), day(pairing.ended_at)),
        )
    ]
    return [
        Part(_("U op uw eigen pagina"), rows, ("login",)),
        Part(_("Uw eigen inlog"), ties, ("candidate",)),
    ]


def _times(said: str, count: int) -> str:
    return said if count == 1 else _("%(what)s (%(count)d keer)") % {"what": said, "count": count}
