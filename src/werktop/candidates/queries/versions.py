"""What a form about a candidate starts from, and its version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from werktop.audit.versions import version_of
from werktop.candidates.models import PARTS, Candidate, CandidateTerm, Part, Way, WishedOccupation
from werktop.catalogue.choices import TermKind

from .life_domains import rows_of_part

CONTACT_WAYS = tuple(choice for choice in Way.choices if choice[0] != Way.OTHER)
"""How contact may go well, as choices of a form; something else is said in words."""
ASKED = """
first_name last_name email phone address postcode preferred_channel languages own_words is_step_free_needed
is_interpreter_needed is_childcare_needed is_travel_paid has_companion day_note is_shared assigned_to_id
legal_ground legal_purpose informed_date
"""


def facts_of(candidate: Candidate) -> dict[str, Any]:
    """The facts that the form asks for, as they are kept now, with `term_ids`."""
    return {name: getattr(candidate, name) for name in ASKED.split()} | {
        "term_ids": list(candidate.terms.values_list("term_id", flat=True))
    }


def said_of(row: Part) -> dict[str, Any]:
    """What a part of the picture says, as it is kept now, with where it was seen."""
    return {name: getattr(row, name, None) for name in (*row.SAYS, "source")}


def part_row(candidate: Candidate, part: str, row_id: UUID | None = None) -> Any:
    """One row of a part of this candidate's picture; without `row_id` the one of what is there once. None where there is none."""
    rows = rows_of_part(candidate, part)
    if row_id is None:
        return rows.first() if PARTS[part].IS_ONE else None
    return rows.filter(pk=row_id).first()


def open_rows(candidate_ids: Iterable[UUID], part: str) -> dict[UUID, list[Any]]:
    """What of a part (other than domains of life) stands in the pictures of these candidates now and is not done, the first noted
    first. One query."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    rows = PARTS[part]._default_manager.filter(candidate_id__in=list(candidate_ids))
    for row in rows.order_by("noted_at", "id"):
        if getattr(row, "done_date", None) is None:
            found[row.candidate_id].append(row)
    return found


def last_line_of(row: Part) -> int:
    """The number of the line of history that says what this row says now, for `note_as_before`."""
    lines = row.pgh_event_model.objects.filter(pgh_obj_id=row.pk)  # type: ignore[attr-defined]
    return int(lines.order_by("-pgh_id").values_list("pgh_id", flat=True)[0])


def was_there(candidate: Candidate, part: str, row_id: UUID) -> bool:
    """Whether this row stood in the candidate's picture once, and was taken out."""
    lines = PARTS[part].pgh_event_model.objects.filter(pgh_obj_id=row_id, candidate_id=candidate.pk)  # type: ignore[attr-defined]
    return bool(lines.exists()) and part_row(candidate, part, row_id) is None


def wanted_by(candidate: Candidate) -> dict[UUID, str]:
    """The occupations and interests that stand in the picture, by key in the catalogue, with their words. Two queries."""
    work = WishedOccupation.objects.filter(candidate=candidate).select_related("occupation")
    likes = CandidateTerm.objects.filter(candidate=candidate, term__kind=TermKind.INTEREST)
    return {row.occupation_id: row.occupation.label for row in work.order_by("noted_at", "id")} | {
        row.term_id: row.term.label for row in likes.select_related("term").order_by("noted_at", "id")
    }


def has_several(candidate: Candidate, part: str) -> bool:
    """Whether more than one of this part stands there now that did not stop. One query."""
    rows = rows_of_part(candidate, part)
    return (rows.filter(until_date=None) if part == "income" else rows).count() > 1


def part_version(row: Part) -> str:
    """The version that the form of a part carries, for `note_part`."""
    return version_of(said_of(row))


def version_of_none(candidate: Candidate, part: str) -> str:
    """The version that the form of a part carries of which nothing stands there yet, and which is there once; else ""."""
    return part_version(PARTS[part](candidate=candidate)) if PARTS[part].IS_ONE else ""


def candidate_version(candidate: Candidate) -> str:
    """The version that a form carries, for `change_candidate`."""
    return version_of(facts_of(candidate))
