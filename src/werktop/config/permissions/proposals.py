"""Permissions of proposals: for colleagues who work with candidates, of their own organisation; the work is the region's."""

from __future__ import annotations

from .entries import action, page

TABLE = {
    "proposals:proposals": page("edit_candidates"),
    "proposals:download_proposals": action("edit_candidates"),
    # every organisation of the region puts its own candidates forward
    "proposals:choose": page("edit_candidates", other="200"),
    "proposals:propose": page("edit_candidates", "edit_candidates", other="200", other_post="200"),
    "proposals:choose_work": page("edit_candidates", other="404", personal=("candidate", "candidate_id")),
    "proposals:proposal": page("edit_candidates", "edit_candidates", other="404"),
}
