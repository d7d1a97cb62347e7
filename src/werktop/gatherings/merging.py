"""What becomes of guests where two people are brought together: one person sits on one chair."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from werktop.audit.merging import Book, CannotMerge

from .models import OPEN, Gathering, Guest, Reply, Seat
from .queries.gatherings import lock_gatherings

RANK = {Reply.CHOSEN: 0, Reply.NO: 1, Reply.INVITED: 2, Reply.WAITING: 3, Reply.YES: 4}
NO_FACTS = ("gatherings.Seat", "gatherings.Pin", "gatherings.PairRule", "gatherings.TalkOnQuestion")
"""What may go with a guest who did not come. What others said of a guest goes with nobody."""


def hold_gatherings_of_firms(keys: Sequence[UUID]) -> None:
    """Before firms are brought together: hold the gatherings that they host, as who works with one does."""
    lock_gatherings(set(Gathering.objects.filter(host_employer__in=keys).values_list("pk", flat=True)))


def settle_guests(kept: Any, lost: Any, book: Book) -> None:
    """Where both are guests of one gathering, the one who came stays, else the one whose answer says most. Two who both came
    are two people, and two who both have a chair to come are for a colleague to look at first."""
    field = kept._meta.model_name
    of_kept = {guest.gathering_id: guest for guest in Guest.objects.filter(**{field: kept})}
    both = Guest.objects.filter(**{field: lost}, gathering__in=of_kept).select_related("gathering")
    for guest in both.order_by("id"):
        there = of_kept[guest.gathering_id]
        if guest.arrived_at and there.arrived_at:
            raise CannotMerge(
                _("Beiden waren er %(when)s. Dan zijn het twee mensen.") % {"when": _when(guest)}
            )
        goes = there if _weight(guest) > _weight(there) else guest
        is_open = guest.gathering.status in OPEN
        has_chair = Seat.objects.filter(guest=goes, plan__state="in_force").exists()
        if (is_open and has_chair) or not book.drop(goes, with_it=NO_FACTS):
            raise CannotMerge(
                _("Beiden staan op de gastenlijst %(when)s. Haal daar eerst één van de twee af.")
                % {"when": _when(guest)}
            )


def _weight(guest: Guest) -> tuple[bool, int]:
    return (guest.arrived_at is not None, RANK[Reply(guest.reply)])


def _when(guest: Guest) -> str:
    day = date_format(localtime(guest.gathering.starts_at), "j F")
    return _("bij %(place)s op %(day)s") % {"place": guest.gathering.place_name, "day": day}
