"""A sentence that goes along to another page, or comes back after one: kept in the session, as no address may hold it."""

from __future__ import annotations

from typing import Any

from werktop.audit.keys import new_key

DRAFT = "quick_draft"
"""Where the session keeps the last such sentence; the address has its key (`?zin=`)."""


def keep_draft(request: Any, sentence: str, value: str = "") -> str:
    """Keep a sentence, written on the page of `value`. Returns its key."""
    key = str(new_key())
    request.session[DRAFT] = {"key": key, "sentence": sentence, "value": value}
    return key


def draft_in(request: Any) -> str:
    """The sentence that this address asks for; "" where it is another one by now."""
    kept = request.session.get(DRAFT, {})
    return str(kept["sentence"]) if kept and request.GET.get("zin") == kept["key"] else ""
