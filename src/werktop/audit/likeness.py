"""Pairs of rows that may be about one person or firm, and what a colleague said of them: two people, and not asked again.

The rooms find who is alike; here it is kept which pairs are still to be looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from .actors import Actor
from .keys import every_key_in
from .models import Likeness
from .waiting import wait_for_others

Pair = tuple[UUID, UUID]


def in_order(one: UUID, other: UUID) -> Pair:
    """The two keys, the lower first."""
    return (one, other) if one < other else (other, one)


def pair_in(text: str) -> Pair | None:
    """Two keys with a point between, as an address has them; None for anything else."""
    one, _point, other = text.partition(".")
    keys = every_key_in((one, other))
    return (keys[0], keys[1]) if keys else None


def note_pairs(kind: str, organisation_id: UUID, found: Mapping[Pair, str], at: datetime) -> int:
    """These pairs may be one: pair (in order) to why. What was said of a pair before stays. How many are new."""
    made = Likeness.objects.bulk_create(
        [
            Likeness(
                kind=kind,
                first_id=one,
                second_id=other,
                organisation_id=organisation_id,
                why=why,
                found_at=at,
            )
            for (one, other), why in found.items()
        ],
        ignore_conflicts=True,
        batch_size=1000,
    )
    return len(made)


def keep_pairs(
    kind: str, organisation_id: UUID, find: Callable[[UUID], Mapping[Pair, str]], at: datetime
) -> int:
    """All pairs of an organisation that may be one, as `find` sees them now: those to be looked at that are not alike any more go,
    new ones come, and why is as it is now. How many there are to look at. Who compares the same waits until another is done, so
    that nobody writes over what was found later; a pair that is noted meanwhile stays. Call it inside a command."""
    wait_for_others(f"pairs {kind} {organisation_id}")
    pairs = open_pairs(kind, organisation_id)
    rows = pairs.values_list("pk", "first_id", "second_id", "why")
    there = {(one, other): (key, why) for key, one, other, why in rows}
    found = find(organisation_id)
    pairs.filter(pk__in=[key for pair, (key, _why) in there.items() if pair not in found]).delete()
    otherwise = defaultdict(list)
    for pair, (key, why) in there.items():
        if found.get(pair, why) != why:
            otherwise[found[pair]].append(key)
    for why, keys in otherwise.items():
        pairs.filter(pk__in=keys).update(why=why)
    note_pairs(kind, organisation_id, {pair: why for pair, why in found.items() if pair not in there}, at)
    return pairs.count()


def tell_apart(
    kind: str, organisation_id: UUID, pairs: Iterable[Pair], *, actor: Actor, at: datetime
) -> None:
    """These pairs are two people or firms, says the actor. Call it inside a command that has checked both."""
    told = [in_order(*pair) for pair in pairs]
    note_pairs(kind, organisation_id, dict.fromkeys(told, ""), at)
    for one, other in told:
        Likeness.objects.filter(first_id=one, second_id=other, apart_at=None).update(
            apart_at=at, apart_by_id=actor.id
        )


def look_again(one: UUID, other: UUID) -> None:
    """The two may be one after all. Call it inside a command that has checked both."""
    first, second = in_order(one, other)
    Likeness.objects.filter(first_id=first, second_id=second).update(apart_at=None, apart_by_id=None)


def told_apart_from(key: UUID) -> set[UUID]:
    """Who was said to be another than this one."""
    told = Likeness.objects.filter(Q(first_id=key) | Q(second_id=key), apart_at__isnull=False)
    return {other for pair in told.values_list("first_id", "second_id") for other in pair if other != key}


def open_pairs(kind: str, organisation_id: UUID) -> QuerySet[Likeness]:
    """The pairs that are still to be looked at, the latest found first. The caller has checked who looks."""
    found = Likeness.objects.filter(kind=kind, organisation_id=organisation_id, apart_at=None)
    return found.order_by("-found_at", "-id")


def pairs_apart(kind: str, organisation_id: UUID) -> QuerySet[Likeness]:
    """The pairs of which somebody said that they are two, the latest said first. The caller has checked who looks."""
    told = Likeness.objects.filter(kind=kind, organisation_id=organisation_id, apart_at__isnull=False)
    return told.order_by("-apart_at", "-id")
