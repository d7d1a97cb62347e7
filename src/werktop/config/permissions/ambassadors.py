"""Permissions of ambassadors: the region sees, the responsible organisation edits; what is about a candidate is for who works with
that candidate."""

from __future__ import annotations

from .entries import action, page

PERSON = ("candidate", "candidate_id")

TABLE = {
    "ambassadors:network": page("see_employers"),
    "ambassadors:download_network": action("see_employers"),
    "ambassadors:ambassador": page("edit_employers", "edit_employers", other="404"),
    "ambassadors:move_ambassador": action("edit_employers", other="404"),
    "ambassadors:new_fellow": page("edit_employers", "edit_employers", other="404"),
    "ambassadors:thank": page("edit_employers", "edit_employers", other="404"),
    "ambassadors:new_idea": page("edit_employers", "edit_employers", other="404"),
    "ambassadors:fellows": page("see_employers"),
    "ambassadors:download_fellows": action("see_employers"),
    "ambassadors:fellow": page("see_employers", "edit_employers", other="200"),
    "ambassadors:move_fellow": action("edit_employers", other="404"),
    "ambassadors:clubs": page("see_employers"),
    "ambassadors:download_clubs": action("see_employers"),
    "ambassadors:new_club": page("edit_employers", "edit_employers"),
    "ambassadors:club": page("see_employers", other="200"),
    "ambassadors:change_club": page("edit_employers", "edit_employers", other="404"),
    "ambassadors:club_member": action("edit_employers", other="404"),
    "ambassadors:remove_club": action("edit_employers", other="404"),
    "ambassadors:ideas": page("see_employers"),
    "ambassadors:download_ideas": action("see_employers"),
    "ambassadors:idea": page("see_employers", "edit_employers", other="200"),
    "ambassadors:take_back_idea": action("edit_employers", other="404"),
    "ambassadors:new_coaching": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "ambassadors:coaching": page("edit_candidates", "edit_candidates", other="404"),
    "ambassadors:new_introduction": page("edit_candidates", "edit_candidates", other="404", personal=PERSON),
    "ambassadors:introduction": page("edit_candidates", "edit_candidates", other="404"),
}
