"""Permissions of candidates: files of one organisation, for who works with them."""

from __future__ import annotations

from .entries import Entry, action, page

PERSON = ("candidate", "candidate_id")

TABLE = {
    "candidates:new_candidate": page("edit_candidates", "edit_candidates"),
    # compares what is typed, and saves nothing: a post, so that no name stands in an address
    "candidates:alike": Entry({"POST": "edit_candidates"}, keyless=frozenset({"POST"})),
    "candidates:doubles": page("edit_candidates"),
    "candidates:merge_candidates": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "candidates:tell_apart": action("edit_candidates", other="404"),
    "candidates:take_apart": action("edit_candidates", other="404"),
    "candidates:note_told": action("edit_candidates"),
    "candidates:take_back_told": action("edit_candidates"),
    "candidates:hand_over": page("edit_candidates", "edit_candidates"),
    "candidates:take_back_hand_over": action("edit_candidates"),
    "candidates:divide_caseload": page("divide_caseloads", "divide_caseloads"),
    "candidates:take_back_division": action("divide_caseloads"),
    "candidates:received": page("edit_candidates", "edit_candidates"),
    "candidates:candidate": page("see_candidates", other="404", personal=PERSON),
    "candidates:change_candidate": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "candidates:then_and_now": page("see_candidates", other="404", personal=PERSON),
    "candidates:note_part": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "candidates:change_part": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "candidates:finish_part": action("edit_candidates", other="404"),
    "candidates:put_off_part": action("edit_candidates", other="404"),
    "candidates:agreed": page("edit_candidates"),
    "candidates:put_back_part": action("edit_candidates", other="404"),
    "candidates:open_needs": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "candidates:take_candidate": action("edit_candidates", other="404"),
    "candidates:looks": page("edit_candidates", "edit_candidates"),
    "candidates:life_domains": page("manage_organisation", "manage_organisation"),
    "candidates:leave_candidate": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "candidates:keep_candidate": action("edit_candidates", other="404"),
    "candidates:erase_candidate": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
}
