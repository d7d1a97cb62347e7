"""What becomes of ways to the own page where two people are brought together, or are two again: whoever is there comes in anew."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.merging import Apart, Book, CannotMerge

from .models import LoginCode, OwnSession, Pairing


def settle_logins(kept: Any, lost: Any, book: Book) -> None:
    """A strong login opens the file that it was tied to and no other: that of the lost file ends, and ties anew with a code. Two
    who each have one of their own are two people. Whoever is on the own page of either is out."""
    ours, theirs = (_tied(each).first() for each in (kept, lost))
    if ours is not None and theirs is not None and ours.subject_mark != theirs.subject_mark:
        raise CannotMerge(
            _(
                "Beiden hebben een eigen inlog. Dan zijn het twee mensen. Is het toch dezelfde persoon? Maak dan eerst "
                "één van de twee inlogs los."
            )
        )
    _tied(lost).update(ended_at=book.at)
    _out(book.at, kept, lost)


def settle_logins_apart(kept: Any, back: Any, apart: Apart) -> None:
    """Whoever is on the own page of either is out. A strong login that was tied since was handed to who was thought to be both: it
    ends, and none that had ended begins again."""
    for each in (kept, back):
        _tied(each).filter(tied_at__gte=apart.since).update(ended_at=apart.at)
    _out(apart.at, kept, back)


def _tied(person: Any) -> Any:
    ties = Pairing.objects.filter(**_of(person), ended_at=None)
    return ties.exclude(tied_at=None)


def _out(at: datetime, *people: Any) -> None:
    for person in people:
        LoginCode.objects.filter(**_of(person)).delete()
        Pairing.objects.filter(**_of(person), tied_at=None).delete()
        OwnSession.objects.filter(**_of(person), ended_at=None).update(ended_at=at)


def _of(person: Any) -> dict[str, Any]:
    return {"holder_kind": person._meta.model_name, "holder_id": person.pk}
