"""What stood there of a work profile until it was changed."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werktop.accounts.histories import Earlier, changes_of, in_words_of
from werktop.audit.kept import in_words
from werktop.work_profiles.models import WorkProfile

from .versions import SAYS

SHOWN = (*(name for name in SAYS if not name.endswith("_id")), "status", "reason")


def earlier_of(profile: WorkProfile) -> list[Earlier]:
    """What stood there before, the last first: of each change what it changed. Two queries."""
    return in_words_of(changes_of(WorkProfile, profile.pk, SHOWN), _in_words)


def _in_words(line: Any, name: str) -> str:
    """What one fact was: a number with what it counts, a day with what began then. What was empty says nothing."""
    value = getattr(line, name)
    if name in ("wage_min_cents", "wage_max_cents"):
        return _("loon %(amount)s") % {"amount": f"€ {value // 100},{value % 100:02}"} if value else ""
    if value in (None, "", [], False):
        return ""
    words = in_words(WorkProfile, name, value)
    return {
        "places": _("voor %(words)s"),
        "from_date": _("vanaf %(words)s"),
        "until_date": _("tot en met %(words)s"),
        "hours_min": _("minstens %(words)s uur"),
        "hours_max": _("hoogstens %(words)s uur"),
        "select_count": _("selectie uit %(words)s"),
        "select_by_date": _("selectie voor %(words)s"),
        "is_expected": _("verwacht: %(words)s"),
        "is_step_free": _("drempelvrij: %(words)s"),
        "is_open_hiring": _("open hiring: %(words)s"),
    }.get(name, "%(words)s") % {"words": words}
