"""Permissions of placements: for colleagues who work with candidates, of their own organisation; the firms are the region's."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "placements:placements": page("edit_candidates"),
    "placements:download_placements": action("edit_candidates"),
    "placements:note_of_proposal": page("edit_candidates", "edit_candidates", other="404"),
    "placements:choose_firm": page("edit_candidates", other="404", personal=("candidate", "candidate_id")),
    "placements:note_placement": page(
        "edit_candidates", "edit_candidates", other="404", personal=("candidate", "candidate_id")
    ),
    "placements:placement": page("edit_candidates", "edit_candidates", other="404"),
}
