"""What becomes of proposals where two candidates turn out to be one."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .models import LIVE, Proposal, Status

FURTHER = (Status.ASKING, Status.SENT, Status.MEET, Status.TAKEN)


def settle_proposals(kept: Any, lost: Any, book: Book) -> None:
    """Both are put forward for the same work: the one that is furthest stays."""
    mine = {row.work_profile_id: row for row in Proposal.objects.filter(candidate=kept, status__in=LIVE)}
    for other in Proposal.objects.filter(candidate=lost, status__in=LIVE, work_profile__in=list(mine)):
        there = mine[other.work_profile_id]
        is_further = FURTHER.index(Status(other.status)) > FURTHER.index(Status(there.status))
        book.drop(there if is_further else other)
