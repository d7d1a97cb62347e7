"""What the forms about work start from, and their version."""

from __future__ import annotations

from typing import Any

from werktop.audit.versions import version_of
from werktop.work_profiles.models import WorkProfile

SAYS = (
    "what", "own_words", "forms", "places", "hours_min", "hours_max", "days", "times", "wage_min_cents", "wage_max_cents",
    "wage_words", "from_date", "is_expected", "because", "how_sure", "until_date", "traits", "place_words", "address", "place",
    "is_step_free", "travel", "select_count", "select_how", "select_by_date", "is_open_hiring", "to_call_id", "contact_id",
)  # fmt: skip


def asked_of(profile: WorkProfile) -> list[dict[str, Any]]:
    """What the work asks and gives room to, as `change_work_profile` takes it."""
    rows = profile.terms.order_by("term_id").values("term_id", "is_learnable", "weight")
    return [dict(row) for row in rows]


def facts_of(profile: WorkProfile) -> dict[str, Any]:
    """The facts that the form asks for, as they are kept now."""
    return {name: getattr(profile, name) for name in SAYS} | {
        "terms": sorted(asked_of(profile), key=lambda each: str(each["term_id"])),
        "requirement_ids": sorted(profile.requirements.values_list("requirement_id", flat=True), key=str),
    }


def work_profile_version(profile: WorkProfile) -> str:
    """The version that a form carries, for `change_work_profile`."""
    return version_of(facts_of(profile))
