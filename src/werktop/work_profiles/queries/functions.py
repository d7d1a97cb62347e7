"""Functions at employers with their tasks: the region reads them; who noted one or answers for the firm changes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import version_of
from werktop.work_profiles.carving import Task
from werktop.work_profiles.models import EmployerFunction, FunctionTask, WorkProfile


def functions_of(viewer: Actor, employer_id: UUID) -> QuerySet[EmployerFunction]:
    """The functions of this employer of the viewer's region that were looked at, the last first, with their tasks. Two queries."""
    return (
        _functions(viewer)
        .filter(employer_id=employer_id, is_active=True)
        .prefetch_related("tasks__profile")
        .order_by("-noted_at", "-id")
    )


def function_for(viewer: Actor, employer_function_id: UUID) -> EmployerFunction:
    """One function of the viewer's region, also one that was put away, with its employer; else `NotVisible`."""
    found = _functions(viewer).select_related("employer__organisation", "noted_by")
    function = found.filter(pk=employer_function_id).first()
    if function is None:
        raise NotVisible()
    return function


def function_to_change(viewer: Actor, employer_function_id: UUID) -> EmployerFunction:
    """One that the viewer may change; else `NotVisible`."""
    function = function_for(viewer, employer_function_id)
    if not may_change(viewer, function):
        raise NotVisible()
    return function


def may_change(viewer: Actor, function: EmployerFunction) -> bool:
    """Whether the viewer may change this function."""
    return viewer.can("edit_employers") and viewer.organisation_id in (
        function.organisation_id,
        function.employer.organisation_id,
    )


def tasks_of(function: EmployerFunction) -> list[FunctionTask]:
    """Its tasks in order, each with the work profile that it became part of."""
    return list(function.tasks.select_related("profile").order_by("position", "id"))


def as_reckoned(tasks: Iterable[FunctionTask]) -> list[Task]:
    """The same as `carving` reckons with them."""
    return [
        Task(each.pk, each.what, each.minutes, each.level, each.done_by, each.profile_id is not None)
        for each in tasks
    ]


def function_facts(function: EmployerFunction) -> dict[str, Any]:
    """What the form asks of a function, in its order."""
    rows = tasks_of(function)
    return {
        "name": function.name,
        "tasks": [
            {"id": str(t.pk), "what": t.what, "minutes": t.minutes, "level": t.level, "done_by": t.done_by}
            for t in rows
        ],
    }


def function_version(function: EmployerFunction) -> str:
    """The version that the form carries, for `change_function`."""
    return version_of(function_facts(function))


def carved_from(viewer: Actor, profile: WorkProfile) -> list[FunctionTask]:
    """The tasks that this work profile was made of, with their function; none for other work."""
    if not viewer.can("see_employers"):
        return []
    found = FunctionTask.objects.filter(profile=profile, region_id=viewer.region_id)
    return list(found.select_related("function").order_by("function__noted_at", "position", "id"))


def work_with_tasks(viewer: Actor, work_profile_id: UUID) -> UUID:
    """The function of which tasks became part of this work; else `NotVisible`."""
    found = FunctionTask.objects.filter(profile_id=work_profile_id, region_id=viewer.region_id)
    key = found.order_by("position", "id").values_list("function_id", flat=True).first()
    if key is None or not viewer.can("see_employers"):
        raise NotVisible()
    return key


def put_away(viewer: Actor, employer_id: UUID, employer_function_id: UUID) -> EmployerFunction | None:
    """A function of this employer that was put away, where the viewer may take it up again; None for another."""
    away = _functions(viewer).filter(pk=employer_function_id, employer_id=employer_id, is_active=False)
    function = away.select_related("employer").first()
    return function if function and may_change(viewer, function) else None


def _functions(viewer: Actor) -> QuerySet[EmployerFunction]:
    if not viewer.can("see_employers"):
        return EmployerFunction.objects.none()
    return EmployerFunction.objects.filter(region_id=viewer.region_id)
