"""Reads about candidates. They belong to one organisation; others in the region see the search profile."""

from .caseloads import Caseload, candidates_of, caseloads
from .comparing import compared, version_of_both
from .kept import kept_until
from .likeness import Alike, likely_duplicates, others_with_email, pairs_to_look_at
from .listing import Filters, found_candidates, mine_or_nobodys
from .mark_words import KINDS, mark_in_words
from .marks import AGREEING, GUARDED, Counted, counted, counted_marks, kind_of
from .naming import candidates_marked
from .own import (
    OwnFirm,
    candidates_at,
    draft_for,
    own_firms,
    own_row,
    presentation_of,
    presentation_version,
    read_by_employers,
)
from .picture import Change, Line, Picture, changes_between, picture_of, picture_on
from .silent import Silent, long_silent
from .versions import candidate_version, facts_of, part_row, part_version
from .visible import (
    SearchProfile,
    candidate_for,
    candidates_by_id,
    candidates_visible_to,
    companions_of,
    hold_candidates,
    noted_term_ids,
    organisations_of,
    search_profiles_in_region,
    term_ids_of,
    term_uses,
)
from .working import (
    can_see_needs,
    can_see_part,
    does_work_with,
    looks_at,
    looks_to_read,
    works_with,
    works_with_nobody,
)

__all__ = [
    "Alike",
    "compared",
    "pairs_to_look_at",
    "version_of_both",
    "KINDS",
    "mark_in_words",
    "AGREEING",
    "GUARDED",
    "Counted",
    "counted",
    "counted_marks",
    "kind_of",
    "Caseload",
    "Change",
    "Filters",
    "Line",
    "OwnFirm",
    "Picture",
    "SearchProfile",
    "Silent",
    "can_see_needs",
    "can_see_part",
    "candidate_for",
    "candidate_version",
    "candidates_at",
    "candidates_by_id",
    "candidates_of",
    "candidates_marked",
    "candidates_visible_to",
    "caseloads",
    "changes_between",
    "companions_of",
    "draft_for",
    "does_work_with",
    "facts_of",
    "found_candidates",
    "hold_candidates",
    "kept_until",
    "likely_duplicates",
    "long_silent",
    "looks_at",
    "looks_to_read",
    "mine_or_nobodys",
    "organisations_of",
    "others_with_email",
    "own_firms",
    "own_row",
    "part_row",
    "part_version",
    "picture_of",
    "picture_on",
    "presentation_of",
    "presentation_version",
    "read_by_employers",
    "search_profiles_in_region",
    "noted_term_ids",
    "term_ids_of",
    "term_uses",
    "works_with",
    "works_with_nobody",
]
