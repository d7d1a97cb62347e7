"""Permissions of the day: who stands at the door or at a table of this gathering, of whichever organisation.

The rooms' own rule is narrower than the role: a colleague sees a gathering here who plans it or was put down as a
host at it; for everyone else it does not exist.
"""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "gatherings:table_worker": page("record_table"),
    "gatherings:badge": page("run_day", other="404"),
    "gatherings:day": page("run_day", other="404"),
    "gatherings:start_day": action("run_day", other="404"),
    "gatherings:take_back_start": action("run_day", other="404"),
    "gatherings:finish_day": action("plan_gatherings", other="404"),
    "gatherings:ask_talk_on": action("plan_gatherings", other="404"),
    "gatherings:replan": page("plan_gatherings", "plan_gatherings", other="404"),
    "gatherings:round_clock": page("run_day", other="404"),
    "gatherings:a_round": action("plan_gatherings", other="404"),
    "gatherings:walk_in": action("plan_gatherings", other="404"),
    "gatherings:guest_at_the_door": action("run_day", other="404"),
    "gatherings:table_screen": page("record_table", "record_table", other="404"),
}
