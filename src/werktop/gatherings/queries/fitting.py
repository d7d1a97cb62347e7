"""Which candidates fit a gathering, and why in words.

What counts: competencies and interests shared with the firms at the table, a language that is spoken at a table,
and the distance. Nothing else reaches the order: no sex, age, origin, health, benefit or target group. Who was
invited lately comes after who was not; who waited in vain, or whose gathering was called off, comes first;
between equals a lot for this gathering. The order is fixed: the same facts give the same list.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor
from werktop.audit.keys import lot
from werktop.candidates import queries as candidates
from werktop.catalogue.choices import Language
from werktop.regions import queries as regions

from ..affinity import table_of_affinities
from ..models import GuestKind
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

BEST = 3
"""A candidate meets a few firms, not all: the mean of the best so many affinities counts."""
NO_TABLE = -500
"""Points for a candidate who speaks no language of any open table: still in the list, after the others."""


def fitting_candidates(viewer: Actor, scene: Scene, wanted: Wanted, *, at: datetime) -> list[Fit]:
    """Candidates who are not on the list yet, who fits best first; who was searched for by name before who only
    resembles it. Constant number of queries.

    Own candidates by name; shared candidates of other organisations in the region as a nameless search profile.
    """
    taken = scene.on_list(GuestKind.CANDIDATE)
    pool = (
        [row for row in _own(viewer, scene, wanted) if row.id not in taken]
        if wanted.whose != "others"
        else []
    )
    if wanted.whose != "own" and not (wanted.words.strip() or wanted.is_mine):
        pool += [row for row in _others(viewer, scene, wanted) if row.id not in taken]
    spoken = scene.languages
    before = scene.last_asked([row.id for row in pool], "candidate_id", at)
    matrix = table_of_affinities([row.wishes for row in pool], [f.offer for f in scene.firms])
    best = np.sort(matrix, axis=1)[:, ::-1][:, :BEST].mean(axis=1) if pool else np.zeros(0)
    found = []
    for row, affinity in zip(pool, best, strict=True):
        km = scene.km_to(row.wishes.point)
        asked = before.get(row.id, Asked())
        last = asked.last_at
        if wanted.within_km and (km is None or km > wanted.within_km):
            continue
        is_lately = last is not None and last > at - LATELY and not asked.owed
        if wanted.is_not_lately and is_lately:
            continue
        points = (
            int(affinity)
            + near(km)
            + (LATELY_POINTS if is_lately else 0)
            + (OWED_POINTS if asked.owed else 0)
        )
        if row.wishes.languages and not row.wishes.languages & spoken:
            points += NO_TABLE
        if row.id in scene.guests_of_main:
            points += FIRST_POINTS * (2 if scene.guests_of_main[row.id] else 1)
        points += ELSEWHERE_POINTS if asked.elsewhere else 0
        found.append(
            replace(
                row, points=points, km=km, last_invited_at=last, owed=asked.owed, elsewhere=asked.elsewhere
            )
        )
    found.sort(
        key=lambda f: (
            -f.points,
            f.last_invited_at is not None,
            f.last_invited_at or at,
            lot(scene.gathering.pk, f.id),
        )
    )
    return named_first(found, wanted.words)


def with_reasons(fits: list[Fit], scene: Scene, *, at: datetime, is_naming: bool) -> list[Fit]:
    """The same people, candidates now with why in words (entrepreneurs came with theirs). For who is shown on a page; no
    queries past what the scene has. `is_naming`: the viewer reads the guest list, and so which firm looks for somebody;
    others read how many do."""
    return [
        replace(fit, reasons=_why(fit, scene, at, is_naming=is_naming))
        if fit.kind == GuestKind.CANDIDATE
        else fit
        for fit in fits
    ]


def _why(fit: Fit, scene: Scene, at: datetime, *, is_naming: bool) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = [is_elsewhere(fit.elsewhere)] if fit.elsewhere else []
    words = scene.words
    if fit.id in scene.guests_of_main:
        comes = scene.guests_of_main[fit.id]
        told.append(
            (
                "fits",
                _("komt naar het gesprek zelf") if comes else _("staat op de lijst van het gesprek zelf"),
            )
        )
    if fit.owed:
        told.append(("fits", fit.owed))
    shared: dict[UUID, list[str]] = {}
    for firm in scene.firms:
        for term in (fit.wishes.competencies & firm.offer.competencies) | (
            fit.wishes.interests & firm.offer.interests
        ):
            shared.setdefault(term, []).append(firm.name)
    most_asked = sorted(shared, key=lambda t: (-len(shared[t]), words.get(t, "")))
    for term in [t for t in most_asked if t in words][:2]:
        who = shared[term]
        if len(who) == 1 and is_naming:
            text = _("%(term)s, gezocht door %(firm)s") % {"term": words[term], "firm": who[0]}
        else:
            text = ngettext(
                "%(term)s, gezocht door %(count)s bedrijf aan tafel",
                "%(term)s, gezocht door %(count)s bedrijven aan tafel",
                len(who),
            ) % {"term": words[term], "count": len(who)}
        told.append(("fits", text))
    if fit.km is not None and fit.km <= REACHES[-1]:
        told.append(("fits", _("woont op %(km)s km") % {"km": max(1, round(fit.km))}))
    common = fit.wishes.languages & scene.languages
    foreign = sorted(str(Language(code).label) for code in common - {"nl"})
    if "nl" not in common and foreign:
        told.append(("fits", _("aan tafel wordt %(language)s gesproken") % {"language": foreign[0]}))
    if fit.wishes.languages and not common:
        own = ", ".join(sorted(str(Language(code).label) for code in fit.wishes.languages))
        told.append(("missing", _("nog geen tafel met %(language)s") % {"language": own}))
    if fit.last_invited_at is not None and fit.last_invited_at > at - LATELY and not fit.owed:
        told.append(("missing", _("kort geleden ook uitgenodigd")))
    return told


def _own(viewer: Actor, scene: Scene, wanted: Wanted) -> list[Fit]:
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
    return [
        Fit(
            id=r.id,
            kind=GuestKind.CANDIDATE,
            name=f"{r.first_name} {r.last_name}".strip(),
            sub=regions.place_name(r.postcode),
            points=0,
            last_invited_at=None,
            km=None,
            wishes=scene.wishes(terms.get(r.id, set()), r.languages, r.postcode),
        )
        for r in rows
    ]


def _others(viewer: Actor, scene: Scene, wanted: Wanted) -> list[Fit]:
    profiles = candidates.search_profiles_in_region(viewer)
    organisations = (
        {o.pk: o.name for o in regions.organisations_in(viewer.region_id)} if viewer.region_id else {}
    )
    found = []
    for profile in profiles:
        if wanted.language and wanted.language not in profile.languages:
            continue
        if wanted.term_id and wanted.term_id not in profile.term_ids:
            continue
        place = regions.place_name(profile.pc4)
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
                wishes=scene.wishes(profile.term_ids, profile.languages, profile.pc4),
            )
        )
    return found
