"""Contact moments, reminders of what was promised in them, and visits that are planned."""

from .moments import (
    Channel,
    ContactMoment,
    Draft,
    MomentPerson,
    PersonOf,
    Reminder,
    ReminderPerson,
    Role,
    Said,
)
from .visits import Visit

__all__ = [
    "Channel",
    "ContactMoment",
    "Draft",
    "MomentPerson",
    "PersonOf",
    "Reminder",
    "ReminderPerson",
    "Role",
    "Said",
    "Visit",
]
