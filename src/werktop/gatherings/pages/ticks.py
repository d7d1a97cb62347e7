"""Who is ticked while choosing guests: it goes along with each filter, each page and to the other kind of guests. And whose
journey one tap noted as paid, to take back just that.

It stands in the address, in few letters, so that it works without a script and a page can be loaded again.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Collection, Mapping
from uuid import UUID

from django.http import QueryDict

from ..models import GuestKind

LONGEST = 4000
"""Letters of an address that servers take with room to spare; 150 people are 3,200 of them."""

Ticks = dict[str, frozenset[UUID]]
"""Keys of who is ticked, by kind of guest. A kind that was not shown yet is not in it: there the suggestion ticks."""


def ticks_in(address: QueryDict) -> Ticks:
    """Who is ticked according to the address. What cannot be read ticks nobody."""
    return {kind: unpacked(str(address[kind])) for kind in GuestKind.values if kind in address}


def ticks_on_page(address: QueryDict, kind: str, sent: Mapping[str, Collection[UUID]]) -> Ticks:
    """Who is ticked now that the form of the page at this address, which showed this kind, was `sent` (keys by kind)."""
    settled = {kind, *ticks_in(address), *(each for each, keys in sent.items() if keys)}
    return {each: frozenset(keys) for each, keys in sent.items() if each in settled}


def address_with(url: str, asked: QueryDict, ticks: Ticks) -> str:
    """`url` with what is `asked` and who is ticked."""
    asked = asked.copy()
    for kind in GuestKind.values:
        asked.pop(kind, None)
    asked.update({kind: packed(keys) for kind, keys in ticks.items()})
    return f"{url}?{asked.urlencode()}"


def packed(keys: Collection[UUID]) -> str:
    """Keys as one word for an address, in a fixed order."""
    return urlsafe_b64encode(b"".join(key.bytes for key in sorted(keys))).decode().rstrip("=")


def unpacked(word: str) -> frozenset[UUID]:
    """Keys in one word of an address; none where it cannot be read."""
    try:
        read = urlsafe_b64decode(word + "=" * (-len(word) % 4))
        return frozenset(UUID(bytes=read[start : start + 16]) for start in range(0, len(read), 16))
    except ValueError:
        return frozenset()
