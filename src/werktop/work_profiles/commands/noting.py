"""Work at an employer: noted by who hears of it, in whichever organisation of the region, and changed as it grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils import timezone

from werktop.accounts.queries import colleagues_in_region
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.refusals import NotVisible
from werktop.audit.running import running_with
from werktop.audit.versions import changed_since_made, refuse_changed
from werktop.catalogue import queries as catalogue
from werktop.employers import queries as employers
from werktop.work_profiles.choices import Status
from werktop.work_profiles.models import WorkProfile, WorkProfileRequirement, WorkProfileTerm
from werktop.work_profiles.queries.versions import SAYS, facts_of
from werktop.work_profiles.refusals import PeopleArePutForward, QueueStands

from .facts import SELECTION, faults_of, tidied
from .hiring import has_queue, offer_next

Asked = Mapping[str, Any]
"""One thing that work asks or gives room to: `term_id`, `is_learnable`, `weight` (1 to 3)."""


@command(about="work_profile")
def note_work_profile(
    *,
    actor: Actor,
    at: datetime,
    employer_id: UUID,
    what: str,
    status: str = Status.IDEA,
    note_id: UUID | None = None,
    terms: Iterable[Asked] = (),
    requirement_ids: Iterable[UUID] = (),
    **facts: Any,
) -> UUID:
    """There is work at an employer of the region, or there will be. Nothing but `what` is needed; `facts` are those of
    `facts.FIELDS`, `note_id` is the quick note it came from. Refuses a `Refusal` of this room, and `DayOutOfReach`. Returns the
    key of the work profile."""
    actor.require("edit_employers")
    employer = employers.held_employer(actor, employer_id)
    tidy = tidied({"what": what, **facts})
    for fault in faults_of(tidy, timezone.localdate(at), {}):
        raise fault
    if status == Status.IDEA and "is_expected" not in facts:
        tidy["is_expected"] = True
    _refuse_strangers(actor, employer.pk, tidy)
    profile = WorkProfile.objects.create(
        employer_id=employer.pk,
        organisation_id=actor.organisation_id or employer.organisation_id,
        region_id=employer.region_id,
        status=Status(status),
        noted_by_id=actor.id if actor.kind == "staff" else None,
        noted_at=at,
        note_id=note_id,
        **tidy,
    )
    set_asked(actor, profile, terms, requirement_ids)
    return profile.pk


@command(about="work_profile")
def change_work_profile(
    *,
    actor: Actor,
    at: datetime,
    work_profile_id: UUID,
    terms: Iterable[Asked] | None = None,
    requirement_ids: Iterable[UUID] | None = None,
    version: str = "",
    **facts: Any,
) -> UUID:
    """Change these facts of the work; what is not named stays, and history keeps what stood there. `terms` and `requirement_ids`,
    where given, are all there are. By whom `work_profile_to_edit` is. Refuses as `note_work_profile` does, and `ChangedMeanwhile`.
    Returns the key of the employer."""
    profile = work_profile_to_edit(actor, work_profile_id)
    if version:
        refuse_changed(version, facts_of(profile))
    tidy = tidied(facts)
    if tidy.get("is_open_hiring") and not profile.is_open_hiring:
        # who has now chosen the queue lets go of what was agreed about choosing, where the form did not ask for it
        tidy = {**SELECTION, **tidy}
    whole = {name: getattr(profile, name) for name in (*SELECTION, *tidy, *TOGETHER)} | tidy
    moved = {name: getattr(profile, name) != value for name, value in whole.items()}
    for fault in faults_of(whole | {"what": whole.get("what", profile.what)}, timezone.localdate(at), moved):
        raise fault
    _refuse_strangers(actor, profile.employer_id, {name: tidy[name] for name in tidy if moved[name]})
    if profile.is_open_hiring and not whole["is_open_hiring"] and has_queue(profile):
        raise QueueStands(field="is_open_hiring")
    if whole["is_open_hiring"] and not profile.is_open_hiring and running_with(actor, profile, at):
        raise PeopleArePutForward(field="is_open_hiring")
    for name, value in tidy.items():
        setattr(profile, name, value)
    if not profile.is_expected:
        profile.because = profile.how_sure = ""
    profile.save()
    set_asked(actor, profile, terms, requirement_ids)
    # more places than there were
    offer_next(profile, at)
    return profile.employer_id


TOGETHER = (
    "hours_min",
    "hours_max",
    "wage_min_cents",
    "wage_max_cents",
    "from_date",
    "until_date",
    "traits",
    "is_open_hiring",
)
"""What is right or wrong together, also where one half alone is changed."""


def set_asked(
    actor: Actor,
    profile: WorkProfile,
    terms: Iterable[Asked] | None,
    requirement_ids: Iterable[UUID] | None,
) -> None:
    """From now on the work asks and gives room to exactly these; None leaves what there is. An own term of another organisation,
    which the actor does not read, stays as it was."""
    if terms is not None:
        asked = {each["term_id"]: each for each in terms}
        wanted = {
            key: {
                "is_learnable": bool(asked[key].get("is_learnable")),
                "weight": asked[key].get("weight") or 2,
            }
            for key in catalogue.to_note(actor, asked)
        }
        rows = profile.terms.filter(
            term_id__in=catalogue.to_note(actor, profile.terms.values_list("term_id", flat=True))
        )
        _become(WorkProfileTerm, profile, rows, "term_id", wanted)
    if requirement_ids is not None:
        known = catalogue.requirements_by_id()
        needed: dict[UUID, dict[str, Any]] = {key: {} for key in requirement_ids if key in known}
        _become(WorkProfileRequirement, profile, profile.requirements.all(), "requirement_id", needed)


def _become(
    model: type[Model],
    profile: WorkProfile,
    rows: QuerySet[Any],
    name: str,
    wanted: Mapping[UUID, dict[str, Any]],
) -> None:
    there = {getattr(row, name): row for row in rows}
    rows.filter(**{f"{name}__in": [key for key in there if key not in wanted]}).delete()
    for key, facts in wanted.items():
        row = there.get(key)
        if row is None:
            model._default_manager.create(profile=profile, **{name: key}, **facts)
        elif any(getattr(row, field) != value for field, value in facts.items()):
            for field, value in facts.items():
                setattr(row, field, value)
            row.save(update_fields=list(facts))


def _refuse_strangers(actor: Actor, employer_id: UUID, tidy: Mapping[str, Any]) -> None:
    """Whom to call is of the firm, and our contact person is a colleague of the region's."""
    called = employers.entrepreneurs_by_id(filter(None, [tidy.get("to_call_id")]))
    if any(person.employer_id != employer_id for person in called.values()):
        raise NotVisible()
    contact = tidy.get("contact_id")
    if contact and actor.kind == "staff" and not colleagues_in_region(actor).filter(pk=contact).exists():
        raise NotVisible()


