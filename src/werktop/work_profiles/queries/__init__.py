"""Reads about work at employers."""

from .hiring import (
    InQueue,
    first_names_agreed,
    open_hiring_now,
    places_left,
    queue_of,
    running_sign_ups,
    sign_ups_of,
)
from .history import Earlier, earlier_of
from .listing import WorkFilters, found_work_profiles
from .own import OwnWork, own_work, places_filled
from .sought import term_ids_sought_by
from .versions import asked_of, facts_of, work_profile_version
from .visible import (
    can_change,
    closed_of,
    closed_work_profile,
    firms_with_work,
    hold_work_profiles,
    requirements_of,
    term_uses,
    work_profile_for,
    work_profile_to_change,
    work_profiles_in_region,
    work_profiles_of,
)

__all__ = [
    "OwnWork",
    "own_work",
    "places_filled",
    "sign_ups_of",
    "running_sign_ups",
    "queue_of",
    "places_left",
    "open_hiring_now",
    "first_names_agreed",
    "InQueue",
    "Earlier",
    "WorkFilters",
    "asked_of",
    "can_change",
    "closed_of",
    "closed_work_profile",
    "earlier_of",
    "facts_of",
    "found_work_profiles",
    "requirements_of",
    "firms_with_work",
    "hold_work_profiles",
    "term_ids_sought_by",
    "term_uses",
    "work_profile_for",
    "work_profile_to_change",
    "work_profile_version",
    "work_profiles_in_region",
    "work_profiles_of",
]
