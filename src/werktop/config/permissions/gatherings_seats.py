"""Permissions of seats and prints: who has a part in a gathering sees who sits where, the responsible organisation
changes it (docs/decisions/0020). What another organisation gets is for one without a part."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "gatherings:seats": page("see_guest_list", "plan_gatherings", other="404"),
    "gatherings:move_seat": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:undo_seats": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:pin_seat": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:pair_rules": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:seat_tables": action("plan_gatherings", other="200", other_post="404"),
    "gatherings:proposed_seats": action("plan_gatherings", other="200", other_post="404"),
    # first names only, until it is over: who plans or hosts of the responsible organisation. A host of another public body
    # gets the sheet of the own table alone
    "gatherings:table_sheets": page("run_day", other="404"),
    "gatherings:badges": page("run_day", other="404"),
    "gatherings:personal_cards": page("run_day", other="404"),
}
