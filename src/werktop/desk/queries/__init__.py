"""Reads across rooms: what is due today, who bears a name, and the list of candidates."""

from .candidate_list import ListAsked, Numbers, listed_candidates, names_looked_up, numbers_of
from .found import Found, found_by_name
from .today import MOST, NAMED, Today, today_of
from .views import own_view, views_of

__all__ = [
    "MOST",
    "NAMED",
    "Found",
    "ListAsked",
    "Numbers",
    "Today",
    "found_by_name",
    "listed_candidates",
    "names_looked_up",
    "numbers_of",
    "own_view",
    "today_of",
    "views_of",
]
