"""What becomes of turns in a queue where two files of one candidate are brought together."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Book

from .choices import Turn
from .commands.hiring import offer_next
from .models import SignUp, WorkProfile


def settle_turns(kept: Any, lost: Any, book: Book) -> None:
    """One person stands in a queue once: the earlier turn stays, with what came of it, and a place of the later one goes to who is
    next. Where it is undone the later turn waits again."""
    running = SignUp.objects.exclude(state=Turn.DECLINED)
    theirs = running.filter(candidate=lost).values("profile_id")
    both = running.filter(candidate=kept, profile_id__in=theirs).values_list("profile_id", flat=True)
    for profile in WorkProfile.objects.select_for_update().filter(pk__in=list(both)).order_by("id"):
        _stays, *others = (
            profile.sign_ups.exclude(state=Turn.DECLINED)
            .filter(candidate__in=[kept, lost])
            .order_by("number")
        )
        for other in others:
            if other.place is not None:
                other.state, other.place, other.offered_at, other.answered_at = Turn.WAITING, None, None, None
                other.save(update_fields=["state", "place", "offered_at", "answered_at"])
            book.drop(other)
        offer_next(profile, book.at)
