"""How work at an employer stands: open, in talk, filled, gone, or elsewhere since it does not fit; and back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.work_profiles.choices import CLOSED, WITH_REASON, Status
from werktop.work_profiles.refusals import ReasonIsMissing, StatusIsUnknown

from .hiring import offer_next
from .noting import work_profile_to_edit


@command(about="work_profile")
def close_work_profile(
    *, actor: Actor, at: datetime, work_profile_id: UUID, status: str, reason: str = ""
) -> UUID:
    """The work has people ("filled"), does not come ("gone"), goes on as a carved function ("carved") or to regular recruitment
    ("regular"); these two say why. By who noted it or by the organisation that answers for the employer; else `NotVisible`. What
    is closed stays so. Refuses `ReasonIsMissing`, `StatusIsUnknown`. Returns the employer's key."""
    profile = work_profile_to_edit(actor, work_profile_id)
    if status not in CLOSED:
        raise StatusIsUnknown()
    said = _words(reason)
    if status in WITH_REASON and not said:
        raise ReasonIsMissing(field="reason")
    if profile.closed_at is None:
        profile.status, profile.reason, profile.closed_at = Status(status), said, at
        profile.save(update_fields=["status", "reason", "closed_at"])
        tell(status=status)
    return profile.employer_id


@command(about="work_profile")
def move_work_profile(*, actor: Actor, at: datetime, work_profile_id: UUID, status: str) -> UUID:
    """The work is coming ("idea"), open or in talk; what was closed is so again, its reason goes, and what is free in its queue is
    offered. Refuses `StatusIsUnknown`. Returns the employer's key."""
    profile = work_profile_to_edit(actor, work_profile_id)
    if status not in Status.values or status in CLOSED:
        raise StatusIsUnknown()
    if profile.status != status:
        profile.status, profile.reason, profile.closed_at = Status(status), "", None
        profile.save(update_fields=["status", "reason", "closed_at"])
        offer_next(profile, at)
        tell(status=status)
    return profile.employer_id


@command(about="work_profile")
def reopen_work_profile(*, actor: Actor, at: datetime, work_profile_id: UUID) -> UUID:
    """Closed by mistake: the work stands as it stood before. Returns the employer's key."""
    profile = work_profile_to_edit(actor, work_profile_id)
    if profile.closed_at is not None:
        history = type(profile).pgh_event_model.objects.filter(pgh_obj_id=profile.pk, closed_at=None)  # type: ignore[attr-defined]
        before = history.order_by("-pgh_id").values_list("status", flat=True).first()
        profile.status, profile.reason, profile.closed_at = Status(before or Status.IDEA), "", None
        profile.save(update_fields=["status", "reason", "closed_at"])
        offer_next(profile, at)
    return profile.employer_id


def _words(reason: str) -> str:
    return " ".join(reason.replace("\x00", "").split())[:200]
