"""A function at an employer with its tasks: noted, put right, and simple tasks carved out into work for somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.erasure import erase
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import changed_since_made, refuse_changed
from werktop.catalogue.choices import WorkForm
from werktop.employers import queries as employers
from werktop.work_profiles.carving import outcome_of
from werktop.work_profiles.choices import Level, Status
from werktop.work_profiles.models import EmployerFunction, FunctionTask, WorkProfile
from werktop.work_profiles.models.function import MOST_MINUTES
from werktop.work_profiles.queries.functions import as_reckoned, function_facts, tasks_of
from werktop.work_profiles.refusals import (
    FunctionHasNoName,
    NoTasksAreChosen,
    TasksAreMissing,
    TaskTakesNoTime,
)

from .noting import Asked, note_work_profile, work_profile_to_edit

TaskFacts = Mapping[str, Any]
"""One task: `what`, `minutes` in a week, `level` of `choices.Level`, `done_by`; and `id` of one that was there."""
MOST_TASKS = 60


@command(about="employer_function")
def note_function(
    *, actor: Actor, at: datetime, employer_id: UUID, name: str, tasks: Iterable[TaskFacts] = ()
) -> UUID:
    """A function of an employer of the region, with its tasks in their order. Refuses `FunctionHasNoName`, `TasksAreMissing`,
    `TaskTakesNoTime`. Returns its key."""
    actor.require("edit_employers")
    employer = employers.held_employer(actor, employer_id)
    said, rows = _checked(name, tasks)
    function = EmployerFunction.objects.create(
        employer_id=employer.pk,
        organisation_id=actor.organisation_id or employer.organisation_id,
        region_id=employer.region_id,
        name=said,
        noted_by_id=actor.id if actor.kind == "staff" else None,
        noted_at=at,
    )
    _write(function, rows)
    tell(tasks=len(rows))
    return function.pk


@command(about="employer_function")
def change_function(
    *,
    actor: Actor,
    at: datetime,
    employer_function_id: UUID,
    name: str,
    tasks: Iterable[TaskFacts],
    version: str = "",
) -> UUID:
    """The function turned out otherwise: these are its tasks from now on, in this order; history keeps what stood there. A task
    that was carved out stays with its work profile, also where it is left out here. By whom `function_to_edit` is. Refuses as
    `note_function` does, and `ChangedMeanwhile`. Returns the employer's key."""
    function = function_to_edit(actor, employer_function_id)
    if version:
        refuse_changed(version, function_facts(function))
    said, rows = _checked(name, tasks)
    if function.name != said:
        function.name = said
        function.save(update_fields=["name"])
    _write(function, rows)
    return function.employer_id


@command(about="employer_function")
def put_function_away(*, actor: Actor, at: datetime, employer_function_id: UUID) -> UUID:
    """This function is not looked at any more; what was carved out of it stays. Returns the employer's key."""
    return _set_active(actor, employer_function_id, is_active=False)


@command(about="employer_function")
def take_function_up(*, actor: Actor, at: datetime, employer_function_id: UUID) -> UUID:
    """Put away by mistake. Returns the employer's key."""
    return _set_active(actor, employer_function_id, is_active=True)


def _set_active(actor: Actor, key: UUID, *, is_active: bool) -> UUID:
    function = function_to_edit(actor, key)
    if function.is_active != is_active:
        function.is_active = is_active
        function.save(update_fields=["is_active"])
    return function.employer_id


