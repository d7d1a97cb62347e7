"""Guests: candidates and entrepreneurs who are chosen, invited, answer, and come or not."""

from __future__ import annotations

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .gathering import KEEP, Gathering


class GuestKind(models.TextChoices):
    CANDIDATE = "candidate", _("kandidaat")
    ENTREPRENEUR = "entrepreneur", _("ondernemer")


class Reply(models.TextChoices):
    CHOSEN = "chosen", _("nog niet uitgenodigd")
    INVITED = "invited", _("nog geen antwoord")
    YES = "yes", _("komt")
    NO = "no", _("kan niet")
    WAITING = "waiting", _("op de wachtlijst")


HAS_STOPPED = Q(candidate__left_at__isnull=False) | Q(entrepreneur__is_active=False)
"""The person takes part no more: is asked nothing, and gets no talk and no step."""
WALKED_IN = Q(reply=Reply.YES, invited_at__isnull=True, replied_at__isnull=False)
"""Came without an invitation and was let in (`commands.walk_ins`): counts as having come, not as invited or as a yes."""


@pghistory.track()
class Guest(Record):
    """One person's part in one gathering. `organisation` is the one that the person belongs to (candidates)
    or that asked the person (entrepreneurs). `badge` is the short code on the badge's QR.

    `hears_by` says how a guest hears that the gathering does not take place (`queries.hearing`), `called_at` when a
    colleague called about it, `heard_at` when first. `reckons_with_at` and `reckons_with_place`: the start and place that this
    guest knew of before a change, and goes to until its message left or somebody called (`queries.hearing.last_heard`).
    `asked_again_at`: a change asked again who had not answered, or the day changed after this guest's yes, and there is no
    answer since. `arrived_at` is set at the door; `left_at` when somebody leaves early.
    `wants_…` and `brings_somebody`: what this guest said of this gathering; None: nothing, and then what the file says counts
    (`queries.needs`). `arranged`: which of these, by their names, a colleague ticked as arranged. `most_talks` is how many
    follow-up talks this guest wants at most. Absence is noted here and goes nowhere else.
    """

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="guests")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=GuestKind.choices)
    candidate = models.ForeignKey(
        "candidates.Candidate", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    entrepreneur = models.ForeignKey(
        "employers.Entrepreneur", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    reply = models.CharField(max_length=8, choices=Reply.choices, default=Reply.CHOSEN)
    channel = models.CharField(max_length=8, blank=True)
    invited_at = models.DateTimeField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    hears_by = models.CharField(max_length=8, blank=True)
    called_at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField(null=True, blank=True)
    reckons_with_at = models.DateTimeField(null=True, blank=True)
    reckons_with_place = models.CharField(max_length=120, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    asked_again_at = models.DateTimeField(null=True, blank=True)
    waiting_since_at = models.DateTimeField(null=True, blank=True)
    wants_travel_paid = models.BooleanField(null=True, blank=True)
    wants_childcare = models.BooleanField(null=True, blank=True)
    wants_interpreter = models.BooleanField(null=True, blank=True)
    brings_somebody = models.BooleanField(null=True, blank=True)
    arranged = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    badge = models.CharField(max_length=12)
    arrived_at = models.DateTimeField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True)
    is_late_expected = models.BooleanField(default=False)
    most_talks = models.PositiveSmallIntegerField(null=True, blank=True)
    has_told_before = models.BooleanField(default=False)
    has_told_after = models.BooleanField(default=False)

    privacy = (
        technical(
            "gathering region organisation kind candidate entrepreneur badge channel hears_by called_at heard_at reckons_with_at "
            "reckons_with_place invited_at reminded_at asked_again_at waiting_since_at has_told_before has_told_after"
        )
        | label("choice", "to hold the gathering", KEEP, "reply replied_at most_talks")
        | label(
            "needs",
            "to make the day possible",
            "needs",
            "wants_travel_paid wants_childcare wants_interpreter brings_somebody arranged",
        )
        | label(
            "choice",
            "to seat who is there; never for enforcement",
            "presence",
            "arrived_at left_at is_late_expected",
        )
    )

    @property
    def is_walk_in(self) -> bool:
        """The same as `WALKED_IN`."""
        return self.reply == Reply.YES and self.invited_at is None and self.replied_at is not None

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "candidate"], name="no_double_invitation_of_a_candidate"
            ),
            models.UniqueConstraint(
                fields=["gathering", "entrepreneur"], name="no_double_invitation_of_an_entrepreneur"
            ),
            models.UniqueConstraint(fields=["gathering", "badge"], name="a_badge_once_per_gathering"),
            models.CheckConstraint(
                name="a_guest_is_a_candidate_or_an_entrepreneur",
                condition=Q(kind="candidate", candidate__isnull=False, entrepreneur__isnull=True)
                | Q(kind="entrepreneur", candidate__isnull=True, entrepreneur__isnull=False),
            ),
            models.CheckConstraint(
                name="who_waits_has_a_moment",
                condition=~Q(reply="waiting") | Q(waiting_since_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["gathering", "kind", "reply"], name="guest_by_reply")]
