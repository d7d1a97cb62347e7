"""The gatherings in which a candidate is or was a guest, as moments on the candidate's page."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.candidates.story import Moment
from werktop.gatherings.queries.of_candidate import GuestAt, gatherings_of_candidate


def gathering_moments(viewer: Actor, candidate_id: UUID) -> list[Moment]:
    """One moment for each gathering; the address only where the viewer may open it."""
    return [_moment(each) for each in gatherings_of_candidate(viewer, candidate_id)]


def _moment(each: GuestAt) -> Moment:
    if each.is_cancelled:
        words = _("Prettig gesprek bij %(place)s: ging niet door")
    elif each.came is None:
        words = _("Prettig gesprek bij %(place)s: %(reply)s")
    elif each.came:
        words = _("Prettig gesprek bij %(place)s: was erbij")
    else:
        words = _("Prettig gesprek bij %(place)s: kwam niet")
    return Moment(
        day=each.starts_at.astimezone(ZoneInfo(each.time_zone)).date(),
        words=words % {"place": each.place_name, "reply": each.reply_label},
        url=reverse("gatherings:gathering", args=[each.gathering_id]) if each.is_visible else "",
        is_to_come=each.came is None and not each.is_cancelled and each.reply != "no",
    )
