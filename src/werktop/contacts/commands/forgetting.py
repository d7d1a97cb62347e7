"""What is past its term: reminders that no candidate, no entrepreneur and no firm takes along; history included."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.retention import BATCH, TERMS, erases
from werktop.contacts.models import Reminder, ReminderPerson


@erases("reminder", "contacts.Reminder")
@command(about="reminders")
def forget_reminders(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` reminders about nobody that were done, or if they never were had to be, so long ago that they are
    past their term; how many. Doing it again changes nothing."""
    actor.require("forget")
    before = TERMS["reminder"].before(at)
    is_past = Q(done_at__lt=before) | Q(done_at=None, due_date__lt=timezone.localdate(before))
    about = Exists(ReminderPerson.objects.filter(reminder=OuterRef("pk")))
    old = Reminder.objects.filter(is_past, ~about, employer=None).order_by("id")
    reminders = list(old.select_for_update(of=("self",))[:most])
    for reminder in reminders:
        erase(reminder)
    tell(count=len(reminders))
    return len(reminders)
