"""What people read of a proposal: a candidate that we ask, an entrepreneur who is asked to decide; by their own way and in their
own language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.post.recipients import recipient_of
from werktop.post.telling import LinkTo, tell_guest

from .models import Proposal

LIVES = timedelta(days=30)
TIME_ZONE = "Europe/Amsterdam"
PAGE, PURPOSE = "portal:proposal", "proposal"


def ask_candidate(*, actor: Actor, at: datetime, row: Proposal) -> bool:
    """Ask the candidate whether this is all right, with one tap for yes or no; False for who is called."""
    to = recipient_of("candidate", row.candidate)
    return tell_guest(
        actor=actor, at=at, organisation=row.organisation, to=to, time_zone=TIME_ZONE,
        subject=gettext_lazy("Mogen wij u voorstellen?"), text="proposals/messages/ask",
        context={"work": row.work_profile, "firm": row.work_profile.employer, "reason": row.reason},
        about_kind="proposal", about_id=row.pk, purpose=PURPOSE,
        link=LinkTo(PAGE, PURPOSE, at + LIVES),
    )  # fmt: skip


def tell_entrepreneur(*, actor: Actor, at: datetime, rows: Sequence[Proposal]) -> bool:
    """Tell who decides how many people are put forward for this work, with a link to the page on which they stand; no name leaves
    the house in a mail. False for who is called."""
    first = rows[0]
    if first.entrepreneur is None:
        return False
    to = recipient_of("entrepreneur", first.entrepreneur)
    return tell_guest(
        actor=actor, at=at, organisation=first.organisation, to=to, time_zone=TIME_ZONE,
        subject=gettext_lazy("Een voorstel voor uw bedrijf"), text="proposals/messages/decide",
        context={"work": first.work_profile, "count": len(rows)},
        about_kind="work_profile", about_id=first.work_profile_id, purpose=PURPOSE,
        link=LinkTo(PAGE, PURPOSE, at + LIVES),
    )  # fmt: skip
