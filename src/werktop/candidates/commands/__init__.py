"""Writes about candidates."""

from .bulk import add_candidates
from .forgetting import announce_erasures, erase_out_of_touch, keep_candidate, take_back_erasures
from .handing_over import (
    assign_candidates,
    hand_over_candidates,
    take_back_assignment,
    take_back_hand_over,
)
from .in_touch import note_in_touch, take_back_in_touch
from .informing import note_told, take_back_told
from .keeping import add_candidate, change_candidate, note_talents_seen, take_back_talents_seen
from .leaving import erase_candidate, note_left, note_returned
from .looking import forget_looks, note_looks_read, open_needs, take_candidate
from .merging import (
    MergedAlready,
    look_for_doubles,
    merge_candidates,
    take_apart_candidates,
    tell_candidates_apart,
)
from .own import name_firm, unname_firm
from .picture import finish_part, note_part, put_back_part, remove_part
from .presentation import approve_presentation, take_back_approval, write_presentation
from .refusals import (
    NameIsMissing,
    NamesADiagnosis,
    NoWayToReach,
    PhoneIsUnreadable,
    PostcodeIsUnknown,
)

__all__ = [
    "MergedAlready",
    "look_for_doubles",
    "merge_candidates",
    "take_apart_candidates",
    "tell_candidates_apart",
    "NameIsMissing",
    "NamesADiagnosis",
    "NoWayToReach",
    "PhoneIsUnreadable",
    "PostcodeIsUnknown",
    "add_candidate",
    "add_candidates",
    "announce_erasures",
    "approve_presentation",
    "assign_candidates",
    "change_candidate",
    "erase_candidate",
    "finish_part",
    "forget_looks",
    "erase_out_of_touch",
    "hand_over_candidates",
    "keep_candidate",
    "name_firm",
    "note_in_touch",
    "note_left",
    "note_looks_read",
    "note_part",
    "note_returned",
    "note_talents_seen",
    "note_told",
    "open_needs",
    "put_back_part",
    "remove_part",
    "take_back_approval",
    "take_candidate",
    "take_back_assignment",
    "take_back_erasures",
    "take_back_in_touch",
    "take_back_talents_seen",
    "take_back_hand_over",
    "take_back_told",
    "unname_firm",
    "write_presentation",
]
