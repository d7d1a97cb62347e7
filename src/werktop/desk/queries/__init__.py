"""Reads across rooms: what is due today, and who bears a name."""

from .found import Found, found_by_name
from .today import MOST, Today, today_of

__all__ = ["MOST", "Found", "Today", "found_by_name", "today_of"]
