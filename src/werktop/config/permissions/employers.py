"""Permissions of employers: the region sees them, the responsible organisation edits."""

from __future__ import annotations

from .entries import Entry, action, page

TABLE = {
    "employers:employers": page("see_employers"),
    "employers:new_employer": page("edit_employers", "edit_employers"),
    # compares what is typed, and saves nothing
    "employers:alike": Entry({"POST": "edit_employers"}, keyless=frozenset({"POST"})),
    "employers:download_employers": action("see_employers"),
    "employers:employer": page("see_employers", other="200"),
    "employers:change_employer": page("edit_employers", "edit_employers", other="404"),
    "employers:change_about": page("edit_employers", "edit_employers", other="404"),
    # asks elsewhere what is typed, and saves nothing
    "employers:trade_register": Entry(
        {"GET": "edit_employers", "POST": "edit_employers"}, other="404", keyless=frozenset({"POST"})
    ),
    "employers:take_from_register": action("edit_employers", other="404"),
    "employers:contact_people": page("edit_employers", "edit_employers", other="404"),
    "employers:hand_over_firms": page("edit_employers", "edit_employers"),
    "employers:note_relation": page("edit_employers", "edit_employers", other="404"),
    "employers:change_relation": page("edit_employers", "edit_employers", other="404"),
    "employers:new_entrepreneur": page("edit_employers", "edit_employers", other="404"),
    "employers:change_entrepreneur": page("edit_employers", "edit_employers", other="404"),
    "employers:erase_entrepreneur": page("edit_employers", "edit_employers", other="404"),
    "employers:doubles": page("edit_employers"),
    "employers:merge_employer": page("edit_employers", "edit_employers", other="404"),
    "employers:tell_employers_apart": action("edit_employers", other="404"),
    "employers:take_employers_apart": action("edit_employers", other="404"),
    "employers:merge_entrepreneur": page("edit_employers", "edit_employers", other="404"),
    "employers:tell_entrepreneurs_apart": action("edit_employers", other="404"),
    "employers:take_entrepreneurs_apart": action("edit_employers", other="404"),
    # whoever in the region hears of a chance notes it, and the region reads it; who noted it or answers for the firm settles it
    "employers:chances": page("see_employers"),
    "employers:download_chances": action("see_employers"),
    "employers:note_chance": page("edit_employers", "edit_employers", other="200", other_post="200"),
    "employers:chance": page("see_employers", "edit_employers", other="200", other_post="404"),
    "employers:settle_chance": action("edit_employers", other="404"),
    # a question is the region's: anybody there takes it, answers it or passes it on
    "employers:questions": page("see_employers"),
    "employers:download_questions": action("see_employers"),
    "employers:question": page("see_employers", "edit_employers", other="200", other_post="200"),
    "employers:note_question": page("edit_employers", "edit_employers", other="200", other_post="200"),
}
