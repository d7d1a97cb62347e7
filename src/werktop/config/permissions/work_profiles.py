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
    "work_profiles:expected": page("see_employers"),
    "work_profiles:download_expected": action("see_employers"),
    # reading a text or an example saves nothing; whoever hears of work notes it
    "work_profiles:paste_vacancy": page("edit_employers", "edit_employers", other="200", other_post="200"),
    "work_profiles:start_from_example": page(
        "edit_employers", "edit_employers", other="200", other_post="200"
    ),
    "work_profiles:keep_as_example": action("edit_employers", other="200", other_post="200"),
    "work_profiles:drop_example": action("edit_employers", other="404"),
    "work_profiles:new_function": page("edit_employers", "edit_employers", other="200", other_post="200"),
    "work_profiles:function": page("edit_employers", "edit_employers", other="404"),
    "work_profiles:carve": page("see_employers", "edit_employers", other="200"),
    "work_profiles:function_summary": page("see_employers", other="200"),
    "work_profiles:put_function_away": action("edit_employers", other="404"),
    "work_profiles:take_carving_back": action("edit_employers", other="404"),
    # own candidates by name, those of others by number; who works with candidates signs them up
    "work_profiles:queue": page("see_employers", "edit_candidates", other="200", other_post="200"),
    "work_profiles:answer_offer": action("edit_candidates", other="404"),
}
