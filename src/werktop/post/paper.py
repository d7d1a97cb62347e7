"""Letters that wait for a printer: which still arrive in time, and for which somebody calls or goes by instead.

Rooms above say in their `ready` when what a letter is about begins.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.working_days import working_day_after

from .models import Message
from .queries import all_waiting_letters, waiting_letters
from .recipients import people_of

DAYS_BY_POST = 3
"""So many working days before the moment a letter is on its way at the latest."""
Moments = Callable[[Collection[UUID]], dict[UUID, datetime]]
_MOMENTS: dict[str, list[tuple[frozenset[str], Moments]]] = {}


def begins_at(about_kind: str, purposes: frozenset[str], moments: Moments) -> None:
    """Have `moments(keys)` asked when things of this kind begin, or until when they can be answered. Letters of these
    `purposes` are of no use after it, and a later one replaces an earlier one to the same person."""
    _MOMENTS.setdefault(about_kind, []).append((purposes, moments))


@dataclass
class Letters:
    """`to_print`: oldest first. `too_late`: the post would bring them after the moment, or just before; with `phones` by
    the key of the person."""

    to_print: list[Message] = field(default_factory=list)
    too_late: list[Message] = field(default_factory=list)

    @property
    def phones(self) -> dict[UUID, str]:
        """The numbers of those for whom it is too late: one question per kind of people."""
        found: dict[UUID, str] = {}
        for kind in {m.to_kind for m in self.too_late}:
            people = people_of(kind, {m.to_id for m in self.too_late if m.to_kind == kind})
            found |= {key: person.phone for key, person in people.items()}
        return found


def letters_of(viewer: Actor, *, at: datetime) -> Letters:
    """The letters that the viewer may see. What is over, or replaced by a later letter, is in neither list. One
    question, and one per kind of thing that they are about."""
    listed = list(waiting_letters(viewer, at=at))
    begins = _beginnings(listed)
    latest = {(m.to_id, m.about_id): m.pk for m in listed if _is_dated(m)}
    found = Letters()
    for letter in listed:
        if not _is_dated(letter):
            found.to_print.append(letter)
        elif latest[letter.to_id, letter.about_id] == letter.pk:
            moments = begins.get(letter.pk, [])
            # who knows of another hour goes to whichever is first
            ahead = min((moment for moment in moments if moment > at), default=None)
            if not moments or (ahead and not comes_too_late(ahead, at)):
                found.to_print.append(letter)
            elif ahead:
                found.too_late.append(letter)
    return found


def keys_of_late_letters(at: datetime) -> list[UUID]:
    """Letters of all organisations that still wait about what has begun at `at`, oldest first. For the nightly job."""
    listed = [letter for letter in all_waiting_letters() if _is_dated(letter)]
    begins = _beginnings(listed)
    return [m.pk for m in listed if m.pk in begins and max(begins[m.pk]) <= at]


def _beginnings(letters: Collection[Message]) -> dict[UUID, list[datetime]]:
    """By the key of the letter: the moment of what it is about, and the one that its reader may know instead."""
    found: dict[UUID, list[datetime]] = {}
    for kind, dated in _MOMENTS.items():
        for purposes, moments in dated:
            own = [m for m in letters if m.about_kind == kind and m.purpose in purposes]
            known = moments({m.about_id for m in own}) if own else {}
            found |= {
                m.pk: [known[m.about_id], m.reckons_with_at or known[m.about_id]]
                for m in own
                if m.about_id in known
            }
    return found


def _is_dated(letter: Message) -> bool:
    return any(letter.purpose in purposes for purposes, _moments in _MOMENTS.get(letter.about_kind, ()))


def comes_too_late(moment: datetime, at: datetime) -> bool:
    """Whether a letter made at `at` may arrive after `moment`: fewer than `DAYS_BY_POST` working days lie before it."""
    return timezone.localdate(moment) < working_day_after(timezone.localdate(at), DAYS_BY_POST)
