"""What an employer asks us, at the one entrance of the region or of a colleague who heard it."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .firm import Employer
from .people import Entrepreneur

ASKED = "asked"
WHY = "to answer what an employer asks"


@pghistory.track()
class EmployerQuestion(Record):
    """One question, and who calls about it by `due_at`. `who` and how to reach them are as typed; `employer` and `entrepreneur`
    where we know them. `organisation` answers for it: whose contact person took it, until then whose page or firm it is.
    `proposed_to` is whom the rule thinks of first; `taken_by` the one contact person. `said` is what was answered, or said
    where it was passed on `passed_to` others, who come back on `passed_date`."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wacht op iemand")
        TAKEN = "taken", _("opgepakt")
        PASSED_ON = "passed_on", _("doorgegeven")
        ANSWERED = "answered", _("beantwoord")

    class Way(models.TextChoices):
        ENTRANCE = "entrance", _("van de website")
        OWN_PAGE = "own_page", _("van de eigen pagina")
        HEARD = "heard", _("gehoord door een collega")

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey(Employer, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    entrepreneur = models.ForeignKey(
        Entrepreneur, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    words = models.TextField()
    who = models.CharField(max_length=160)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=8, default="nl")
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.ENTRANCE)
    received_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    proposed_to = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    passed_to = models.CharField(max_length=120, blank=True)
    passed_date = models.DateField(null=True, blank=True)
    said = models.CharField(max_length=400, blank=True)
    noted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    privacy = (
        technical(
            "region organisation employer entrepreneur language way received_at due_at state taken_at closed_at"
        )
        | label("business-contact", WHY, ASKED, "words who email phone passed_to passed_date said")
        | label("work-account", "whom to ask", ASKED, "proposed_to taken_by noted_by")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_question_says_what", condition=~Q(words="")),
            models.CheckConstraint(name="who_asks_can_be_reached", condition=~Q(email="", phone="")),
            models.CheckConstraint(
                name="a_question_that_was_passed_on_says_to_whom",
                condition=~Q(state="passed_on") | ~Q(passed_to=""),
            ),
            models.CheckConstraint(
                name="a_question_that_is_over_has_a_moment",
                condition=Q(state__in=["waiting", "taken"], closed_at=None)
                | Q(state__in=["passed_on", "answered"], closed_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["region", "state", "due_at"], name="question_of_region"),
            models.Index(fields=["employer", "-received_at"], name="question_of_employer"),
        ]

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def is_from_somebody_known(self) -> bool:
        """Whether we know who asks: by the own page, or since a colleague spoke with them. At the entrance anybody types any
        address, and then nothing that was typed is written to it."""
        return self.way != self.Way.ENTRANCE

    @property
    def name(self) -> str:
        """As whom the post writes to them: as they call themselves, or at the entrance by the address alone."""
        return self.who if self.is_from_somebody_known else self.email or self.phone

    @property
    def first_name(self) -> str:
        """The same: what is a first name in it, nobody can tell."""
        return self.name

    @property
    def languages(self) -> list[str]:
        """The language of the page on which it was asked."""
        return [self.language]


OPEN = (EmployerQuestion.State.WAITING, EmployerQuestion.State.TAKEN)
