"""Permissions of employers: the region sees them, the responsible organisation edits."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "employers:employers": page("see_employers"),
    "employers:new_employer": page("edit_employers", "edit_employers"),
    "employers:download_employers": action("see_employers"),
    "employers:employer": page("see_employers", other="200"),
    "employers:change_employer": page("edit_employers", "edit_employers", other="404"),
    "employers:new_entrepreneur": page("edit_employers", "edit_employers", other="404"),
    "employers:change_entrepreneur": page("edit_employers", "edit_employers", other="404"),
    "employers:erase_entrepreneur": page("edit_employers", "edit_employers", other="404"),
}
