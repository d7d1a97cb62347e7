"""Follow-up talks after a gathering, free blocks for them, and next steps for who has none."""

from __future__ import annotations

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

KEEP = "talk"
TALK = "to let two people talk on"
NEXT = "nobody leaves without a next step"


class FollowUpStatus(models.TextChoices):
    PROPOSED = "proposed", _("voorgesteld")
    DROPPED = "dropped", _("gaat niet door")
    SENT = "sent", _("afgesproken")
    UNSUITABLE = "unsuitable", _("komt niet uit")
    DECLINED = "declined", _("gaat toch niet door")
    HELD = "held", _("geweest")


OPEN = (FollowUpStatus.PROPOSED, FollowUpStatus.UNSUITABLE)
"""These wait for a colleague to look at them and send them."""
ENDED = (FollowUpStatus.DROPPED, FollowUpStatus.DECLINED)
"""These talks take no time and no room, and come back only when a colleague says so."""


class Ground(models.TextChoices):
    """Why a follow-up is proposed."""

    AGREED = "agreed", _("aan tafel afgesproken")
    MUTUAL = "mutual", _("beiden willen verder praten")
    HOST = "host", _("de tafelhost zag dat het klikte")
    CALL = "call", _("de ondernemer wil graag: wij bellen")
    NETWORK = "network", _("via het netwerk van een ondernemer")
    BY_HAND = "by_hand", _("door een collega voorgesteld")


class Outcome(models.TextChoices):
    TALK_ON = "talk_on", _("ze praten verder")
    TRY_OUT = "try_out", _("meelopen of proefplaatsing")
    WORK = "work", _("aan het werk")
    NO_FIT = "no_fit", _("past niet")
    NOT_HELD = "not_held", _("niet doorgegaan")


class StepReason(models.TextChoices):
    """What a next step is. The words for it are made where it is read, in the reader's language."""

    TALK_OVER = "talk_over", _("napraten")
    ASKED = "asked", _("een ondernemer wil graag verder")
    NETWORK = "network", _("via het netwerk van een ondernemer")
    DECLINED = "declined", _("ziet af van een gesprek")
    TALK_OFF = "talk_off", _("een gesprek ging niet door")


class MatchRun(Record):
    """One run of the matching mechanism for a gathering, with its report."""

    gathering = models.ForeignKey("gatherings.Gathering", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    report = models.JSONField(default=dict)

    privacy = technical("gathering made_at report")


@pghistory.track()
class FollowUp(Record):
    """A follow-up talk between a candidate and an entrepreneur: proposed, sent, held, and what came of it.

    `unsuitable_by` says who of the two called it off (moment or talk; "both" where each did), `called_off_…` when that
    was and which hour it then had, so that a tap by mistake can be taken back; `called_off_noted_by` whether the guest
    did so ("candidate", "entrepreneur") or a colleague ("staff"). `call_…_from_at`: from when a colleague has to call
    this one, whom no message reaches, about that or about the appointment itself; `called_…_at`: when that was done.
    `agreed_at`: when a colleague last agreed on a moment with the two by telephone.
    `made_by` is the colleague who thought of it (`Ground.BY_HAND`); nobody for what the mechanism proposes.
    """

    gathering = models.ForeignKey("gatherings.Gathering", on_delete=models.CASCADE, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    ground = models.CharField(max_length=8, choices=Ground.choices)
    status = models.CharField(max_length=12, choices=FollowUpStatus.choices, default=FollowUpStatus.PROPOSED)
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=160, blank=True)
    words = models.CharField(max_length=300, blank=True)
    unsuitable_by = models.CharField(max_length=12, blank=True)
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_starts_at = models.DateTimeField(null=True, blank=True)
    called_off_ends_at = models.DateTimeField(null=True, blank=True)
    called_off_noted_by = models.CharField(max_length=12, blank=True)
    call_candidate_from_at = models.DateTimeField(null=True, blank=True)
    call_entrepreneur_from_at = models.DateTimeField(null=True, blank=True)
    called_candidate_at = models.DateTimeField(null=True, blank=True)
    called_entrepreneur_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    outcome_words = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    outcome_at = models.DateTimeField(null=True, blank=True)

    privacy = technical(
        "gathering region organisation made_by made_at sent_at agreed_at called_off_at called_off_noted_by outcome_at "
        "call_candidate_from_at call_entrepreneur_from_at called_candidate_at called_entrepreneur_at"
    ) | label(
        "choice", TALK, KEEP,
        "candidate entrepreneur ground status starts_at ends_at place words unsuitable_by called_off_starts_at "
        "called_off_ends_at outcome outcome_words",
    )  # fmt: skip

    @property
    def is_sent(self) -> bool:
        """Whether it is an appointment, or was one."""
        return self.status in (FollowUpStatus.SENT, FollowUpStatus.HELD)

    @property
    def is_to_ask(self) -> bool:
        """Whether a colleague asks first: a proposal to which the candidate has not said yes."""
        return self.status == FollowUpStatus.PROPOSED and self.ground in (Ground.CALL, Ground.BY_HAND)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "candidate", "entrepreneur"], name="one_follow_up_per_pair_per_gathering"
            ),
            models.CheckConstraint(
                name="a_follow_up_ends_after_it_starts",
                condition=Q(starts_at__isnull=True, ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="an_outcome_has_a_moment", condition=Q(outcome="") | Q(outcome_at__isnull=False)
            ),
        ]
        indexes = [models.Index(fields=["gathering", "status"], name="follow_up_by_status")]


