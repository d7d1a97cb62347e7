"""Who fits a gathering, and why in words: suggestions for candidates and for entrepreneurs.

What counts: competencies and interests shared with the firms at the table, a language that is spoken at a table,
and the distance. Nothing else reaches the order: no sex, age, origin, health, benefit or target group. Who was
invited lately comes after who was not. The order is fixed: the same facts give the same list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.catalogue.choices import Language, Sector
from werktop.employers import queries as employers
from werktop.regions import queries as regions

from ..affinity import Offer, Wishes, table_of_affinities
from ..models import Gathering, GatheringFormat, Guest, GuestKind, Reply, Table

LATELY = timedelta(days=60)
"""An invitation this recent makes room for others first."""
BEST = 3
"""A candidate meets a few firms, not all: the mean of the best so many affinities counts."""
NEAR_POINTS = ((5.0, 120), (10.0, 80), (20.0, 40))
NO_TABLE = -500
"""Points for a candidate who speaks no language of any open table: still in the list, after the others."""
LATELY_POINTS = -300
REACHES = (5, 10, 20)


@dataclass(frozen=True)
class Wanted:
    """What the suggestions are narrowed to. Empty: not narrowed. `whose`: "own", "others" or "all"."""

    words: str = ""
    language: str = ""
    term_id: UUID | None = None
    place: str = ""
    within_km: int = 0
    is_mine: bool = False
    is_not_lately: bool = False
    whose: str = "own"
    sector: str = ""


@dataclass(frozen=True)
class Fit:
    """One suggestion. `name` is empty for another organisation's candidate; `points` only orders the list and is
    never shown. `reasons` are rows of (fits, learn or missing; text), filled for who is shown."""

    id: UUID
    kind: str
    name: str
    sub: str
    points: int
    last_invited_at: datetime | None
    km: float | None
    wishes: Wishes = field(default_factory=Wishes)
    employer_id: UUID | None = None
    reasons: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class _Firm:
    id: UUID
    name: str
    offer: Offer


def fitting_candidates(viewer: Actor, gathering: Gathering, wanted: Wanted, *, at: datetime) -> list[Fit]:
    """Candidates who are not on the list yet, who fits best first. Constant number of queries.

    Own candidates by name; shared candidates of other organisations in the region as a nameless search profile.
    """
    taken = set(
        Guest.objects.filter(gathering=gathering, kind=GuestKind.CANDIDATE).values_list(
            "candidate_id", flat=True
        )
    )
    pool = [row for row in _own(viewer, wanted) if row.id not in taken] if wanted.whose != "others" else []
    if wanted.whose != "own" and not (wanted.words.strip() or wanted.is_mine):
        pool += [row for row in _others(viewer, wanted) if row.id not in taken]
    firms = _firms_at(gathering)
    spoken = _languages_at(gathering)
    mains = _guests_of_main(gathering)
    lately = _last_invited([row.id for row in pool], "candidate_id", gathering)
    hall = regions.place_of(gathering.host_employer.postcode or "")
    matrix = table_of_affinities([row.wishes for row in pool], [f.offer for f in firms])
    best = np.sort(matrix, axis=1)[:, ::-1][:, :BEST].mean(axis=1) if firms and pool else np.zeros(len(pool))
    found = []
    for row, affinity in zip(pool, best, strict=True):
        km = _km(row.wishes.point, hall)
        last = lately.get(row.id)
        if wanted.within_km and (km is None or km > wanted.within_km):
            continue
        is_lately = last is not None and last > at - LATELY
        if wanted.is_not_lately and is_lately:
            continue
        points = int(affinity) + _near(km) + (LATELY_POINTS if is_lately else 0)
        if row.wishes.languages and not row.wishes.languages & spoken:
            points += NO_TABLE
        if row.id in mains:
            points += 10_000
        found.append(replace(row, points=points, km=km, last_invited_at=last))
    found.sort(key=lambda f: (-f.points, f.last_invited_at is not None, f.last_invited_at or at, f.id))
    return found


def with_reasons(fits: list[Fit], gathering: Gathering, *, at: datetime) -> list[Fit]:
    """The same candidates with why, in words. For who is shown on a page; constant number of queries."""
    firms, spoken, mains = _firms_at(gathering), _languages_at(gathering), _guests_of_main(gathering)
    words = {t.pk: t.label for t in catalogue.terms()}
    return [replace(fit, reasons=_why(fit, firms, spoken, words, fit.id in mains, at)) for fit in fits]


def _why(
    fit: Fit,
    firms: list[_Firm],
    spoken: frozenset[str],
    words: dict[UUID, str],
    is_in_main: bool,
    at: datetime,
) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    if is_in_main:
        told.append(("fits", _("staat op de lijst van het gesprek zelf")))
    shared: dict[UUID, list[str]] = {}
    for firm in firms:
        for term in (fit.wishes.competencies & firm.offer.competencies) | (
            fit.wishes.interests & firm.offer.interests
        ):
            shared.setdefault(term, []).append(firm.name)
    most_asked = sorted(shared, key=lambda t: (-len(shared[t]), words.get(t, "")))
    for term in [t for t in most_asked if t in words][:2]:
        who = shared[term]
        told.append(
            ("fits", _("%(term)s, gezocht door %(firm)s") % {"term": words[term], "firm": who[0]})
            if len(who) == 1
            else (
                "fits",
                _("%(term)s, gezocht door %(count)s bedrijven aan tafel")
                % {"term": words[term], "count": len(who)},
            )
        )
    if fit.km is not None and fit.km <= REACHES[-1]:
        told.append(("fits", _("woont op %(km)s km") % {"km": max(1, round(fit.km))}))
    common = fit.wishes.languages & spoken
    foreign = sorted(str(Language(code).label) for code in common - {"nl"})
    if "nl" not in common and foreign:
        told.append(("fits", _("aan tafel wordt %(language)s gesproken") % {"language": foreign[0]}))
    if fit.wishes.languages and not common:
        own = ", ".join(sorted(str(Language(code).label) for code in fit.wishes.languages))
        told.append(("missing", _("nog geen tafel met %(language)s") % {"language": own}))
    if fit.last_invited_at is not None and fit.last_invited_at > at - LATELY:
        told.append(("missing", _("kort geleden ook uitgenodigd")))
    return told


def fitting_entrepreneurs(viewer: Actor, gathering: Gathering, wanted: Wanted, *, at: datetime) -> list[Fit]:
    """Entrepreneurs who are not on the list yet, with why: the host first, then who fits the candidates on the list,
    near the place, and each time another sector. A firm's second person comes after the other firms.
    """
    on_list = list(Guest.objects.filter(gathering=gathering).exclude(reply=Reply.NO))
    taken = set(
        Guest.objects.filter(gathering=gathering, kind=GuestKind.ENTREPRENEUR).values_list(
            "entrepreneur_id", flat=True
        )
    )
    found = employers.entrepreneurs_in_region(viewer)
    if wanted.sector:
        found = found.filter(employer__sector=wanted.sector)
    people = [p for p in found if p.pk not in taken and _is_named(wanted.words, p)]
    if wanted.place.strip():
        sought = wanted.place.strip().casefold()
        people = [p for p in people if sought in f"{p.employer.place} {p.employer.postcode}".casefold()]
    if wanted.language:
        people = [p for p in people if wanted.language in p.languages]
    terms = employers.term_ids_of({p.employer_id for p in people})
    if wanted.term_id:
        people = [p for p in people if wanted.term_id in terms.get(p.employer_id, ())]
    seekers = candidates.term_ids_of([g.candidate_id for g in on_list if g.candidate_id])
    lately = _last_invited([p.pk for p in people], "entrepreneur_id", gathering)
    hall = regions.place_of(gathering.host_employer.postcode or "")
    words = {t.pk: t.label for t in catalogue.terms()}
    seated = {
        p.employer_id
        for p in employers.entrepreneurs_by_id(
            [g.entrepreneur_id for g in on_list if g.entrepreneur_id]
        ).values()
    }
    fits: list[Fit] = []
    for person in people:
        firm = person.employer
        place = regions.place_of(firm.postcode or "")
        km = regions.distance_km(place, hall) if place and hall else None
        if wanted.within_km and (km is None or km > wanted.within_km):
            continue
        last = lately.get(person.pk)
        is_lately = last is not None and last > at - LATELY
        if wanted.is_not_lately and is_lately:
            continue
        looks_for = terms.get(firm.pk, set())
        matching = sum(1 for theirs in seekers.values() if theirs & looks_for)
        is_host = firm.pk == gathering.host_employer_id
        reasons: list[tuple[str, str]] = []
        if is_host:
            reasons.append(("fits", _("we zijn er te gast")))
        if matching:
            text = ngettext(
                "past bij %(count)s kandidaat op de lijst",
                "past bij %(count)s kandidaten op de lijst",
                matching,
            )
            reasons.append(("fits", text % {"count": matching}))
        elif looks_for:
            named = sorted(words[t] for t in looks_for if t in words)[:2]
            if named:
                reasons.append(("fits", _("zoekt iemand voor: %(terms)s") % {"terms": ", ".join(named)}))
        if km is not None and not is_host and km <= REACHES[-1]:
            reasons.append(("fits", _("ligt op %(km)s km") % {"km": max(1, round(km))}))
        if is_lately:
            reasons.append(("missing", _("kort geleden ook uitgenodigd")))
        share = 400 * matching // max(1, len(seekers))
        fits.append(
            Fit(
                id=person.pk,
                kind=GuestKind.ENTREPRENEUR,
                name=person.name,
                sub=", ".join(
                    filter(None, (firm.name, str(Sector(firm.sector).label) if firm.sector else ""))
                ),
                points=share
                + _near(km)
                + 60 * bool(looks_for)
                + 10_000 * is_host
                + (LATELY_POINTS if is_lately else 0),
                last_invited_at=last,
                km=km,
                employer_id=firm.pk,
                reasons=reasons,
            )
        )
    return _one_firm_after_another(fits, seated, {p.employer_id: p.employer.sector for p in people}, at)


def _one_firm_after_another(
    fits: list[Fit], seated: set[UUID], sectors: dict[UUID, str], at: datetime
) -> list[Fit]:
    """Each firm's first person, the sectors by turns; then second persons."""
    fits.sort(key=lambda f: (-f.points, f.last_invited_at or at - timedelta(days=36500), f.id))
    turn_of_firm: Counter[UUID | None] = Counter(dict.fromkeys(seated, 1))
    turn_of_sector: Counter[str] = Counter()
    placed = []
    for fit in fits:
        firm_turn = turn_of_firm[fit.employer_id]
        sector = sectors.get(fit.employer_id, "") if fit.employer_id else ""
        turn_of_firm[fit.employer_id] += 1
        turn_of_sector[sector] += 1
        # every next firm of one sector costs what 10 km nearer brings
        placed.append((firm_turn, -(fit.points - 40 * turn_of_sector[sector]), fit.id, fit))
    return [row[-1] for row in sorted(placed, key=lambda row: row[:3])]


