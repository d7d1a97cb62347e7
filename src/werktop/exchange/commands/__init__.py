"""Writes about uploads: look first, then take over, or put away."""

from .. import stored_rows
from .choosing import choose_of_rows
from .looking import (
    forget_uploads,
    note_outcome_taken,
    note_report_taken,
    preview_upload,
    withdraw_upload,
)
from .refusals import (
    ListMovedOn,
    TooMuchFails,
    UploadIsBeingTaken,
    UploadIsNotBeingTaken,
    UploadIsPutAway,
    UploadIsTakenOver,
)
from .taking import (
    BLOCK,
    MOST_TRIES,
    TASK,
    apply_upload,
    pick_up,
    start_taking,
    stop_taking,
    take_block,
)

__all__ = [
    "BLOCK",
    "MOST_TRIES",
    "TASK",
    "ListMovedOn",
    "TooMuchFails",
    "UploadIsBeingTaken",
    "UploadIsNotBeingTaken",
    "UploadIsPutAway",
    "UploadIsTakenOver",
    "apply_upload",
    "choose_of_rows",
    "forget_uploads",
    "note_outcome_taken",
    "note_report_taken",
    "pick_up",
    "preview_upload",
    "start_taking",
    "stop_taking",
    "stored_rows",
    "take_block",
    "withdraw_upload",
]
