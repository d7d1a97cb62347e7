"""Many candidates at once: imports and the demo."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.merging import kept_by_identity, stands_for
from werktop.candidates.models import Candidate, CandidateTerm, Objection, PreferredChannel, Source, Wish
from werktop.catalogue import queries as catalogue

from .facts import channel_of, defaults_for, not_emptied, tidied, wish_in
from .keeping import own_organisation
from .refusals import NameIsMissing


@command(about="candidates")
def add_candidates(
    *, actor: Actor, at: datetime, rows: list[dict[str, Any]], organisation_id: UUID | None = None
) -> list[UUID]:
    """Many candidates of one organisation, in one audit line with their number. Returns their keys, in order.

    A row has fields of `Candidate` (see `facts.FIELDS`) and of the wish (`facts.WISHES`), and may have `term_ids` or
    `term_codes` (unknown ones are skipped) and `seen` for them. A row whose `identity` the organisation has already
    gives that candidate's key and changes nothing, so that a repeated import is safe; but one with `is_shared` False
    ends the sharing of that candidate. The other way round nothing happens: sharing begins with a talk, not with a
    list. What is typed by hand is refused more strictly: here an unknown postcode stays as it is, and who can only be
    called by name gets the channel "call".
    """
    if not actor.can("import_people"):
        actor.require("edit_candidates")
    defaults = defaults_for(own_organisation(actor, organisation_id), at)
    there = _there(defaults["organisation_id"], rows)
    codes = catalogue.ids_by_code(defaults["organisation_id"])
    known = set(codes.values())
    keys: list[UUID] = []
    new: list[Candidate] = []
    unshared: set[str] = set()
    terms: list[CandidateTerm] = []
    wishes: list[Wish] = []
    for row in rows:
        identity = row.get("identity") or ""
        if identity in there:
            keys.append(there[identity])
            if row.get("is_shared") is False:
                unshared.add(identity)
            continue
        row, wish = wish_in(row)
        candidate = _candidate(row, defaults)
        if wish:
            wishes.append(Wish(candidate=candidate, noted_at=at, source=_seen_in(row), **wish))
        new.append(candidate)
        keys.append(candidate.pk)
        if identity:
            there[identity] = candidate.pk
        wanted = [
            *row.get("term_ids", ()),
            *(codes[c] for c in row.get("term_codes", ()) if c in codes),
        ]
        terms += [
            CandidateTerm(
                candidate=candidate,
                term_id=key,
                noted_at=at,
                source=row.get("seen", Source.OWN_WORDS),
            )
            for key in dict.fromkeys(wanted)
            if key in known
        ]
    Candidate.objects.bulk_create(new, batch_size=500)
    CandidateTerm.objects.bulk_create(terms, batch_size=2000)
    Wish.objects.bulk_create(wishes, batch_size=2000)
    ended = 0
    if unshared:
        ended = _unshare(_held(lambda: set(_known_by(defaults["organisation_id"], unshared).values())))
    tell(count=len(new), already_there=len(rows) - len(new), no_longer_shared=ended)
    return keys


@command(about="candidates")
def know_again(*, actor: Actor, at: datetime, rows: list[dict[str, Any]]) -> int:
    """Rows of a list (`candidate_id`, `identity`, `is_shared`) are about these candidates of the actor's organisation, or about
    whom they became part of: the same row is known again, where the candidate is not known by another one. As with
    `add_candidates` nothing else changes but that one with `is_shared` False ends the sharing. Returns of how many."""
    if not actor.can("import_people"):
        actor.require("edit_candidates")
    own = Candidate.objects.filter(organisation_id=actor.organisation_id)
    said = {UUID(row["candidate_id"]): row for row in sorted(rows, key=lambda row: not row["is_shared"])}
    by_key: dict[UUID, dict[str, Any]] = {}

    def found() -> set[UUID]:
        gone = set(said) - set(own.filter(pk__in=list(said)).values_list("pk", flat=True))
        by_key.clear()
        for key, row in said.items():
            by_key[(stands_for("candidate", key) or key) if key in gone else key] = row
        return set(by_key)

    mine = own.filter(pk__in=_held(found))
    taken = set(_known_by(actor.organisation_id, {row["identity"] for row in rows}))
    for candidate in mine.order_by("id"):
        identity = by_key[candidate.pk]["identity"]
        if not candidate.identity and identity not in taken:
            taken.add(identity)
            candidate.identity = identity
            candidate.save(update_fields=["identity"])
    told_no = mine.filter(pk__in=[key for key, row in by_key.items() if not row["is_shared"]])
    ended = _unshare(told_no.values_list("pk", flat=True))
    tell(count=len(rows), no_longer_shared=ended)
    return ended


def _held(found: Callable[[], set[UUID]]) -> set[UUID]:
    """Those who are `found`, locked. Whom somebody brings together with another, or takes apart, at this moment is waited for, and
    looked up again."""
    held: set[UUID] = set()
    while (rows := found()) - held:
        held |= rows
        list(Candidate.objects.select_for_update().filter(pk__in=rows).order_by("id").values_list("pk"))
    return rows


def _unshare(keys: Collection[UUID]) -> int:
    """These, whom the caller holds, are not found by other organisations any more; how many were."""
    # who objects and takes that back is not shared again by it
    Objection.objects.filter(candidate__in=keys, ended_at=None).update(was_shared=False)
    return Candidate.objects.filter(pk__in=keys, is_shared=True).update(is_shared=False)


def _there(organisation_id: UUID, rows: list[dict[str, Any]]) -> dict[str, UUID]:
    return _known_by(organisation_id, [row["identity"] for row in rows if row.get("identity")])


def _known_by(organisation_id: UUID, identities: Collection[str]) -> dict[str, UUID]:
    here = Candidate.objects.filter(organisation_id=organisation_id, identity__in=identities)
    # who was brought together with another comes in no second time; asked last, for who becomes part of another meanwhile
    return dict(here.values_list("identity", "id")) | kept_by_identity(organisation_id, identities)


def _seen_in(row: dict[str, Any]) -> str:
    """Where the wish of a row was told: in a file, unless a colleague typed it."""
    return Source.OWN_WORDS if row.get("source", "form") == "form" else Source.FILE


def _candidate(row: dict[str, Any], defaults: dict[str, Any]) -> Candidate:
    facts = tidied({k: v for k, v in row.items() if k not in ("term_ids", "term_codes", "seen")})
    if not facts.get("first_name"):
        raise NameIsMissing(field="first_name")
    facts["preferred_channel"] = channel_of(facts) or (
        PreferredChannel.LETTER if facts.get("postcode") else PreferredChannel.CALL
    )
    return Candidate(**(defaults | not_emptied(facts)))
