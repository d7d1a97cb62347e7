"""Fellow entrepreneurs whom an entrepreneur names in two fields, until a colleague has spoken with them."""

from __future__ import annotations

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record
from werktop.ui.components.phones import phone as phone_in_words

KEEP = "reminder"


class FellowState(models.TextChoices):
    NAMED = "named", _("genoemd")
    CALLED = "called", _("gesproken")
    JOINED = "joined", _("doet mee")
    NOT_NOW = "not_now", _("nu niet")


OPEN = (FellowState.NAMED, FellowState.CALLED)


@pghistory.track()
class Fellow(Record):
    """Whom somebody brings in: a name (of a firm or a person) and one way to reach them. Nothing is sent to a stranger: `contact`,
    a colleague, calls. `employer` is the firm that joined by it, or that was here already. `words` is what the entrepreneur reads
    of what became of it."""

    READ_AS: ClassVar = {"phone": phone_in_words}

    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    entrepreneur = models.ForeignKey("employers.Entrepreneur", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=8, choices=FellowState.choices, default=FellowState.NAMED)
    words = models.CharField(max_length=300, blank=True)
    employer = models.ForeignKey(
        "employers.Employer", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    contact = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_by_self = models.BooleanField(default=False)
    named_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    privacy = (
        technical("region organisation entrepreneur employer is_by_self named_at moved_at")
        | label(
            "business-contact", "to ask a fellow entrepreneur to join", KEEP, "name email phone state words"
        )
        | label("work-account", "whom to ask", KEEP, "contact")
    )

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_fellow_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="a_fellow_of_whom_a_firm_came_joined",
                condition=Q(employer=None) | Q(state=FellowState.JOINED.value),
            ),
            models.CheckConstraint(name="a_fellow_can_be_reached", condition=~Q(email="", phone="")),
        ]
        indexes = [
            models.Index(fields=["region", "state", "named_at"], name="fellow_to_call"),
            models.Index(fields=["entrepreneur", "named_at"], name="fellow_of_entrepreneur"),
            models.Index(fields=["moved_at"], name="fellow_by_day"),
        ]