def _own(viewer: Actor, wanted: Wanted) -> list[Fit]:
    asked = candidates.Filters(
        words=wanted.words,
        languages=[wanted.language] if wanted.language else [],
        term_ids=[wanted.term_id] if wanted.term_id else [],
        place=wanted.place,
        is_mine=wanted.is_mine,
        sort="name",
    )
    rows: list[Any] = list(
        candidates.found_candidates(viewer, asked)
        .select_related(None)
        .prefetch_related(None)
        .values_list("id", "first_name", "last_name", "postcode", "languages", named=True)
    )
    terms = candidates.term_ids_of([r.id for r in rows])
    competencies = _competencies()
    return [
        Fit(
            id=r.id,
            kind=GuestKind.CANDIDATE,
            name=f"{r.first_name} {r.last_name}".strip(),
            sub=_place_name(r.postcode),
            points=0,
            last_invited_at=None,
            km=None,
            wishes=_wishes(terms.get(r.id, set()), r.languages, r.postcode, competencies),
        )
        for r in rows
    ]


def _others(viewer: Actor, wanted: Wanted) -> list[Fit]:
    profiles = candidates.search_profiles_in_region(viewer)
    organisations = (
        {o.pk: o.name for o in regions.organisations_in(viewer.region_id)} if viewer.region_id else {}
    )
    competencies = _competencies()
    found = []
    for profile in profiles:
        if wanted.language and wanted.language not in profile.languages:
            continue
        if wanted.term_id and wanted.term_id not in profile.term_ids:
            continue
        place = _place_name(profile.pc4)
        sought = wanted.place.strip().casefold()
        if sought and not (place.casefold().startswith(sought) or profile.pc4.startswith(sought[:4])):
            continue
        found.append(
            Fit(
                id=profile.id,
                kind=GuestKind.CANDIDATE,
                name="",
                sub=", ".join(filter(None, (organisations.get(profile.organisation_id, ""), place))),
                points=0,
                last_invited_at=None,
                km=None,
                wishes=_wishes(profile.term_ids, profile.languages, profile.pc4, competencies),
            )
        )
    return found


