"""Permissions of the post: the outbox and the letters, and the mailbox of demo and tests."""

from __future__ import annotations

from .entries import STAFF, action, page

TABLE = {
    "post:outbox": page("see_guest_list"),
    "post:retry": action("see_guest_list", other="404"),
    "post:letters": page("see_guest_list", "see_guest_list"),
    "post:letters_pdf": page("see_guest_list"),
    "post:mailbox": page(STAFF),
    "post:mailbox_message": page(STAFF, other="404"),
    "post:mailbox_calendar": page(STAFF, other="404"),
    "post:mailbox_letter": page(STAFF, other="404"),
}
