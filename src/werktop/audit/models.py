"""Trail, processing log, receipts, and which rows were brought together. Plain ids, so that they outlive accounts and
erasures."""

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


class Merge(Record):
    """Two rows that were about one person or firm: the lost key leads to the kept one for as long as that is there.

    `lost_name` is what the lost row was called, `identity` the key by which a list finds it again. `undo` holds what was done
    and how it was (see `merging`), until `undo_until`; then it is empty.
    """

    kind = models.CharField(max_length=40)
    kept_id = models.UUIDField()
    lost_id = models.UUIDField(unique=True)
    organisation_id = models.UUIDField()
    region_id = models.UUIDField()
    at = models.DateTimeField()
    by_id = models.UUIDField(null=True)
    lost_name = models.CharField(max_length=200)
    identity = models.CharField(max_length=64, blank=True)
    undo = models.JSONField(default=dict, blank=True)
    undo_until = models.DateTimeField()

    privacy = (
        technical("kind kept_id lost_id organisation_id region_id at identity undo_until")
        | label("identity", "to know what was brought together", "row", "lost_name")
        | label("work-account", "whom to ask", "row", "by_id")
        | label("identity", "to undo it", "merge", "undo")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="nothing_is_brought_together_with_itself",
                condition=~models.Q(kept_id=models.F("lost_id")),
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "kept_id", "at"], name="merge_into"),
            models.Index(
                fields=["organisation_id", "identity"],
                name="merge_identity",
                condition=~models.Q(identity=""),
            ),
            models.Index(fields=["undo_until"], name="merge_to_undo"),
        ]


class Likeness(Record):
    """Two rows that may be about one person or firm, the lower key first, and why (codes of
    `regions.alike.WHY`, with a space between). `apart_at`: a
    colleague said that they are two; then nobody asks again."""

    kind = models.CharField(max_length=40)
    first_id = models.UUIDField()
    second_id = models.UUIDField()
    organisation_id = models.UUIDField()
    why = models.CharField(max_length=40, blank=True)
    found_at = models.DateTimeField()
    apart_at = models.DateTimeField(null=True, blank=True)
    apart_by_id = models.UUIDField(null=True)

    privacy = technical("kind first_id second_id organisation_id why found_at apart_at") | label(
        "work-account", "whom to ask", "row", "apart_by_id"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first_id", "second_id"], name="two_rows_are_compared_once"),
            models.CheckConstraint(
                name="two_rows_are_compared_in_order", condition=models.Q(first_id__lt=models.F("second_id"))
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "organisation_id", "found_at"],
                name="likeness_to_look_at",
                condition=models.Q(apart_at=None),
            ),
            models.Index(fields=["second_id"], name="likeness_of_the_second"),
        ]