def _wishes(
    terms: set[UUID], languages: Iterable[str], postcode: str, competencies: frozenset[UUID]
) -> Wishes:
    place = regions.place_of(postcode or "")
    return Wishes(
        competencies=frozenset(terms & competencies),
        interests=frozenset(terms - competencies),
        languages=frozenset(languages),
        point=(place.latitude, place.longitude) if place else None,
    )


def _competencies() -> frozenset[UUID]:
    return frozenset(catalogue.terms(catalogue.TermKind.COMPETENCY).values_list("pk", flat=True))


def _firms_at(gathering: Gathering) -> list[_Firm]:
    """The host employer and the employers of the entrepreneurs on the list, each once."""
    on_list = Guest.objects.filter(gathering=gathering, kind=GuestKind.ENTREPRENEUR).exclude(reply=Reply.NO)
    people = employers.entrepreneurs_by_id(on_list.values_list("entrepreneur_id", flat=True)).values()
    rows: dict[UUID, Any] = {gathering.host_employer_id: gathering.host_employer}
    spoken: dict[UUID, set[str]] = {gathering.host_employer_id: {"nl"}}
    for person in people:
        rows[person.employer_id] = person.employer
        spoken.setdefault(person.employer_id, set()).update(person.languages)
    terms, competencies = employers.term_ids_of(rows), _competencies()
    found = []
    for key, firm in rows.items():
        place, own = regions.place_of(firm.postcode or ""), frozenset(terms.get(key, ()))
        point = (place.latitude, place.longitude) if place else None
        offer = Offer(own & competencies, own - competencies, frozenset(spoken[key]), point)
        found.append(_Firm(key, firm.name, offer))
    return found


