"""Permissions of work profiles: the region reads them; who noted one or answers for the firm changes it."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "work_profiles:profiles": page("see_employers"),
    "work_profiles:download_profiles": action("see_employers"),
    "work_profiles:profile": page("see_employers", other="200"),
    # whoever in the region hears of work notes it
    "work_profiles:new_profile": page("edit_employers", "edit_employers", other="200", other_post="200"),
    "work_profiles:copy_profile": action("edit_employers", other="200", other_post="200"),
    "work_profiles:change_profile": page("edit_employers", "edit_employers", other="404"),
    "work_profiles:judge_profile": page("edit_employers", "edit_employers", other="404"),
    "work_profiles:close_profile": action("edit_employers", other="404"),
    "work_profiles:move_profile": action("edit_employers", other="404"),
}
