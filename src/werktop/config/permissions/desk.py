"""Permissions of the staff screens that look across rooms."""

from __future__ import annotations

from .entries import Entry, action, page

TABLE = {
    "desk:today": page("see_desk"),
    "desk:find": page("see_employers"),
    "desk:candidates": page("see_candidates"),
    # filters, pages and ticks of the list: saves nothing of anybody
    "desk:choose_candidates": Entry({"POST": "see_candidates"}, keyless=frozenset({"POST"})),
    "desk:download_candidates": page("see_candidates", "see_candidates"),
    # totals alone; what only who works with somebody reads is rounded or absent, all for who reads no candidate (decision 34)
    "desk:analysis": page("see_totals"),
    "desk:download_analysis": action("see_totals"),
    "desk:invite_candidates": page("edit_candidates", "edit_candidates"),
    "desk:assign_candidates": page("edit_candidates", "edit_candidates"),
    "desk:link_firm": action("edit_candidates", other="404"),
    # a colleague's own; of others only those they share are seen, and nobody else's is changed
    "desk:views": page("see_candidates"),
    "desk:save_view": page("see_candidates", "see_candidates"),
    "desk:change_view": page("see_candidates", "see_candidates", other="404"),
    "desk:remove_view": action("see_candidates", other="404"),
    "desk:put_back_view": action("see_candidates"),
    "desk:take_back_assignment": action("edit_candidates"),
}