@command(about="employer_function")
def carve_tasks(
    *,
    actor: Actor,
    at: datetime,
    employer_function_id: UUID,
    task_ids: Collection[UUID],
    what: str,
    terms: Iterable[Asked] = (),
    requirement_ids: Iterable[UUID] = (),
    **facts: Any,
) -> UUID:
    """A new work profile of these tasks, in the form of carved work, for as many hours as they take; tasks that were carved out
    before do not go twice. `facts` as `note_work_profile` takes them. Refuses `NoTasksAreChosen` and as that does. Returns the key
    of the work profile."""
    function = function_to_edit(actor, employer_function_id)
    tasks = tasks_of(function)
    wanted = set(task_ids)
    chosen = [task for task in tasks if task.pk in wanted and task.profile_id is None]
    if not chosen:
        raise NoTasksAreChosen(field="tasks")
    outcome = outcome_of(as_reckoned(tasks), {task.pk for task in chosen})
    hours = max(1, -(-outcome.minutes // 60))
    told: dict[str, Any] = {
        "forms": [WorkForm.CARVED],
        "hours_min": min(hours, 60),
        "hours_max": min(hours, 60),
        "places": 1,
    }
    profile_id: UUID = note_work_profile(
        actor=actor, at=at, employer_id=function.employer_id, what=what, status=Status.OPEN, terms=terms,
        requirement_ids=requirement_ids, **(told | facts),
    )  # fmt: skip
    for task in chosen:
        task.profile_id = profile_id
        task.save(update_fields=["profile"])
    tell(tasks=len(chosen))
    return profile_id


@command(about="work_profile")
def take_carving_back(*, actor: Actor, at: datetime, work_profile_id: UUID) -> bool:
    """Carved out by mistake: the tasks are the function's again, and the work profile goes with its history. Where somebody changed
    or closed that since it stays, without its tasks. Returns whether it stays."""
    profile = work_profile_to_edit(actor, work_profile_id)
    tasks = list(FunctionTask.objects.select_for_update().filter(profile=profile).order_by("id"))
    if not tasks:
        raise NotVisible()
    for task in tasks:
        task.profile = None
        task.save(update_fields=["profile"])
    stays = profile.pk in changed_since_made(WorkProfile, [profile.pk])
    if not stays:
        erase(profile)
    tell(tasks=len(tasks))
    return stays


def function_to_edit(actor: Actor, employer_function_id: UUID) -> EmployerFunction:
    """A function, held until the transaction ends: for the organisation that noted it and for the one that answers for the
    employer. For others `NotVisible`."""
    actor.require("edit_employers")
    found = EmployerFunction.objects.select_for_update(of=("self",)).select_related("employer")
    function = found.filter(pk=employer_function_id).first()
    if function is None or (
        actor.kind != "system"
        and actor.organisation_id not in (function.organisation_id, function.employer.organisation_id)
    ):
        raise NotVisible()
    return function


def _checked(name: str, tasks: Iterable[TaskFacts]) -> tuple[str, list[dict[str, Any]]]:
    said = _words(name, 120)
    if not said:
        raise FunctionHasNoName(field="name")
    rows = [
        dict(each)
        | {"what": _words(each.get("what", ""), 120), "done_by": _words(each.get("done_by", ""), 60)}
        for each in tasks
    ]
    rows = [row for row in rows if row["what"]][:MOST_TASKS]
    if not rows:
        raise TasksAreMissing()
    if any(not 1 <= (row.get("minutes") or 0) <= MOST_MINUTES for row in rows):
        raise TaskTakesNoTime()
    for row in rows:
        row["level"] = row["level"] if row.get("level") in Level.values else Level.SIMPLE
    return said, rows


def _write(function: EmployerFunction, rows: list[dict[str, Any]]) -> None:
    there = {str(task.pk): task for task in function.tasks.select_for_update().order_by("id")}
    kept = {str(row["id"]) for row in rows if str(row.get("id") or "") in there}
    for key, task in there.items():
        if key not in kept and task.profile_id is None:
            task.delete()
    for position, row in enumerate(rows):
        told = {name: row[name] for name in ("what", "minutes", "level", "done_by")} | {"position": position}
        known = there.get(str(row.get("id") or ""))
        if known is None:
            FunctionTask.objects.create(
                function=function, organisation_id=function.organisation_id, region_id=function.region_id, **told
            )  # fmt: skip
        elif any(getattr(known, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(known, name, value)
            known.save(update_fields=list(told))


def _words(words: str, most: int) -> str:
    return " ".join(str(words).replace("\x00", "").split())[:most]
