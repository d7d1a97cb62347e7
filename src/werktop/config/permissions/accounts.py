"""Permissions of accounts: one's own for everyone, the others' for the functional administrator."""

from __future__ import annotations

from .entries import PUBLIC, STAFF, Entry, action, page

POST = frozenset({"POST"})

TABLE = {
    "accounts:log_in": Entry({"GET": PUBLIC, "POST": PUBLIC}, keyless=POST),
    # nothing of the domain is saved for who has no account; the command says no more than the page
    "accounts:forgotten": Entry({"GET": PUBLIC, "POST": PUBLIC}),
    "accounts:choose_password": Entry(
        {"GET": PUBLIC, "POST": PUBLIC}, link="choose_password", again="accounts:forgotten"
    ),
    # for nobody too: a second tap, or a page that outlived its session, ends where the first one did
    "accounts:log_out": Entry({"POST": PUBLIC}, keyless=POST),
    "accounts:profile": page(STAFF, STAFF),
    "accounts:password": page(STAFF, STAFF),
    # chooses what the session shows; saves nothing of the domain
    "accounts:switch_organisation": Entry({"POST": STAFF}, keyless=POST),
    "accounts:stand_ins": page("see_stand_ins", "see_stand_ins"),
    "accounts:end_stand_in": action("see_stand_ins"),
    "accounts:put_back_stand_in": action("see_stand_ins"),
    "accounts:done_meanwhile": page("edit_candidates"),
    # choose whose work the session does; save nothing of the domain
    "accounts:act_for": Entry({"POST": "edit_candidates"}, keyless=POST),
    "accounts:act_as_self": Entry({"POST": STAFF}, keyless=POST),
    "accounts:colleagues": page("manage_accounts"),
    "accounts:new_colleague": page("manage_accounts", "manage_accounts"),
    "accounts:colleague": page("manage_accounts", "manage_accounts", other="404"),
    "accounts:send_password_link": action("manage_accounts", other="404"),
    "accounts:download_colleagues": action("manage_accounts"),
    "accounts:organisation": page("manage_organisation", "manage_organisation"),
    "accounts:trail": page("see_trail"),
    "accounts:download_trail": action("see_trail"),
}
