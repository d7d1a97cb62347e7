"""Reads of contact moments and reminders: of the own organisation, for who sees its candidates."""

from .due import Due, first_due, reminders_due
from .last import firms_spoken_with, last_spoken_at, latest_contact_of
from .listing import MomentFilters, ReminderFilters, found_moments, found_reminders
from .versions import moment_version, reminder_version
from .visible import (
    moment_for,
    moments_of_candidate,
    moments_of_employer,
    moments_visible_to,
    people_named,
    reminder_for,
    reminders_of_candidate,
    reminders_of_employer,
    reminders_visible_to,
)
from .visits import (
    UnvisitedFilters,
    VisitFilters,
    found_visits,
    last_visit_at,
    questions_of,
    reads_visit,
    unvisited,
    visit_for,
    visit_version,
    visits_in_region,
    visits_near,
    visits_of,
)

__all__ = [
    "UnvisitedFilters",
    "VisitFilters",
    "found_visits",
    "last_visit_at",
    "questions_of",
    "reads_visit",
    "unvisited",
    "visit_for",
    "visit_version",
    "visits_in_region",
    "visits_near",
    "visits_of",
    "Due",
    "MomentFilters",
    "ReminderFilters",
    "first_due",
    "found_moments",
    "found_reminders",
    "firms_spoken_with",
    "last_spoken_at",
    "latest_contact_of",
    "moment_for",
    "moment_version",
    "moments_of_candidate",
    "moments_of_employer",
    "moments_visible_to",
    "people_named",
    "reminder_for",
    "reminder_version",
    "reminders_due",
    "reminders_of_candidate",
    "reminders_of_employer",
    "reminders_visible_to",
]
