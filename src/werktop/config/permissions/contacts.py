"""Permissions of contact moments, reminders and quick notes: of the own organisation, for who works with its candidates."""

from __future__ import annotations

from .entries import Entry, action, page

TABLE = {
    "contacts:moments": page("see_candidates"),
    "contacts:download_moments": action("see_candidates"),
    "contacts:new_moment": page("edit_candidates", "edit_candidates"),
    "contacts:moment": page("see_candidates", "edit_candidates", other="404"),
    "contacts:take_back_moment": action("edit_candidates", other="404"),
    "contacts:reminders": page("see_candidates"),
    "contacts:download_reminders": action("see_candidates"),
    "contacts:reminder": page("see_candidates", "edit_candidates", other="404"),
    "contacts:do_reminder": action("edit_candidates", other="404"),
    "contacts:put_off_reminder": action("edit_candidates", other="404"),
    "contacts:take_back_reminder": action("edit_candidates", other="404"),
    "contacts:quick_note": page("edit_candidates", "edit_candidates"),
    # reads what is typed, and saves nothing: a post, so that no sentence about somebody stands in an address
    "contacts:read_note": Entry({"POST": "edit_candidates"}, keyless=frozenset({"POST"})),
    "contacts:take_back_note": action("edit_candidates"),
}