@pghistory.track()
class FreeBlock(Record):
    """A block of time in which an entrepreneur can have a follow-up talk; taken by at most one. One that the entrepreneur
    did not give (`is_offered` is no: a colleague typed it for a talk) goes as soon as that talk leaves it, however that
    comes about: a trigger of the database sees to it."""

    gathering = models.ForeignKey("gatherings.Gathering", on_delete=models.CASCADE, related_name="+")
    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    taken_by = models.OneToOneField(
        FollowUp, null=True, blank=True, on_delete=models.SET_NULL, related_name="block"
    )
    is_offered = models.BooleanField(default=True)

    privacy = technical("gathering taken_by is_offered") | label(
        "business-contact", TALK, "needs", "entrepreneur starts_at ends_at"
    )

    @property
    def is_settled(self) -> bool:
        """Whether two people were told of a talk then: one that is only proposed leaves the hour the entrepreneur's."""
        return self.taken_by is not None and self.taken_by.is_sent

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entrepreneur", "starts_at"], name="one_free_block_per_entrepreneur_and_start"
            ),
            models.CheckConstraint(
                name="a_free_block_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="goes_with_its_talk",
                operation=pgtrigger.Update,
                when=pgtrigger.After,
                condition=pgtrigger.Q(new__is_offered=False, new__taken_by__isnull=True),
                func="DELETE FROM matches_freeblock WHERE id = NEW.id; RETURN NULL;",
            )
        ]


@pghistory.track()
class ThanksCall(Record):
    """An entrepreneur who was there, has no talk of it and is reached by a call alone: thanked by telephone.
    `called_at`: when a colleague did."""

    gathering = models.ForeignKey("gatherings.Gathering", on_delete=models.CASCADE, related_name="+")
    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True, blank=True)

    privacy = technical("gathering made_at called_at") | label(
        "business-contact", "to thank who was there", "needs", "entrepreneur"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "entrepreneur"], name="one_call_of_thanks_per_entrepreneur_and_gathering"
            )
        ]


@pghistory.track()
class NextStep(Record):
    """What happens for a candidate who has no follow-up talk: a step by a person, with a name under it.

    A step by the network keeps where it comes from: the entrepreneur who was there and knows the `firm`. `words` are
    a colleague's own and stand in place of those that follow from `reason`; `is_chosen`: a colleague chose this step.
    One that is done stays beside what comes later. That an employer alone wished to talk on (`ASKED`) is forgotten
    after thirty days.
    """

    gathering = models.ForeignKey("gatherings.Gathering", on_delete=models.CASCADE, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    candidate = models.ForeignKey("candidates.Candidate", on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=9, choices=StepReason.choices, default=StepReason.TALK_OVER)
    introducer = models.ForeignKey(
        "employers.Entrepreneur", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    firm = models.ForeignKey(
        "employers.Employer", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    words = models.CharField(max_length=300, blank=True)
    is_chosen = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical("gathering region organisation owner is_chosen made_at told_at done_at")
        | label("choice", NEXT, KEEP, "candidate introducer firm words")
        | label("choice", NEXT, f"one_sided {KEEP}", "reason")
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gathering", "candidate"],
                condition=Q(done_at__isnull=True),
                name="one_open_next_step_per_candidate_per_gathering",
            )
        ]
