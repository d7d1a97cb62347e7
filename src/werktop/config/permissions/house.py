"""Permissions of what belongs to no room: health, language, logging in and out, static pieces."""

from __future__ import annotations

from .entries import PUBLIC, STAFF, Entry, page

TABLE = {
    "health": Entry({"GET": PUBLIC}, stands_alone=True),
    "set_language": Entry({"POST": PUBLIC}, keyless=frozenset({"POST"})),
    "ui:styleguide": page(STAFF),
}
