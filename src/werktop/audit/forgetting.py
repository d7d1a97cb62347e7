"""Letting go of what is past its term in this room: lines of the trail and the log, and receipts.

No commands: a line in the trail about lines that went would never end.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from .actors import Actor
from .models import Entry, Merge, PersonalView, Receipt
from .retention import TERMS, erases, let_go


@erases("trail", "audit.Entry")
def forget_old_entries(*, actor: Actor, at: datetime, most: int) -> int:
    """Delete at most `most` lines of the trail that are past their term; how many."""
    return _forget_lines(Entry, TERMS["trail"].before(at), most)


@erases("view", "audit.PersonalView")
def forget_old_views(*, actor: Actor, at: datetime, most: int) -> int:
    """Delete at most `most` lines of the processing log that are past their term; how many."""
    return _forget_lines(PersonalView, TERMS["view"].before(at), most)


@erases("receipt", "audit.Receipt")
def forget_old_receipts(*, actor: Actor, at: datetime, most: int) -> int:
    """Delete at most `most` receipts that are past their term; how many. They matter for the life of a form."""
    return let_go(Receipt.objects.filter(at__lt=TERMS["receipt"].before(at)).order_by("at"), most)


@erases("merge", "audit.Merge")
def forget_how_to_take_apart(*, actor: Actor, at: datetime, most: int) -> int:
    """Of at most `most` merges that can be undone no more, how it was is no longer kept; how many. That they were stays."""
    old = Merge.objects.filter(undo_until__lte=at).exclude(undo={}).order_by("undo_until").values("pk")[:most]
    return Merge.objects.filter(pk__in=list(old.values_list("pk", flat=True))).update(undo={})


def _forget_lines(model: Any, before: datetime, most: int) -> int:
    # the role that serves may not delete them itself: the database does, and only what is past its term there too
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget_lines(%s, %s, %s)", [model._meta.db_table, before, most])
        return int(cursor.fetchone()[0])


def forget_wishes_in_history(before: datetime) -> int:
    """Let the history of steps and talks noted before this moment forget that they rested on the wish of an employer
    alone; the lines stay. How many. For the command that lets go of the wishes themselves."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget_wishes(%s)", [before])
        return int(cursor.fetchone()[0])


def forget_of_guests(term: str, gathering_ids: Iterable[UUID]) -> int:
    """Let the history of guests of these gatherings forget what is past `term` ("needs" or "presence"): the rows
    stay and say it no more. How many lines. For the command that empties the rows themselves."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_forget_of_guests(%s, %s)", [term, list(gathering_ids)])
        return int(cursor.fetchone()[0])
