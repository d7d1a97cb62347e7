"""What becomes of links where two people were one for a while."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import Apart

from .links import reach_of
from .models import Channel, Link
from .queries import CARRIED
from .recipients import recipient_of


def settle_links_apart(kept: Any, back: Any, apart: Apart) -> None:
    """A letter lies with whoever it went to: a link that was made since, and went by letter elsewhere than to where the kept one is
    now, opens nothing any more. Of what went to an e-mail address or a number that is asked when it is opened."""
    kind = kept._meta.model_name
    now = recipient_of(kind, kept, channel=Channel.LETTER)
    since = Link.objects.filter(
        holder_kind=kind, holder_id=kept.pk, withdrawn_at=None, made_at__gte=apart.since
    ).exclude(reach=reach_of(now.channel, now.address))
    for carried in CARRIED:
        since = since.exclude(reach__startswith=f"{carried}:")
    since.update(withdrawn_at=apart.at)
