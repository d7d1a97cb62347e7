"""Permissions of help requests: for who works with the candidate, and of a hand-over for who received it."""

from __future__ import annotations

from .entries import action, guest_page, page

TABLE = {
    "help_requests:help_requests": page("edit_candidates"),
    "help_requests:new_help_request": page(
        "edit_candidates", "edit_candidates", other="404", personal=("candidate", "candidate_id")
    ),
    "help_requests:help_request": page("edit_candidates", "edit_candidates", other="404"),
    "help_requests:move_help_request": action("edit_candidates", other="404"),
    "help_requests:put_off_help": action("edit_candidates", other="404"),
    "help_requests:take_back_help_request": action("edit_candidates", other="404"),
    "help_requests:hand_over": page("edit_candidates", "edit_candidates", other="404"),
    # who received it, of whichever organisation, and who handed it over; for others it does not exist
    "help_requests:received": page("edit_candidates", "edit_candidates", other="404"),
    "help_requests:withdraw_hand_over": action("edit_candidates", other="404"),
    "help_requests:note_answer_read": action("edit_candidates", other="404"),
    "help_requests:answer_hand_over": guest_page("hand_over"),
}
