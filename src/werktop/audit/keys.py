"""Keys that sort by the moment they were made (UUIDv7, RFC 9562)."""

from __future__ import annotations

from uuid import UUID

import uuid6


def new_key() -> UUID:
    """A fresh UUIDv7. Made in Python, so that a row knows its key before it is saved."""
    return UUID(bytes=uuid6.uuid7().bytes)