def _languages_at(gathering: Gathering) -> frozenset[str]:
    """Languages of the open tables; Dutch where there are none yet."""
    lists = Table.objects.filter(gathering=gathering, is_closed=False).values_list("languages", flat=True)
    return frozenset().union(*lists) or frozenset({"nl"})


def _guests_of_main(gathering: Gathering) -> set[UUID]:
    """Of a preparation: the candidates of the gathering that it prepares for."""
    if gathering.format != GatheringFormat.PREPARATION or gathering.prepares_for_id is None:
        return set()
    return set(
        Guest.objects.filter(gathering_id=gathering.prepares_for_id, kind=GuestKind.CANDIDATE)
        .exclude(reply=Reply.NO)
        .values_list("candidate_id", flat=True)
    )


def _last_invited(ids: list[UUID], column: str, gathering: Gathering) -> dict[UUID, datetime]:
    rows = (
        Guest.objects.filter(
            region_id=gathering.region_id, invited_at__isnull=False, **{f"{column}__in": ids}
        )
        .exclude(gathering_id__in=[gathering.prepares_for_id] if gathering.prepares_for_id else [])
        .values_list(column)
        .annotate(last=Max("invited_at"))
        .order_by()
    )
    return dict(rows)


def _km(point: tuple[float, float] | None, hall: regions.Place | None) -> float | None:
    if point is None or hall is None:
        return None
    return regions.distance_km(regions.Place("", "", *point), hall)


def _near(km: float | None) -> int:
    return next((points for limit, points in NEAR_POINTS if km is not None and km <= limit), 0)


def _place_name(postcode: str) -> str:
    place = regions.place_of(postcode or "")
    return place.name if place else ""


def _is_named(words: str, person: Any) -> bool:
    whole = f"{person.name} {person.employer.name}".casefold()
    return all(word in whole for word in words.casefold().split())
