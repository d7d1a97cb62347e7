"""What is kept of the screens that look across rooms: views of the list of candidates, and which firm that a candidate knows is
one of the region."""

from __future__ import annotations

import pghistory
from django.db import models
from django.db.models import Q

from werktop.audit.labels import label, technical
from werktop.audit.records import Record


class SavedView(Record):
    """A way to look at the list of candidates, under a name: filters and order as the end of an address (`asked`), never a name
    of a person that was searched for. `is_shared`: colleagues of the organisation see it too; `is_start`: with this the list
    opens for the colleague who saved it."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    asked = models.CharField(max_length=2000, blank=True)
    is_shared = models.BooleanField(default=False)
    is_start = models.BooleanField(default=False)
    saved_at = models.DateTimeField()

    privacy = technical("organisation account is_shared is_start saved_at") | label(
        "work-account", "to open a list as a colleague left it", "colleague", "name asked"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "account", "name"], name="a_name_once_per_colleague_and_organisation"
            ),
            models.UniqueConstraint(
                fields=["organisation", "account"], condition=Q(is_start=True), name="one_view_to_start_with"
            ),
            models.CheckConstraint(name="a_view_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class FirmLink(Record):
    """The firm that a candidate named is this employer of the region, as a colleague said: to ask who can make us known there."""

    known_firm = models.OneToOneField("candidates.KnownFirm", on_delete=models.CASCADE, related_name="+")
    employer = models.ForeignKey("employers.Employer", on_delete=models.CASCADE, related_name="+")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    privacy = technical("known_firm employer noted_at noted_by")
