"""Permissions of accounts: one's own for everyone, the others' for the functional administrator."""

from __future__ import annotations

from .entries import PUBLIC, STAFF, Entry, page

POST = frozenset({"POST"})

TABLE = {
    "accounts:log_in": Entry({"GET": PUBLIC, "POST": PUBLIC}, keyless=POST),
    "accounts:log_out": Entry({"POST": STAFF}, keyless=POST),
    "accounts:profile": page(STAFF, STAFF),
    "accounts:password": page(STAFF, STAFF),
    # chooses what the session shows; saves nothing of the domain
    "accounts:switch_organisation": Entry({"POST": STAFF}, keyless=POST),
    "accounts:colleagues": page("manage_accounts"),
    "accounts:new_colleague": page("manage_accounts", "manage_accounts"),
    "accounts:colleague": page("manage_accounts", "manage_accounts", other="404"),
    "accounts:organisation": page("manage_organisation", "manage_organisation"),
    "accounts:trail": page("see_trail"),
}
