"""Writes of the market plan: who puts a firm in it, who approaches it, and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible, Refusal, refuse_far_day
from werktop.audit.versions import refuse_changed
from werktop.catalogue.choices import Sector
from werktop.employers import queries as employers
from werktop.market_plan.models import Standing, Target
from werktop.market_plan.queries import (
    SAYS,
    Filters,
    found_targets,
    may_change,
    standing_here,
    target_facts,
)
from werktop.regions import queries as regions
from werktop.regions.naming import NameKey

MOST_AT_ONCE = 50


class NameIsMissing(Refusal):
    text = _("Schrijf ten minste één bedrijf op.")


class TooManyAtOnce(Refusal):
    text = _("Schrijf hoogstens 50 bedrijven tegelijk op, één op elke regel.")


class StandsInThePlan(Refusal):
    """One of these firms is in the plan already: whoever reads this sees who approaches it."""

    def __init__(self, rows: Sequence[Any] = (), *, field: str | None = "names") -> None:
        names = ", ".join(_approached(row) for row in rows[:5])
        words = (
            ngettext(
                "Dit bedrijf staat al in het plan: %(names)s.",
                "Deze bedrijven staan al in het plan: %(names)s.",
                len(rows),
            )
            % {"names": names}
            if rows
            else _("Dit bedrijf staat al in het plan, of een collega zette het er net in.")
        )
        super().__init__(words, field=field)


class FormIsIncomplete(Refusal):
    text = _("Dit formulier klopt niet. Laad de pagina opnieuw.")


class WhyIsMissing(Refusal):
    text = _("Schrijf waarom het nu niet is. Dan weet een collega het later ook.")


class AnotherApproaches(Refusal):
    """Somebody else was first: one government knocks once."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("%(name)s benadert dit bedrijf al. Spreek samen af wie het doet.") % {"name": name}
        )


def _approached(row: Any) -> str:
    who = row.organisation.name if row.organisation else str(_("nog niemand benadert het"))
    return f"{row.name} ({who})"


@command(about="target")
def plan_firms(
    *,
    actor: Actor,
    at: datetime,
    names: list[str],
    organisation_id: UUID | None = None,
    **facts: Any,
) -> list[UUID]:
    """Put these firms in the plan of the actor's region; all of them or none. `facts` hold for each: sector, place, why,
    in_contact, by_date. A firm that has a page here is tied to it. Refuses `NameIsMissing`, `TooManyAtOnce`, `StandsInThePlan`,
    `DayOutOfReach`. Returns their keys in the order of the names."""
    actor.require("edit_employers")
    asked = _each_once(names)
    if not asked:
        raise NameIsMissing(field="names")
    if len(asked) > MOST_AT_ONCE:
        raise TooManyAtOnce(field="names")
    tidy = _tidied(facts)
    _refuse_far(tidy.get("by_date"), at)
    if known := standing_here(actor, asked, tidy.get("place", "")):
        raise StandsInThePlan(known)
    pages = _pages_of(actor, asked, tidy.get("place", ""))
    rows = [
        Target(
            region_id=actor.region_id, name=name, organisation_id=_in_region(actor, organisation_id),
            employer_id=pages.get(name), stood_at=at, noted_by_id=actor.id, noted_for_id=actor.organisation_id,
            noted_at=at, **tidy,
        )
        for name in asked
    ]  # fmt: skip
    try:
        with transaction.atomic():
            Target.objects.bulk_create(rows)
    except IntegrityError as fault:
        raise StandsInThePlan() from fault
    tell(count=len(rows))
    return [row.pk for row in rows]


@command(about="target")
def change_target(*, actor: Actor, at: datetime, target_id: UUID, version: str = "", **facts: Any) -> UUID:
    """Change what is known of a firm of the plan; what is not named stays. Refuses as `plan_firms` does, and `ChangedMeanwhile`."""
    target = _to_change(actor, target_id)
    if version:
        refuse_changed(version, target_facts(target))
    tidy = _tidied(facts)
    if "name" in tidy and not tidy["name"]:
        raise NameIsMissing(field="name")
    if tidy.get("by_date") != target.by_date:
        _refuse_far(tidy.get("by_date"), at)
    for name, value in tidy.items():
        setattr(target, name, value)
    try:
        with transaction.atomic():
            target.save(update_fields=list(tidy))
    except IntegrityError as fault:
        raise StandsInThePlan(field="name") from fault
    return target.pk


@command(about="target")
def take_on(*, actor: Actor, at: datetime, target_id: UUID) -> UUID:
    """The actor approaches this firm, for the own organisation. Of two at the same moment one does; the other reads who:
    `AnotherApproaches`."""
    actor.require("edit_employers")
    target = _held(actor, target_id)
    if target.organisation and target.organisation_id != actor.organisation_id:
        raise AnotherApproaches(target.organisation.name)
    if target.approached_by and target.approached_by_id != actor.id:
        raise AnotherApproaches(target.approached_by.name)
    target.organisation_id, target.approached_by_id = actor.organisation_id, actor.id
    target.save(update_fields=["organisation", "approached_by"])
    return target.pk


