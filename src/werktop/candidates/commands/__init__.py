"""Writes about candidates."""

from werktop.audit.merging import MergedAlready

from .bulk import add_candidates, know_again
from .dividing import divide_caseload, forget_transfers, note_received, take_back_transfer
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
from .lapsing import lapse_certificates
from .leaving import erase_candidate, note_left, note_returned
from .life_domains import forget_switched_off, note_domains, use_life_domains
from .looking import forget_looks, note_looks_read, open_needs, take_candidate
from .merging import (
    NotesAreTooLong,
    look_for_doubles,
    merge_candidates,
    take_apart_candidates,
    tell_candidates_apart,
)
from .needs import forget_settled
from .objecting import end_objection, make_objection
from .own import choose_how_to_be_reached, name_firm, put_firm_back, unname_firm
from .own_plan import (
    NoLongerThere,
    remark_on_step,
    remove_own_goal,
    remove_own_perspective,
    remove_own_step,
    tick_own_goal,
    tick_own_step,
    write_own_goal,
    write_own_outcome,
    write_own_perspective,
    write_own_step,
)
from .own_writing import note_own_read
from .picture import finish_part, note_as_before, note_part, put_back_part, put_off_part, remove_part
from .presentation import approve_presentation, take_back_approval, write_presentation
from .refusals import (
    NameIsMissing,
    NamesADiagnosis,
    NothingIsSaid,
    NoWayToReach,
    ObjectsToEmployers,
    PhoneIsUnreadable,
    PostcodeIsUnknown,
    ShelteredWorkIsNoWish,
)
from .talents import note_terms
from .wishes import note_wish

__all__ = [
    "MergedAlready",
    "NotesAreTooLong",
    "NameIsMissing",
    "NamesADiagnosis",
    "NoLongerThere",
    "NothingIsSaid",
    "NoWayToReach",
    "ObjectsToEmployers",
    "PhoneIsUnreadable",
    "PostcodeIsUnknown",
    "ShelteredWorkIsNoWish",
    "add_candidate",
    "add_candidates",
    "announce_erasures",
    "approve_presentation",
    "assign_candidates",
    "change_candidate",
    "choose_how_to_be_reached",
    "divide_caseload",
    "end_objection",
    "erase_candidate",
    "erase_out_of_touch",
    "finish_part",
    "forget_looks",
    "forget_settled",
    "forget_switched_off",
    "forget_transfers",
    "hand_over_candidates",
    "keep_candidate",
    "know_again",
    "lapse_certificates",
    "look_for_doubles",
    "make_objection",
    "merge_candidates",
    "name_firm",
    "note_as_before",
    "note_domains",
    "note_in_touch",
    "note_left",
    "note_list_taken",
    "note_looks_read",
    "note_own_read",
    "note_part",
    "note_received",
    "note_returned",
    "note_talents_seen",
    "note_terms",
    "note_told",
    "note_wish",
    "open_needs",
    "put_back_part",
    "put_firm_back",
    "put_off_part",
    "remark_on_step",
    "remove_own_goal",
    "remove_own_perspective",
    "remove_own_step",
    "remove_part",
    "take_apart_candidates",
    "take_back_approval",
    "take_back_assignment",
    "take_back_erasures",
    "take_back_hand_over",
    "take_back_in_touch",
    "take_back_talents_seen",
    "take_back_told",
    "take_back_transfer",
    "take_candidate",
    "tell_candidates_apart",
    "tick_own_goal",
    "tick_own_step",
    "unname_firm",
    "use_life_domains",
    "write_own_goal",
    "write_own_outcome",
    "write_own_perspective",
    "write_own_step",
    "write_presentation",
]
