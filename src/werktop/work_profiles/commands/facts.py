"""Facts about work as they are kept: tidied and checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from werktop.audit.refusals import DayOutOfReach, Refusal, refuse_far_day
from werktop.catalogue.choices import WorkForm
from werktop.work_profiles.choices import OPPOSITES, Because, Day, HowSure, PartOfDay, Trait
from werktop.work_profiles.models import WorkProfile
from werktop.work_profiles.queries.versions import SAYS as FIELDS
from werktop.work_profiles.refusals import (
    EndsBeforeItStarts,
    HoursAreTurned,
    HoursAreUnreadable,
    OpenHiringSelectsNobody,
    PlaceContradictsItself,
    PlacesAreUnreadable,
    WageIsTurned,
    WageIsUnreadable,
    WhatIsMissing,
)

SEVERAL: Mapping[str, Any] = {"forms": WorkForm, "days": Day, "times": PartOfDay, "traits": Trait}
ONE: Mapping[str, Any] = {"because": Because, "how_sure": HowSure}
MOST_PLACES, MOST_HOURS, MOST_WAGE_CENTS = 999, 60, 50_000
SELECTION: Mapping[str, Any] = {"select_count": None, "select_how": "", "select_by_date": None}


def tidied(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The same facts in one spelling: words trimmed and cut off, choices that are not there left out."""
    if unknown := set(facts) - set(FIELDS):
        raise TypeError(f"no such facts: {', '.join(sorted(unknown))}")
    tidy = dict(facts)
    for name, value in facts.items():
        if name in SEVERAL:
            tidy[name] = in_order(value, SEVERAL[name])
        elif name in ONE:
            tidy[name] = value if value in ONE[name].values else ""
        elif isinstance(value, str):
            text = value.replace("\x00", "").strip()
            limit = getattr(WorkProfile._meta.get_field(name), "max_length", None)
            tidy[name] = " ".join(text.split())[:limit] if limit else text[:4000]
    if not tidy.get("is_expected", True):
        tidy |= {"because": "", "how_sure": ""}
    return tidy


def in_order(picked: Iterable[str], choices: Any) -> list[str]:
    """What was picked, once each and in the order of the list."""
    there = set(picked)
    return [value for value in choices.values if value in there]


def faults_of(tidy: Mapping[str, Any], today: date, is_moved: Mapping[str, bool]) -> list[Refusal]:
    """Everything that is wrong with these facts together, so that a form can say it all at once. `is_moved`: which of the days were
    typed now; a day that stood there already may lie far back."""
    faults = list[Refusal]()
    if not tidy.get("what"):
        faults.append(WhatIsMissing(field="what"))
    for name, most, refusal in (
        ("places", MOST_PLACES, PlacesAreUnreadable),
        ("select_count", MOST_PLACES, PlacesAreUnreadable),
        ("hours_min", MOST_HOURS, HoursAreUnreadable),
        ("hours_max", MOST_HOURS, HoursAreUnreadable),
        ("wage_min_cents", MOST_WAGE_CENTS, WageIsUnreadable),
        ("wage_max_cents", MOST_WAGE_CENTS, WageIsUnreadable),
    ):
        number = tidy.get(name)
        if number is not None and not 1 <= number <= most:
            faults.append(refusal(field=name))
    if _turned(tidy.get("hours_min"), tidy.get("hours_max")):
        faults.append(HoursAreTurned(field="hours_max"))
    if _turned(tidy.get("wage_min_cents"), tidy.get("wage_max_cents")):
        faults.append(WageIsTurned(field="wage_max_cents"))
    for name in ("from_date", "until_date", "select_by_date"):
        if tidy.get(name) and is_moved.get(name, True):
            try:
                refuse_far_day(tidy[name], today, name)
            except DayOutOfReach as fault:
                faults.append(fault)
    if _turned(tidy.get("from_date"), tidy.get("until_date")):
        faults.append(EndsBeforeItStarts(field="until_date"))
    traits = set(tidy.get("traits", ()))
    faults += [
        PlaceContradictsItself(one.label, other.label, field="traits")
        for one, other in OPPOSITES
        if {one.value, other.value} <= traits
    ]
    if tidy.get("is_open_hiring") and any(tidy.get(name) for name in SELECTION):
        faults.append(OpenHiringSelectsNobody(field="is_open_hiring"))
    return faults


def _turned(low: Any, high: Any) -> bool:
    return low is not None and high is not None and low > high
