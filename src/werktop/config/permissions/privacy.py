"""Permissions of privacy: all that is kept of one person, for who works with that person. A candidate's own organisation; of an
entrepreneur each organisation of the region what it keeps itself."""

from __future__ import annotations

from .entries import page

TABLE = {
    "privacy:kept_of_candidate": page("edit_candidates", other="404", personal=("candidate", "candidate_id")),
    "privacy:kept_of_entrepreneur": page(
        "edit_employers", other="200", personal=("entrepreneur", "entrepreneur_id")
    ),
}
