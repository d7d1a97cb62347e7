"""A function at an employer with its tasks, of which the simple ones may become work for somebody else."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.work_profiles.choices import Level

from .profile import KEEP, WHY

MOST_MINUTES = 60 * 60
"""In a week, of one task."""


@pghistory.track()
class EmployerFunction(Record):
    """What somebody does at an employer, looked at to see which tasks could be a function of their own."""

    employer = models.ForeignKey("employers.Employer", on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()
    is_active = models.BooleanField(default=True)

    privacy = (
        technical("employer organisation region noted_at is_active tasks")
        | label("organisation", WHY, KEEP, "name")
        | label("work-account", "whom to ask", KEEP, "noted_by")
    )

    class Meta:
        constraints = [models.CheckConstraint(name="a_function_has_a_name", condition=~Q(name=""))]
        indexes = [models.Index(fields=["employer", "noted_at"], name="function_of_employer")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class FunctionTask(Record):
    """One task of a function: how long it takes in a week, what it asks, and by which function it is done now (no name).

    `profile` is the work profile that it became part of."""

    function = models.ForeignKey(EmployerFunction, on_delete=models.CASCADE, related_name="tasks")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    what = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=12, choices=Level.choices)
    done_by = models.CharField(max_length=60, blank=True)
    profile = models.ForeignKey(
        "work_profiles.WorkProfile", null=True, blank=True, on_delete=models.SET_NULL, related_name="tasks"
    )

    privacy = technical("function organisation region position profile") | label(
        "organisation", WHY, KEEP, "what minutes level done_by"
    )

    class Meta:
        ordering = ["function", "position", "id"]
        constraints = [
            models.CheckConstraint(name="a_task_says_what", condition=~Q(what="")),
            models.CheckConstraint(
                name="a_task_takes_a_minute_to_sixty_hours", condition=Q(minutes__range=(1, MOST_MINUTES))
            ),
        ]

    def __str__(self) -> str:
        return self.what
