"""A candidate is added, changed, and described further."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.likeness import note_pairs, tell_apart
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import changed_since_made, refuse_changed
from werktop.candidates.merging import PLACES
from werktop.candidates.models import Candidate, CandidateTerm, Objection, Source, Wish
from werktop.candidates.queries.likeness import pairs_with
from werktop.candidates.queries.versions import facts_of
from werktop.candidates.queries.working import can_see_needs, does_work_with
from werktop.catalogue import queries as catalogue
from werktop.post.readdressing import let_messages_follow

from .facts import checked, defaults_for, not_emptied, wish_in
from .refusals import AnotherWorksWith, ColleagueIsElsewhere, ObjectionStands
from .taken_over import note_taken_over


@command(about="candidate")
def add_candidate(
    *,
    actor: Actor,
    at: datetime,
    term_ids: Iterable[UUID] = (),
    organisation_id: UUID | None = None,
    others_than: Iterable[UUID] = (),
    **facts: Any,
) -> UUID:
    """A new candidate of the actor's organisation, usable for the next gathering.

    `facts` are fields of `Candidate` and of the wish (see `facts.FIELDS`, `facts.WISHES`); only `first_name` and one
    way to reach (`email`, `phone` or `address`) are needed. The preferred channel is derived where none is given;
    ground and purpose come from the organisation. Refuses `NameIsMissing`, `NoWayToReach`, `PostcodeIsUnknown`,
    `PhoneIsUnreadable`. `organisation_id` is for the software itself (the demo); others add to their own.
    `others_than` are people who were shown as alike, and are not this one: nobody asks again.
    """
    actor.require("edit_candidates")
    _refuse_a_stranger(actor, facts.get("assigned_to_id"))
    facts, wish = wish_in(facts)
    candidate = Candidate.objects.create(
        **(defaults_for(own_organisation(actor, organisation_id), at) | not_emptied(checked(facts)))
    )
    _add_terms(candidate, catalogue.to_note(actor, term_ids), Source.OWN_WORDS, actor, at)
    if wish:
        Wish.objects.create(candidate=candidate, noted_at=at, noted_by_id=account_of(actor), **wish)
    note_pairs("candidate", candidate.organisation_id, pairs_with([candidate.pk]), at)
    seen = Candidate.objects.filter(pk__in=list(others_than), organisation_id=candidate.organisation_id)
    pairs = [(candidate.pk, other) for other in seen.values_list("pk", flat=True)]
    tell_apart("candidate", candidate.organisation_id, pairs, actor=actor, at=at)
    return candidate.pk


@command(about="candidate")
def change_candidate(
    *,
    actor: Actor,
    at: datetime,
    candidate_id: UUID,
    term_ids: Iterable[UUID] | None = None,
    version: str = "",
    **facts: Any,
) -> int:
    """Change these facts of a candidate; what is not named stays. `term_ids`, where given, are all there are.

    What was seen at a table or by a colleague keeps that source. Messages that wait go to the new address, and links that
    went to the old one open nothing any more: returns how many. Refuses as `add_candidate` does, `NotVisible` for needs that
    are guarded from the actor, `ObjectionStands` where the candidate objects to being shared, and `ChangedMeanwhile` where
    somebody else changed what `version` saw (`queries.candidate_version`).
    """
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    if version:
        refuse_changed(version, facts_of(candidate))
    if not NEEDS.isdisjoint(facts) and actor.kind != "system" and not can_see_needs(actor, candidate, at):
        raise NotVisible()
    if facts.get("assigned_to_id") != candidate.assigned_to_id:
        _refuse_a_stranger(actor, facts.get("assigned_to_id"))
    if facts.get("assigned_to_id", candidate.assigned_to_id) != candidate.assigned_to_id:
        note_taken_over(actor, at, [candidate])
    if facts.get("is_shared") and not candidate.is_shared and _objects_to_sharing(candidate):
        raise ObjectionStands(field="is_shared")
    before = {name: getattr(candidate, name) for name in REACHED_BY}
    for name, value in not_emptied(checked({**before, **facts})).items():
        setattr(candidate, name, value)
    candidate.save()
    note_pairs("candidate", candidate.organisation_id, pairs_with([candidate.pk]), at)
    closed = 0
    if any(getattr(candidate, name) != value for name, value in before.items()):
        had = (before["email"], before["phone"])
        closed = let_messages_follow(actor=actor, at=at, to_kind="candidate", person=candidate, had=had)
    if term_ids is not None:
        wanted = catalogue.to_note(actor, term_ids)
        candidate.terms.exclude(term_id__in=wanted).delete()
        _add_terms(candidate, wanted, Source.OWN_WORDS, actor, at)
    return closed


@command(about="candidate")
def note_talents_seen(
    *, actor: Actor, at: datetime, candidate_id: UUID, term_ids: Iterable[UUID], seen: str = "table"
) -> int:
    """Talents that others saw in a candidate; `seen` is where, a value of `Source`.

    For rooms above, which have checked that the actor was there; a colleague of the own organisation may too.
    What was noted before keeps its source, and where it was seen too stands beside it. Returns how many are new.
    """
    if not actor.can("record_table"):
        actor.require("edit_candidates")
    candidate = Candidate.objects.select_for_update().filter(pk=candidate_id).first()
    if candidate is None or (actor.kind != "system" and candidate.region_id != actor.region_id):
        raise NotVisible()
    noted = catalogue.to_note(actor, term_ids)
    _add_seen(candidate, noted, seen, actor, at)
    return _add_terms(candidate, noted, Source(seen), actor, at)


@command(about="candidate")
def take_back_talents_seen(
    *, actor: Actor, at: datetime, candidate_id: UUID, term_ids: Iterable[UUID]
) -> int:
    """What a colleague noted as seen in a candidate of the own organisation was a mistake: it goes. What was seen at a table
    or told by the candidate stays, and so does what somebody noted anew since, as with a level: returns how many did."""
    actor.require("edit_candidates")
    candidate = candidate_to_edit(actor, candidate_id)
    noted = candidate.terms.filter(term_id__in=list(term_ids))
    changed = changed_since_made(CandidateTerm, noted.values_list("pk", flat=True))
    noted.filter(source=Source.COLLEAGUE).exclude(pk__in=changed).delete()
    return len(changed)


NEEDS = frozenset(
    "is_step_free_needed is_interpreter_needed is_childcare_needed is_travel_paid has_companion day_note".split()
)
"""What the day needs, which only who works with the person reads."""
REACHED_BY = ("first_name", "email", "phone", "address", "postcode", "preferred_channel")


def candidate_to_edit(actor: Actor, candidate_id: UUID) -> Candidate:
    """The candidate, locked, if it is of the actor's organisation; else `NotVisible`."""
    found = Candidate.objects.select_for_update().filter(pk=candidate_id)
    if actor.kind != "system":
        found = found.filter(organisation_id=actor.organisation_id)
    candidate = found.first()
    if candidate is None:
        raise NotVisible()
    return candidate


