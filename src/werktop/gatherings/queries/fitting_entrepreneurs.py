"""Which entrepreneurs fit a gathering, and why in words.

The host first, then who looks for what the candidates on the list can do or like, near the place, and each time
another sector; a firm's second person, the host's too, comes after the other firms. The same facts give the same list.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor
from werktop.audit.keys import lot
from werktop.candidates import queries as candidates
from werktop.catalogue.choices import Sector
from werktop.employers import queries as employers
from werktop.regions import queries as regions
from werktop.work_profiles import queries as work_profiles

from ..models import GuestKind, Reply
from .by_name import named_first
from .scene import (
    ELSEWHERE_POINTS,
    FIRST_POINTS,
    LATELY,
    LATELY_POINTS,
    OWED_POINTS,
    REACHES,
    Asked,
    Fit,
    Scene,
    Wanted,
    is_elsewhere,
    near,
)

SHARE_POINTS = 400
"""For a firm that fits every candidate on the list; for half of them, half of it."""
KNOWN_POINTS = 60
"""For a firm that told what it looks for."""
TURN_POINTS = 40
"""What each next firm of one sector costs, so that the tables get different ones."""


def fitting_entrepreneurs(viewer: Actor, scene: Scene, wanted: Wanted, *, at: datetime) -> list[Fit]:
    """Entrepreneurs of the region who are not on the list yet, who fits best first; who was searched for by name before
    who only resembles it. Constant number of queries."""
    people = _people(viewer, scene, wanted)
    terms = work_profiles.term_ids_sought_by({p.employer_id for p in people})
    if wanted.term_id:
        people = [p for p in people if wanted.term_id in terms.get(p.employer_id, ())]
    asked = [g.candidate_id for g in scene.guests if g.candidate_id and g.reply != Reply.NO]
    seekers = list(candidates.term_ids_of(asked).values())
    before = scene.last_asked([p.pk for p in people], "entrepreneur_id", at)
    fits, alike = [], Counter((p.name.casefold(), p.employer_id) for p in people)
    for person in people:
        firm, last_time = person.employer, before.get(person.pk, Asked())
        last, owed = last_time.last_at, last_time.owed
        place = regions.place_of(firm.postcode or "")
        km = scene.km_to((place.latitude, place.longitude) if place else None)
        is_lately = last is not None and last > at - LATELY and not owed
        if (wanted.within_km and (km is None or km > wanted.within_km)) or (
            wanted.is_not_lately and is_lately
        ):
            continue
        looks_for = terms.get(firm.pk, set())
        matching = sum(1 for theirs in seekers if theirs & looks_for)
        is_host = firm.pk == scene.gathering.host_employer_id
        points = SHARE_POINTS * matching // max(1, len(asked)) + near(km) + KNOWN_POINTS * bool(looks_for)
        points += FIRST_POINTS * is_host + LATELY_POINTS * is_lately + OWED_POINTS * bool(owed)
        there = last_time.elsewhere
        points += ELSEWHERE_POINTS * bool(there)
        sector = str(Sector(firm.sector).label) if firm.sector else ""
        fits.append(
            Fit(
                id=person.pk,
                kind=GuestKind.ENTREPRENEUR,
                name=person.name,
                # two of one name at one firm: their address tells which
                sub=", ".join(
                    filter(
                        None,
                        (
                            firm.name,
                            sector,
                            (person.email or person.phone)
                            if alike[person.name.casefold(), firm.pk] > 1
                            else "",
                        ),
                    )
                ),
                points=points,
                last_invited_at=last,
                km=km,
                employer_id=firm.pk,
                firm_name=firm.name,
                elsewhere=there,
                reasons=[
                    *([is_elsewhere(there)] if there else []),
                    *_why(scene, looks_for, matching, km, owed=owed, is_host=is_host, is_lately=is_lately),
                ],
            )
        )
    seated = {p.employer_id for p in scene.entrepreneurs}
    sectors = {p.employer_id: p.employer.sector for p in people}
    in_turn = _one_firm_after_another(fits, seated, sectors, at, drawn_for=scene.gathering.pk)
    return named_first(in_turn, wanted.words)


def _people(viewer: Actor, scene: Scene, wanted: Wanted) -> list[Any]:
    found = employers.entrepreneurs_in_region(viewer)
    if not wanted.words:  # who does not come to tables is proposed to nobody, and is found by name
        found = found.filter(comes_to_tables=True)
    if wanted.sector:
        found = found.filter(employer__sector=wanted.sector)
    taken = scene.on_list(GuestKind.ENTREPRENEUR)
    people = [p for p in found if p.pk not in taken and _is_named(wanted.words, p)]
    sought = wanted.place.strip().casefold()
    if sought:
        people = [p for p in people if sought in f"{p.employer.place} {p.employer.postcode}".casefold()]
    if wanted.language:
        people = [p for p in people if wanted.language in p.languages]
    return people


def _why(
    scene: Scene,
    looks_for: set[UUID],
    matching: int,
    km: float | None,
    *,
    owed: str,
    is_host: bool,
    is_lately: bool,
) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    if is_host:
        told.append(("fits", _("we zijn er te gast")))
    if owed:
        told.append(("fits", owed))
    if matching:
        text = ngettext(
            "past bij %(count)s kandidaat op de lijst", "past bij %(count)s kandidaten op de lijst", matching
        )
        told.append(("fits", text % {"count": matching}))
    elif looks_for:
        named = sorted(scene.words[t] for t in looks_for if t in scene.words)[:2]
        if named:
            told.append(("fits", _("zoekt iemand voor: %(terms)s") % {"terms": ", ".join(named)}))
    if km is not None and not is_host and km <= REACHES[-1]:
        told.append(("fits", _("ligt op %(km)s km") % {"km": max(1, round(km))}))
    if is_lately:
        told.append(("missing", _("kort geleden ook uitgenodigd")))
    return told


def _one_firm_after_another(
    fits: list[Fit], seated: set[UUID], sectors: dict[UUID, str], at: datetime, *, drawn_for: UUID
) -> list[Fit]:
    """Each firm's first person, the sectors by turns; then second persons; between equals a lot for this gathering. `seated` are
    firms with one on the list."""
    lots = {fit.id: lot(drawn_for, fit.id) for fit in fits}
    fits.sort(key=lambda f: (-f.points, f.last_invited_at or at - timedelta(days=36500), lots[f.id]))
    turn_of_firm: Counter[UUID | None] = Counter(dict.fromkeys(seated, 1))
    turn_of_sector: Counter[str] = Counter()
    placed = []
    for fit in fits:
        firm_turn = turn_of_firm[fit.employer_id]
        sector = sectors.get(fit.employer_id, "") if fit.employer_id else ""
        turn_of_firm[fit.employer_id] += 1
        turn_of_sector[sector] += 1
        placed.append((firm_turn, -(fit.points - TURN_POINTS * turn_of_sector[sector]), lots[fit.id], fit))
    return [row[-1] for row in sorted(placed, key=lambda row: row[:3])]


def _is_named(words: str, person: Any) -> bool:
    whole = f"{person.name} {person.employer.name}".casefold()
    return all(word in whole for word in words.casefold().split())
