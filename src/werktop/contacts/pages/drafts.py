"""A sentence that goes along to another page, or comes back after one: no address may hold it, nor a session, which no erasure
could read. The address has its key (`?zin=`)."""

from __future__ import annotations

from typing import Any

from werktop.audit.keys import key_in
from werktop.contacts.commands.drafts import keep_draft as keep
from werktop.contacts.queries.drafts import draft_of


def keep_draft(request: Any, sentence: str, value: str = "") -> str:
    """Keep a sentence, written on the page of `value`. Returns its key."""
    return str(keep(actor=request.actor, at=request.at, sentence=sentence, value=value))


def draft_in(request: Any) -> str:
    """The sentence that this address asks for; "" where it is somebody else's, or too long ago."""
    key = key_in(request.GET.get("zin"))
    return draft_of(request.actor, key, request.at) if key else ""