def hold_whom_one_works_with(actor: Actor, candidate_id: UUID) -> None:
    """Hold a candidate with whom the actor works now. `NotVisible` elsewhere, `AnotherWorksWith` for a colleague beside."""
    if not does_work_with(actor, candidate_to_edit(actor, candidate_id)):
        raise AnotherWorksWith()


def own_organisation(actor: Actor, organisation_id: UUID | None) -> UUID:
    """The organisation that a new row goes to: the actor's own, or for the software itself the one it names."""
    if organisation_id is not None and organisation_id != actor.organisation_id and actor.kind != "system":
        raise NotVisible()
    chosen = organisation_id or actor.organisation_id
    if chosen is None:
        raise NotVisible()
    return chosen


def _objects_to_sharing(candidate: Candidate) -> bool:
    standing = Objection.objects.filter(candidate=candidate, kind=Objection.Kind.REGION, ended_at=None)
    return standing.exists()


def _refuse_a_stranger(actor: Actor, account_id: UUID | None) -> None:
    if account_id is None or actor.kind == "system":
        return
    colleagues = accounts.colleagues_of(actor, accounts.Role.RELATIONSHIP_MANAGER)
    if not colleagues.filter(pk=account_id).exists():
        raise ColleagueIsElsewhere(field="assigned_to_id")


def account_of(actor: Actor) -> UUID | None:
    """The colleague who notes something, or nobody: a guest or the software."""
    return actor.id if actor.kind == "staff" else None


def _add_terms(candidate: Candidate, term_ids: list[UUID], seen: str, actor: Actor, at: datetime) -> int:
    there = set(candidate.terms.values_list("term_id", flat=True))
    new = [
        CandidateTerm(
            candidate=candidate, term_id=key, source=seen, noted_at=at, noted_by_id=account_of(actor)
        )
        for key in term_ids
        if key not in there
    ]
    CandidateTerm.objects.bulk_create(new)
    return len(new)


def _add_seen(candidate: Candidate, term_ids: list[UUID], seen: str, actor: Actor, at: datetime) -> None:
    """Of talents that were noted before: that they were seen in this place too. What a colleague thinks is no place."""
    if seen not in PLACES:
        return
    for term in candidate.terms.filter(term_id__in=term_ids).exclude(source=seen).order_by("id"):
        if seen not in term.also_seen:
            term.also_seen = [each for each in Source.values if each in (*term.also_seen, seen)]
            term.noted_at, term.noted_by_id, term.reason = at, account_of(actor), ""
            term.save()
