"""Trail, processing log and receipts. Plain ids, so that they outlive accounts and erasures."""

from __future__ import annotations

from django.db import models

from .labels import label, technical
from .records import Record


class Entry(Record):
    """One line of the trail: at this moment, this actor did this to that."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField(null=True)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    region_id = models.UUIDField(null=True)
    detail = models.JSONField(default=dict)

    privacy = technical("at about_kind about_id organisation_id region_id") | label(
        "work-account", "accountability for what was done", "trail", "verb actor_kind actor_id detail"
    )

    class Meta:
        indexes = [
            models.Index(fields=["about_kind", "about_id", "-at"], name="entry_about_latest_first"),
            models.Index(fields=["organisation_id", "-at"], name="entry_organisation_latest"),
        ]


class PersonalView(Record):
    """One line of the processing log: this actor saw this person (or a list of persons) on that page.

    `organisation_id` is the viewer's, `about_organisation_id` the one that answers for all of these people (None where
    nobody alone does: entrepreneurs belong to the region).
    """

    at = models.DateTimeField()
    page = models.CharField(max_length=100)
    about_kind = models.CharField(max_length=40)
    about_ids = models.JSONField(default=list)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    about_organisation_id = models.UUIDField(null=True)

    privacy = technical("at page about_kind about_ids organisation_id about_organisation_id") | label(
        "work-account", "a person can ask who looked", "view", "actor_kind actor_id"
    )

    class Meta:
        indexes = [
            models.Index(fields=["-at"], name="personal_view_latest_first"),
            models.Index(fields=["about_organisation_id", "-at"], name="personal_view_of_whose_people"),
        ]


class Receipt(Record):
    """A request that was carried out: its key, what it asked (a hash) and what came of it.

    `id` is the request key. The same key with the same content gets the same outcome and changes nothing.
    """

    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    verb = models.CharField(max_length=80)
    content_hash = models.CharField(max_length=64)
    outcome = models.JSONField(null=True)

    privacy = technical("at verb content_hash outcome") | label(
        "work-account", "a repeated request changes nothing", "receipt", "actor_id"
    )

    class Meta:
        indexes = [models.Index(fields=["at"], name="receipt_moment")]
