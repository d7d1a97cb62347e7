"""Permissions of what follows after a gathering."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "matches:after": page("arrange_follow_ups", "arrange_follow_ups", other="200", other_post="200"),
    "matches:propose": action("arrange_follow_ups", other="200"),
    "matches:thank": action("arrange_follow_ups", other="200"),
    "matches:note_thanked": action("arrange_follow_ups", other="404"),
    "matches:add_talk": page("arrange_follow_ups", "arrange_follow_ups", other="404"),
    "matches:answer_for": page("arrange_follow_ups", "arrange_follow_ups", other="404"),
    # the organisation that runs the day, and who hosts at it until it is over (409 after that)
    "matches:hours_of_all": page("record_table", other="404"),
    "matches:hours": page("record_table", "record_table", other="404"),
    "matches:results": page("see_results", other="200"),
    "matches:results_download": page("see_results", other="200"),
    "matches:follow_up": page("arrange_follow_ups", "arrange_follow_ups", other="404"),
    "matches:moment": page("arrange_follow_ups", "arrange_follow_ups", other="404"),
    "matches:call_off": action("arrange_follow_ups", other="404"),
    "matches:take_back": action("arrange_follow_ups", other="404"),
    "matches:note_called": action("arrange_follow_ups", other="404"),
    "matches:next_step": page("arrange_follow_ups", "arrange_follow_ups", other="404"),
    "matches:finish_step": action("arrange_follow_ups", other="404"),
}
