"""Who stops comes no more: their part in gatherings that are still to begin ends."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor

from ..messages import hold_invitations, not_told_yet, take_back_question, tell_all, withdraw_what_waits
from ..models import Gathering, Guest, Reply
from ..over import ahead
from ..queries.hearing import another_day_heard
from .waiting import let_waiting_in


def sign_off(actor: Actor, person: Any, at: datetime) -> None:
    """Take somebody who stops out of each gathering whose hour has not come, whoever plans it. Who was only chosen comes off
    the list. Who was invited has answered no: what still waits stays here, who heard of the invitation reads that they
    need not come, and the chair goes to who waits. The answer can be changed again on the guest list.

    After a gathering: the question with whom to talk on that still waits (a text message of the evening) stays here too.

    For the command that notes it, which holds these gatherings.
    """
    own = Guest.objects.filter(**{person._meta.model_name: person}, arrived_at__isnull=False)
    been = list(own.order_by("gathering_id").values_list("gathering_id", flat=True))
    take_back_question(actor=actor, at=at, gathering_ids=been, to_ids=[person.pk])
    guests = (
        Guest.objects.filter(
            **{person._meta.model_name: person},
            gathering__in=Gathering.objects.filter(ahead(at)),
            arrived_at=None,
        )
        .exclude(reply=Reply.NO)
        .select_related("gathering")
        .order_by("gathering_id")
    )
    for guest in guests:
        gathering = guest.gathering
        if guest.reply == Reply.CHOSEN:
            guest.delete()
            continue
        hold_invitations(gathering, person.pk)
        has_heard, was = guest.pk not in not_told_yet(gathering), another_day_heard([guest], gathering)
        guest.reply, guest.replied_at, guest.waiting_since_at = Reply.NO, at, None
        guest.hears_by, guest.called_at = "", None
        guest.save(update_fields=["reply", "replied_at", "waiting_since_at", "hears_by", "called_at"])
        withdraw_what_waits(actor=actor, at=at, gathering=gathering, to_id=person.pk)
        if has_heard:
            tell_all(actor=actor, at=at, gathering=gathering, guests=[guest], purpose="signed_off", was=was)
        let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
