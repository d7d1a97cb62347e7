"""Permissions of seats and prints: the region sees who sits where, the responsible organisation changes it."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "gatherings:seats": page("see_guest_list", "plan_gatherings", other="200"),
    "gatherings:move_seat": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:undo_seats": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:pin_seat": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:pair_rules": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:seat_tables": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:proposed_seats": action("plan_gatherings", other="200", other_post="404"),
    # first names only: whoever helps on the day prints
    "gatherings:table_sheets": page("run_day", other="200"),
    "gatherings:badges": page("run_day", other="200"),
    "gatherings:personal_cards": page("run_day", other="200"),
}
