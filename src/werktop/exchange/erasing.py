"""Letting go of a person who is erased while lists that name them are kept still (seven days)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from werktop.audit.erasure import called_ever, said_ever
from werktop.audit.merging import kept_by_identity
from werktop.regions.full_names import split_name

from . import stored_rows
from .cells import folded
from .kinds.candidates import CandidateRow
from .kinds.entrepreneurs import EntrepreneurRow
from .models import Upload, UploadKind, UploadState
from .problems import words_in
from .stored_rows import AnyRow

About = tuple[Any, Callable[[AnyRow], bool]]
"""Lists that may hold a person, and whether a row of them is about that person."""


def lists_with_candidate(candidate: Any) -> About:
    """The lists of candidates of this organisation."""
    merged = kept_by_identity(candidate.organisation_id)
    names = {folded(first + last) for first, last in called_ever(candidate)}
    reach = {
        word.lower() for said in said_ever(candidate, "email", "phone", "postcode") for word in said if word
    }
    identities = {candidate.identity, *(each for each, key in merged.items() if key == candidate.pk)}

    def is_about(row: AnyRow) -> bool:
        typed = cast(CandidateRow, row)
        return typed.identity in identities or (
            _is_named(typed.full_name, names) and bool(reach & _reach_in(typed))
        )

    uploads = Upload.objects.filter(organisation_id=candidate.organisation_id)
    return uploads.exclude(kind=UploadKind.ENTREPRENEURS), is_about


def lists_with_entrepreneur(person: Any) -> About:
    """The lists of entrepreneurs of the region."""
    firm, names = folded(person.employer.name), {folded(first + last) for first, last in called_ever(person)}
    reach = {word.lower() for said in said_ever(person, "email", "phone") for word in said if word}

    def is_about(row: AnyRow) -> bool:
        typed = cast(EntrepreneurRow, row)
        return _is_named(typed.contact_name, names) and (
            folded(typed.company) == firm or bool(reach & _reach_in(typed))
        )

    uploads = Upload.objects.filter(organisation__region_id=person.employer.region_id)
    return uploads.filter(kind=UploadKind.ENTREPRENEURS), is_about


def forget_candidate(candidate: Any) -> None:
    """No list of this organisation names the candidate any more. Called when a candidate is erased."""
    uploads, is_about = lists_with_candidate(candidate)
    _forget(uploads, candidate, is_about)


def forget_entrepreneur(person: Any) -> None:
    """No list of the region names this person of a firm any more. Called when an entrepreneur is erased."""
    uploads, is_about = lists_with_entrepreneur(person)
    _forget(uploads, person, is_about)


def _forget(uploads: Any, person: Any, is_about: Callable[[AnyRow], bool]) -> None:
    for upload in uploads.select_for_update():
        rows = stored_rows.from_json(upload.kind, upload.rows)
        gone = {row.row for row in rows if is_about(row)}
        problems = upload.report.get("problems", [])
        if upload.state == UploadState.APPLIED:
            # whose row was whose is not kept after taking over: the remarks go as a whole
            left = [] if upload.applied_at >= getattr(person, "created_at", upload.created_at) else problems
        else:
            marks = [mark for mark in (person.name, person.email, person.phone) if mark]
            left = [
                problem
                | (
                    {"alike": [k for k in problem["alike"] if k != str(person.pk)]}
                    if "alike" in problem
                    else {}
                )
                for problem in problems
                if problem["row"] not in gone and not any(m in words_in(problem["text"]) for m in marks)
            ]
        if not gone and left == problems:
            continue
        upload.rows = [plain for row, plain in zip(rows, upload.rows, strict=True) if row.row not in gone]
        upload.report = upload.report | {"problems": left}
        is_waiting = upload.state == UploadState.PREVIEWED
        most = {"rows", "new", "already_there"} if gone and is_waiting else set()
        upload.counts = {k: min(n, len(upload.rows)) if k in most else n for k, n in upload.counts.items()}
        upload.save(update_fields=["rows", "report", "counts"])


def _is_named(name: str, names: set[str]) -> bool:
    return folded("".join(split_name(name))) in names


def _reach_in(row: Any) -> set[str]:
    return {word.lower() for word in (row.email, row.phone, row.postcode) if word}
