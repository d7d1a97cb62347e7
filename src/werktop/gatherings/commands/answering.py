"""What a guest answers to an invitation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import NotVisible
from werktop.post.commands import withdraw_messages

from ..messages import BEFOREHAND, people_of, tell_all, tell_the_day_before_anew, way_to
from ..models import Gathering, Guest, GuestKind, Reply
from ..queries.gatherings import gathering_for
from ..queries.hearing import LATE, ways_now
from ..queries.needs import is_needed
from ..queries.one_guest import check_may_answer, guest_of_holder
from .guests import check_open
from .waiting import free_chairs, let_waiting_in


@command(about="gathering")
def reply_to_invitation(
    *,
    actor: Actor,
    at: datetime,
    gathering_id: UUID,
    holder_kind: str,
    holder_id: UUID,
    reply: str,
    wants_travel_paid: bool | None = None,
    wants_childcare: bool | None = None,
    wants_interpreter: bool | None = None,
    brings_somebody: bool | None = None,
    unsaid: Collection[str] = (),
) -> str:
    """The answer "yes" or "no" of one guest, by their own link, or noted by a colleague who called.

    A yes past the last chair becomes "waiting"; a no gives the chair to who waits longest. Answering again changes
    the answer; the same answer twice changes nothing but the wishes. Returns the reply as it now stands.
    Wishes: what is None stays as it was said before, and where nothing was said what the file says counts; of those named
    in `unsaid` nothing is said any more. A guest's own no ends them all; one that a colleague notes leaves them, for when it
    was a slip.
    A colleague notes the answer of the own organisation's candidates, and, where the gathering is theirs, of
    entrepreneurs and of candidates whose yes is known. Refused when the gathering is cancelled or over.
    """
    if reply not in (Reply.YES, Reply.NO):
        raise ValueError(f"an answer is yes or no, not {reply!r}")
    visible = gathering_for(actor, gathering_id)
    gathering = Gathering.objects.select_for_update(of=("self",)).get(pk=visible.pk)
    guest = guest_of_holder(gathering, holder_kind, holder_id)
    check_may_answer(actor, gathering, guest)
    check_open(gathering, at)
    is_guest = actor.kind in GuestKind.values
    if is_guest and guest.reply == Reply.CHOSEN:
        raise NotVisible()
    before, is_about_new_day = guest.reply, guest.asked_again_at is not None
    # a colleague's tick that this guest was called holds the guest alone: an answer leaves it be, a no ends it
    changed = ["reply", "replied_at", "asked_again_at", "waiting_since_at", "invited_at", "channel"]
    is_yes = reply == Reply.YES
    wishes: dict[str, bool | None] = {
        "wants_travel_paid": wants_travel_paid,
        "wants_childcare": wants_childcare,
        "wants_interpreter": wants_interpreter,
        "brings_somebody": brings_somebody,
    }
    if is_yes:
        wishes = {name: value for name, value in wishes.items() if value is not None or name in unsaid}
    elif is_guest:
        wishes = dict.fromkeys(wishes)
    else:
        wishes = {}
    for name, value in wishes.items():
        setattr(guest, name, value)
    changed.append("arranged")
    if guest.arranged:
        # what is needed no more is not arranged when it is asked again
        person = people_of([guest])[guest.pk]
        still = [n for n in guest.arranged if n not in wishes or is_needed(guest, person, n)]
        guest.arranged = still if is_yes else []
    if not is_yes:
        guest.reply, guest.waiting_since_at = Reply.NO, None
        guest.hears_by, guest.called_at = "", None
        changed += ["hears_by", "called_at"]
    elif before not in (Reply.YES, Reply.WAITING):
        # who waits goes before who answers now
        is_queue = Guest.objects.filter(gathering=gathering, kind=guest.kind, reply=Reply.WAITING).exists()
        has_chair = free_chairs(gathering, guest.kind) > 0 and not is_queue
        guest.reply = Reply.YES if has_chair else Reply.WAITING
        guest.waiting_since_at = None if has_chair else at
    if before == Reply.CHOSEN:
        # told by telephone; what is sent from now on goes as the person prefers
        guest.invited_at, guest.channel = at, way_to(guest)
    if guest.reply != before or is_about_new_day:
        guest.replied_at, guest.asked_again_at = at, None
    guest.save(update_fields=[*changed, *wishes])
    if guest.reply != before:
        # what waits asks for an answer, or was said of the one before
        withdraw_messages(
            actor=actor, at=at, about_kind="gathering", about_id=gathering.pk,
            purposes=BEFOREHAND, to_id=holder_id,
        )  # fmt: skip
        answered = {Reply.YES: ["confirmed", "day_before"], Reply.WAITING: ["waiting"]}.get(
            Reply(guest.reply), []
        )
        if not is_guest and ways_now([guest], gathering, at).get(guest.pk) == LATE:
            # said by telephone: what the post would bring afterwards is no second call
            answered = []
        for purpose in answered:
            tell_all(actor=actor, at=at, gathering=gathering, guests=[guest], purpose=purpose)
        if before == Reply.YES:
            let_waiting_in(actor=actor, at=at, gathering_id=gathering.pk)
    elif is_about_new_day:
        # what waits asks for the answer that is in
        withdraw_messages(
            actor=actor, at=at, about_kind="gathering", about_id=gathering.pk,
            purposes=["reminder"], to_id=holder_id,
        )  # fmt: skip
    if wishes and guest.reply == before == Reply.YES:
        tell_the_day_before_anew(actor=actor, at=at, gathering=gathering, guest=guest)
    tell(reply=guest.reply, kind=guest.kind)
    return str(guest.reply)
