"""To whom a message goes and by which way, from what a person's row says."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from werktop.regions import queries as regions

from .drawn import draw
from .models import Channel
from .reach import is_mobile

Find = Callable[[Collection[UUID]], Mapping[UUID, Any]]
_FIND: dict[str, Find] = {}


def found_by(kind: str, find: Find, look: str = "") -> None:
    """Have `find(keys)` asked for people of this kind as they are now, by key, as `recipient_of` takes them, and have them drawn
    as those of the kind `look`. Rooms that hold people say so in their `ready`; this room stays below."""
    _FIND[kind] = find
    draw(kind, look or kind)


def kinds() -> set[str]:
    """The kinds of people that messages go to."""
    return set(_FIND)


def people_of(kind: str, keys: Collection[UUID]) -> Mapping[UUID, Any]:
    """These people as they are now, by key; who is not there any more is not in it. One query."""
    return _FIND[kind](keys) if kind in _FIND else {}


def person_of(kind: str, key: UUID) -> Any | None:
    """One person as it is now, or None."""
    return people_of(kind, [key]).get(key)


@dataclass(frozen=True)
class Recipient:
    """A guest as the outbox needs one. `channel` is "call" where only a colleague's telephone reaches the person;
    `address` is an e-mail address, a telephone number or a postal address on lines of its own; `phone` is the number
    on which a colleague can call, or ""."""

    kind: str
    id: UUID
    name: str
    first_name: str
    channel: str
    address: str
    language: str
    phone: str = ""

    @property
    def is_written_to(self) -> bool:
        """Whether a message can go out; else somebody calls."""
        return self.channel != Channel.CALL


def recipient_of(kind: str, person: Any, *, channel: str = "") -> Recipient:
    """How to reach a candidate or an entrepreneur: where an adjustment names a way, by that alone; else by `channel` where
    that can be done, else by the preferred one, else by what is known (a text message to a mobile number alone), else by a
    call. English for who does not speak Dutch.

    `person` has `id`, `name`, `first_name`, `email`, `phone` and `languages`; a candidate also
    `preferred_channel`, `adjusted_channel`, `address` and `postcode`.
    """
    place = regions.place_of(getattr(person, "postcode", "") or "")
    street = getattr(person, "address", "")
    addresses: dict[str, str] = {
        Channel.EMAIL: person.email,
        Channel.SMS: person.phone,
        Channel.LETTER: f"{person.name}\n{street}\n{person.postcode} {place.name if place else ''}".strip()
        if street
        else "",
    }
    adjusted = getattr(person, "adjusted_channel", "")
    asked = adjusted or channel or getattr(person, "preferred_channel", "")
    if asked != Channel.SMS and not is_mobile(person.phone):
        addresses[Channel.SMS] = ""
    wanted = (
        [asked] if adjusted or asked == Channel.CALL else [asked, Channel.EMAIL, Channel.SMS, Channel.LETTER]
    )
    way = next((c for c in wanted if addresses.get(c)), Channel.CALL)
    return Recipient(
        kind=kind,
        id=person.pk,
        name=person.name,
        first_name=person.first_name,
        channel=str(way),
        address=addresses.get(way, person.phone),
        language="nl" if "nl" in person.languages or not person.languages else "en",
        phone=person.phone,
    )
