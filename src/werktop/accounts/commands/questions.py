"""How often one place asks for a password link, or for a code: counted in the database, for all processes together.

Not a command: who asks is nobody yet, and a line in the trail for each refused question would let anybody fill it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.db import transaction
from django.utils.crypto import salted_hmac

from werktop.accounts.models import QuestionCount
from werktop.audit.actors import Actor
from werktop.audit.retention import BATCH, erases, let_go

WINDOW = timedelta(hours=1)


def count_question(*, address: str | None, at: datetime, what: str = "") -> int:
    """Count one question from an IP address; returns how many came from there in the hour that began with the first.

    Questions from nobody knows where (None) are one place together. `what` is asked, where not for a password: each is
    counted by itself.
    """
    return count_tries(of=_network(address), at=at, what=what)


def count_tries(*, of: str, at: datetime, what: str = "") -> int:
    """The same for a place of any other kind, which is kept as a keyed hash."""
    place = salted_hmac(f"werktop.place{what}", of, algorithm="sha256").hexdigest()
    with transaction.atomic():
        row, is_new = QuestionCount.objects.select_for_update().get_or_create(
            place=place, defaults={"since_at": at, "count": 1}
        )
        if is_new:
            return 1
        if row.since_at <= at - WINDOW:
            row.since_at, row.count = at, 1
        else:
            row.count += 1
        row.save(update_fields=["since_at", "count"])
        return row.count


@erases("question", "accounts.QuestionCount")
def forget_old_questions(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete the counts whose hour is over, at most `most`; returns how many. Doing it again changes nothing."""
    return let_go(QuestionCount.objects.filter(since_at__lte=at - WINDOW), most)


def _network(address: str | None) -> str:
    # one household or firm has a whole /64 of IPv6 addresses to ask from (RFC 6177)
    if address is None:
        return ""
    found = ip_address(address)
    return str(int(found) >> 64) if isinstance(found, IPv6Address) else address
