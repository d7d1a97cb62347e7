"""Who was not in touch for long is erased: announced a month before, and kept when a colleague says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import ErasureReason, hold_around
from werktop.audit.retention import BATCH, TERMS, Term, erases
from werktop.candidates.contact import latest_contact
from werktop.candidates.models import PARTS, Candidate

from .keeping import candidate_to_edit
from .leaving import erase_candidate

TERM = TERMS["contact"]
NOTICE = timedelta(days=30)
"""How long before it is done the responsible organisation sees it."""
ONE_MORE_YEAR = Term("", months=12)


@command(about="candidate")
def keep_candidate(*, actor: Actor, at: datetime, candidate_id: UUID) -> None:
    """The candidate is still in touch: kept for a year from now, whatever else is known."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    candidate.kept_until_date = timezone.localdate(ONE_MORE_YEAR.end(at))
    candidate.erase_date = None
    candidate.save(update_fields=["kept_until_date", "erase_date"])


@command(about="candidates")
def announce_erasures(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Give at most `most` candidates whose term ends within a month the day on which they will be erased, never
    sooner than a month from now. Returns how many were looked at.
    """
    actor.require("forget")
    rows = list(_past(at + NOTICE).filter(erase_date=None).select_for_update().order_by("id")[:most])
    _note_contact(rows)  # who was in touch falls out of `_past`
    day = timezone.localdate(at + NOTICE)
    announced = _past(at + NOTICE).filter(pk__in=[row.pk for row in rows]).update(erase_date=day)
    tell(count=announced)
    return len(rows)


@command(about="candidates")
def take_back_erasures(
    *, actor: Actor, at: datetime, after: UUID | None = None, most: int = BATCH
) -> UUID | None:
    """Look at `most` announced candidates in order of their keys, from past `after` on: of who was in touch since, the
    announcement is taken back. Returns the last key, or None when nobody is left to look at."""
    actor.require("forget")
    announced = Candidate.objects.select_for_update().filter(erase_date__isnull=False).order_by("id")
    rows = list((announced.filter(pk__gt=after) if after else announced)[:most])
    _note_contact(rows)
    back = Candidate.objects.filter(pk__in=[row.pk for row in rows])
    tell(count=back.exclude(pk__in=_past(at + NOTICE).values("pk")).update(erase_date=None))
    return rows[-1].pk if len(rows) == most else None


@erases(
    "contact",
    "candidates.Candidate",
    "candidates.Objection",
    "candidates.OwnWriting",
    "candidates.Presentation",
    *(model._meta.label for model in PARTS.values()),
)
@command(about="candidates")
def erase_out_of_touch(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Erase at most `most` candidates whose announced day has come and who were not in touch since: each by
    `erase_candidate`, with everything in every room. Returns how many. Doing it again changes nothing."""
    actor.require("forget")
    due = list(_past(at).filter(erase_date__lte=timezone.localdate(at)).order_by("id")[:most])
    # of all of them in one order: one by one would wait for who holds a gathering of the next
    hold_around("candidates.Candidate", [row.pk for row in due])
    _note_contact(due)  # who was in touch falls out of `_past`
    keys = list(_past(at).filter(pk__in=[row.pk for row in due]).order_by("id").values_list("pk", flat=True))
    for key in keys:
        erase_candidate(actor=actor, at=at, candidate_id=key, reason=ErasureReason.NOT_NEEDED)
    tell(count=len(keys))
    return len(keys)


def _past(at: datetime) -> QuerySet[Candidate]:
    """Who, as far as this room knows, is past the term at `at`."""
    known = Candidate.objects.alias(known_at=Greatest("created_at", "contact_at"))
    return known.filter(
        Q(kept_until_date=None) | Q(kept_until_date__lte=timezone.localdate(at)),
        known_at__lte=TERM.before(at),
    )


def _note_contact(rows: list[Candidate]) -> None:
    """Keep what the rooms above know of the latest contact with these, where it is later than we knew. As many
    queries for a batch as for one."""
    latest = latest_contact([row.pk for row in rows])
    later = [r for r in rows if r.pk in latest and latest[r.pk] > (r.contact_at or r.created_at)]
    for row in later:
        row.contact_at = latest[row.pk]
    Candidate.objects.bulk_update(later, ["contact_at"])
