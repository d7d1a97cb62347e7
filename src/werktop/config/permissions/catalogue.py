"""Permissions of the catalogue: all colleagues look it up; the functional administrator adds the organisation's own words."""

from __future__ import annotations

from .entries import STAFF, action, page

TABLE = {
    "catalogue:catalogue": page(STAFF),
    "catalogue:download_catalogue": action(STAFF),
    "catalogue:find": page(STAFF),
    "catalogue:instruments": page("edit_candidates", "edit_candidates"),
    "catalogue:own_terms": page("manage_organisation", "manage_organisation"),
    "catalogue:own_term": page("manage_organisation", "manage_organisation", other="404"),
    "catalogue:retire_own_term": action("manage_organisation", other="404"),
    "catalogue:restore_own_term": action("manage_organisation", other="404"),
}
