"""A sentence that waits between two pages.

Not a command: nothing is done yet, and the trail has no line for what somebody did not save.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from werktop.audit.actors import Actor
from werktop.audit.retention import BATCH, TERMS, erases, let_go
from werktop.contacts.models import Draft
from werktop.contacts.spoken import Spoken


def keep_draft(*, actor: Actor, at: datetime, sentence: str, value: str = "") -> UUID:
    """Keep a sentence of the actor's, written on the page of `value`. Returns its key."""
    actor.require("edit_candidates")
    kept = Draft.objects.create(
        organisation_id=actor.organisation_id,
        account_id=actor.id,
        sentence=sentence,
        value=value[:60],
        made_at=at,
    )
    return kept.pk


def forget_drafts_naming(rows: Q, spoken: Spoken, value: str) -> None:
    """Take away what any part of this name stands in, and what was written on this person's page; of `rows` alone."""
    Draft.objects.filter(rows, Q(sentence__iregex=spoken.in_part) | Q(value=value)).delete()


@erases("draft", "contacts.Draft")
def forget_drafts(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Take away at most `most` sentences that are past their term; returns how many. Doing it again changes nothing."""
    actor.require("forget")
    old = Draft.objects.filter(made_at__lte=TERMS["draft"].before(at)).order_by("made_at", "id")
    return let_go(old, most)
