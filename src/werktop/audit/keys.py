"""Keys that sort by the moment they were made (UUIDv7, RFC 9562), and lots, which sort by nobody's merit."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from uuid import UUID

import uuid6


def new_key() -> UUID:
    """A fresh UUIDv7. Made in Python, so that a row knows its key before it is saved."""
    return UUID(bytes=uuid6.uuid7().bytes)


def lot(drawn_for: UUID, key: UUID) -> str:
    """A place in an order by lot, drawn anew for each thing that it is about (docs/decisions/0035): by keys
    whoever was registered first would come first everywhere. Anybody with both keys can draw it again."""
    return blake2b(drawn_for.bytes + key.bytes, digest_size=16).hexdigest()


def key_in(text: object) -> UUID | None:
    """The key that was sent in an address or a form; None for anything else that was sent."""
    try:
        return UUID(str(text))
    except ValueError:
        return None


def keys_in(texts: Iterable[object]) -> list[UUID]:
    """The keys among what was sent, in its order; what is no key counts for nothing."""
    return [key for text in texts if (key := key_in(text))]


def every_key_in(texts: Iterable[object]) -> list[UUID] | None:
    """The keys that were sent; None where one of them is no key."""
    keys = [key_in(text) for text in texts]
    return None if None in keys else [key for key in keys if key]
