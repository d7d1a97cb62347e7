"""Know your file: the best profiles for a seeker and the best seekers for a profile, exactly."""

from .index import Index, Relaxed
from .reasons import Reason
from .rows import profiles_from_rows, seekers_from_rows
from .tables import Profiles, Seekers

__all__ = ["Index", "Profiles", "Reason", "Relaxed", "Seekers", "profiles_from_rows", "seekers_from_rows"]
