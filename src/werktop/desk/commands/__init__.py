"""Writes of the screens that look across rooms."""

from .listing import note_list_taken, note_totals_taken
from .network import link_firm, unlink_firm
from .views import remove_view, save_view

__all__ = ["link_firm", "note_list_taken", "note_totals_taken", "remove_view", "save_view", "unlink_firm"]