@command(about="work_profiles")
def take_back_work_profiles(*, actor: Actor, at: datetime, note_id: UUID) -> int:
    """What the own organisation noted in this quick note was a mistake: it goes with its history, but for what somebody changed
    or closed since. Returns how many stay."""
    actor.require("edit_employers")
    noted = WorkProfile.objects.filter(note_id=note_id, organisation_id=actor.organisation_id)
    profiles = list(noted.select_for_update().order_by("id"))
    changed = changed_since_made(WorkProfile, [each.pk for each in profiles])
    for each in profiles:
        if each.pk not in changed:
            erase(each)
    tell(count=len(profiles) - len(changed))
    return len(changed)


def work_profile_to_edit(actor: Actor, work_profile_id: UUID) -> WorkProfile:
    """A work profile, held until the transaction ends: for the organisation that noted it and for the one that answers for the
    employer. For others `NotVisible`."""
    actor.require("edit_employers")
    found = WorkProfile.objects.select_for_update(of=("self",)).select_related("employer")
    profile = found.filter(pk=work_profile_id).first()
    if profile is None or (
        actor.kind != "system"
        and actor.organisation_id not in (profile.organisation_id, profile.employer.organisation_id)
    ):
        raise NotVisible()
    return profile


@command(about="work_profile")
def copy_work_profile(*, actor: Actor, at: datetime, work_profile_id: UUID) -> UUID:
    """New work at the same employer that starts as this one is, by whoever in the region works with employers. The days, what was
    agreed about them and how it stands are its own. Returns the key of the new profile."""
    actor.require("edit_employers")
    found = WorkProfile.objects.filter(pk=work_profile_id)
    profile = found.first() if actor.kind == "system" else found.filter(region_id=actor.region_id).first()
    if profile is None:
        raise NotVisible()
    employers.held_employer(actor, profile.employer_id)
    facts = {name: getattr(profile, name) for name in SAYS if name not in OWN_DAYS}
    made = WorkProfile.objects.create(
        employer_id=profile.employer_id,
        organisation_id=actor.organisation_id or profile.organisation_id,
        region_id=profile.region_id,
        noted_by_id=actor.id if actor.kind == "staff" else None,
        noted_at=at,
        copied_from=profile,
        is_expected=True,
        **facts,
    )
    WorkProfileTerm.objects.bulk_create(
        WorkProfileTerm(profile=made, term_id=row.term_id, is_learnable=row.is_learnable, weight=row.weight)
        for row in profile.terms.all()
    )
    WorkProfileRequirement.objects.bulk_create(
        WorkProfileRequirement(profile=made, requirement_id=row.requirement_id)
        for row in profile.requirements.all()
    )
    return made.pk


OWN_DAYS = ("from_date", "is_expected", "because", "how_sure", "until_date", "select_by_date")
"""What a copy does not take over."""
