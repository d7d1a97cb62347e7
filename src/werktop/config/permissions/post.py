"""Permissions of the post: the outbox and the letters, and the mailbox of demo and tests."""

from __future__ import annotations

from .entries import action, page

# the stand-in for real mail holds what candidates and entrepreneurs are told, links included: for whoever holds both in
# one hand. Outside demo and tests there is no such page.
MAILBOX = "arrange_follow_ups"

TABLE = {
    "post:outbox": page("see_guest_list"),
    "post:retry": action("see_guest_list", other="404"),
    "post:letters": page("see_guest_list", "see_guest_list"),
    "post:letters_pdf": page("see_guest_list"),
    "post:mailbox": page(MAILBOX),
    "post:mailbox_message": page(MAILBOX, other="404"),
    "post:mailbox_calendar": page(MAILBOX, other="404"),
    "post:mailbox_letter": page(MAILBOX, other="404"),
}
