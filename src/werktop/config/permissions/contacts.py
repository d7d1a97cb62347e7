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
    # the region sees who goes where; what a visit is for is read by the organisation that goes
    "contacts:visits": page("see_employers"),
    "contacts:download_visits": action("see_employers"),
    "contacts:unvisited": page("see_employers"),
    "contacts:download_unvisited": action("see_employers"),
    "contacts:plan_visit": page("edit_candidates", "edit_candidates", other="200", other_post="200"),
    "contacts:prepare": page("see_employers", other="200"),
    "contacts:visit": page("see_candidates", "edit_candidates", other="404"),
    "contacts:note_visit": action("edit_candidates", other="404"),
    "contacts:call_off_visit": action("edit_candidates", other="404"),
    "contacts:take_back_visit": action("edit_candidates", other="404"),
    "contacts:visit_calendar": page("see_candidates", other="404"),
}
