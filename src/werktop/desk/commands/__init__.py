"""Writes of the screens that look across rooms."""

from .listing import note_list_taken, note_totals_taken
from .views import remove_view, save_view

__all__ = ["note_list_taken", "note_totals_taken", "remove_view", "save_view"]
