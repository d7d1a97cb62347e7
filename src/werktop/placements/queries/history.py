"""What stood there of a placement until it was changed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werktop.accounts.histories import Earlier, changes_of, in_words_of
from werktop.accounts.queries import accounts_by_id
from werktop.audit.kept import in_words
from werktop.employers import queries as employers
from werktop.placements.models import Placement
from werktop.work_profiles.spans import hours_in_words

SHOWN = (
    "what", "work_form", "week_minutes", "started_date", "expected_end_date", "entrepreneur_id", "contact_id", "ended_date",
    "ended_reason", "takes_no_paid_work",
)  # fmt: skip


def earlier_of(row: Placement, *, with_footing: bool) -> list[Earlier]:
    """What stood there before, the last first; how somebody was paid only where the viewer may see it. Four queries."""
    changes = changes_of(Placement, row.pk, (*SHOWN, "footing", "leave_given") if with_footing else SHOWN)
    colleagues = accounts_by_id({each.before.contact_id for each in changes if each.before.contact_id})
    people = employers.entrepreneurs_by_id(
        {each.before.entrepreneur_id for each in changes if each.before.entrepreneur_id}
    )
    named = {key: each.name for key, each in (colleagues | people).items()}
    return in_words_of(changes, lambda line, name: _in_words(line, name, named))


def _in_words(line: Any, name: str, named: dict[Any, str]) -> str:
    """What one fact was; what was empty says nothing."""
    value = getattr(line, name)
    if value in (None, "", False):
        return ""
    if value is True:
        return str(Placement.SAID[name])
    if name in ("contact_id", "entrepreneur_id"):
        words = named.get(value, _("iemand die hier niet meer staat"))
    else:
        words = hours_in_words(value) if name == "week_minutes" else in_words(Placement, name, value)
    return {
        "week_minutes": _("%(words)s uur per week"),
        "started_date": _("vanaf %(words)s"),
        "expected_end_date": _("naar verwachting tot %(words)s"),
        "entrepreneur_id": _("bij %(words)s"),
        "contact_id": _("te bellen: %(words)s"),
        "ended_date": _("geëindigd op %(words)s"),
    }.get(name, "%(words)s") % {"words": words}