@command(about="target")
def give_target(*, actor: Actor, at: datetime, target_id: UUID, organisation_id: UUID | None) -> UUID:
    """Another organisation of the region approaches this firm, as was agreed; nobody with None."""
    target = _to_change(actor, target_id)
    chosen = _in_region(actor, organisation_id)
    if chosen != target.organisation_id:
        target.organisation_id, target.approached_by_id = chosen, None
        target.save(update_fields=["organisation", "approached_by"])
    return target.pk


@command(about="target")
def say_standing(*, actor: Actor, at: datetime, target_id: UUID, standing: str, words: str = "") -> UUID:
    """How it stands with this firm, in the words of `Standing`; "not now" says why: `WhyIsMissing`. Back on the list is refused
    with `StandsInThePlan` where it was put there anew meanwhile."""
    target = _to_change(actor, target_id)
    said = " ".join(words.replace("\x00", "").split())[:200]
    if standing not in Standing.values:
        raise FormIsIncomplete()
    if standing == Standing.NOT_NOW and not said:
        raise WhyIsMissing(field="words")
    target.standing, target.standing_words, target.stood_at = standing, said, at
    try:
        with transaction.atomic():
            target.save(update_fields=["standing", "standing_words", "stood_at"])
    except IntegrityError as fault:
        raise StandsInThePlan(field=None) from fault
    return target.pk


@command(about="target")
def tie_target(*, actor: Actor, at: datetime, target_id: UUID, employer_id: UUID | None) -> UUID:
    """This firm of the plan is that employer of the region; with None it is none of them."""
    target = _to_change(actor, target_id)
    target.employer_id = employers.employer_for(actor, employer_id).pk if employer_id else None
    try:
        with transaction.atomic():
            target.save(update_fields=["employer"])
    except IntegrityError as fault:
        raise StandsInThePlan(field=None) from fault
    return target.pk


@command(about="market_plan")
def note_plan_taken(*, actor: Actor, at: datetime, filters: Filters) -> None:
    """The actor downloads the firms of the plan that fit `filters`: an audit line with how many."""
    actor.require("see_employers")
    tell(count=found_targets(actor, filters).count())


def _refuse_far(day: date | None, at: datetime) -> None:
    if day:
        refuse_far_day(day, timezone.localdate(at), field="by_date")


def _held(actor: Actor, target_id: UUID) -> Target:
    # no join: of who waited for the lock a joined row is of before the wait, and who took it meanwhile would be nobody
    target = Target.objects.select_for_update().filter(pk=target_id, region_id=actor.region_id).first()
    if target is None:
        raise NotVisible()
    return target


def _to_change(actor: Actor, target_id: UUID) -> Target:
    actor.require("edit_employers")
    target = _held(actor, target_id)
    if not may_change(actor, target):
        raise NotVisible()
    return target


def _in_region(actor: Actor, organisation_id: UUID | None) -> UUID | None:
    if organisation_id is None:
        return None
    if (
        actor.region_id is None
        or not regions.organisations_in(actor.region_id).filter(pk=organisation_id).exists()
    ):
        raise NotVisible()
    return organisation_id


def _each_once(names: Sequence[str]) -> list[str]:
    found: dict[str, str] = {}
    for name in names:
        said = " ".join(name.replace("\x00", "").split())[:120]
        if said:
            found.setdefault(said.casefold(), said)
    return list(found.values())


def _tidied(facts: dict[str, Any]) -> dict[str, Any]:
    unknown = set(facts) - set(SAYS)
    if unknown:
        raise TypeError(f"no such facts: {', '.join(sorted(unknown))}")
    limits = {name: getattr(Target._meta.get_field(name), "max_length", None) for name in facts}
    tidy = {
        name: " ".join(value.replace("\x00", "").split())[: limits[name]] if isinstance(value, str) else value
        for name, value in facts.items()
    }
    if tidy.get("sector") and tidy["sector"] not in Sector.values:
        tidy["sector"] = ""
    return tidy


def _pages_of(actor: Actor, names: Sequence[str], place: str) -> dict[str, UUID]:
    """The firms of the region that bear one of these names, where there is one alone and no other place is said; those that
    stand in the plan already are left out."""
    keys = [NameKey(Value(name)) for name in names]
    found = employers.employers_in_region(actor).order_by().filter(name_key__in=keys)
    taken = Target.objects.exclude(standing=Standing.LEFT_OUT).filter(employer__isnull=False)
    bearing: dict[str, list[Any]] = {}
    for firm in found.exclude(pk__in=taken.values("employer_id")):
        if not place or not firm.place or firm.place.casefold() == place.casefold():
            bearing.setdefault(" ".join(firm.name.casefold().split()), []).append(firm.pk)
    by_name = {name: bearing.get(name.casefold(), []) for name in names}
    return {name: keys[0] for name, keys in by_name.items() if len(keys) == 1}
