"""Files that were uploaded, as far as they are kept: seven days, and never the file itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

KEPT = "upload"


class UploadKind(models.TextChoices):
    SONAR = "sonar", _("uitvoer van Sonar")
    CANDIDATES = "candidates", _("kandidaten")
    ENTREPRENEURS = "entrepreneurs", _("ondernemers")


class UploadState(models.TextChoices):
    PREVIEWED = "previewed", _("nog niet overgenomen")
    TAKING = "taking", _("wordt overgenomen")
    STOPPED = "stopped", _("halverwege gestopt")
    APPLIED = "applied", _("overgenomen")
    WITHDRAWN = "withdrawn", _("weggelegd")


class Upload(Record):
    """What was read from one file, for looking at before it is taken over, and the report of it.

    `rows` are the typed rows as JSON (`stored_rows`), only until they are taken over. `report` holds `sheet`,
    `header_row`, `used_columns`, `dropped_columns` and `problems` (see `Problem.as_kept`; `alike` are keys of who
    may be the same). `counts` are numbers by name. There is no history of it on purpose: it would outlive the row.

    `choices` says by number of a row that may be about somebody who is there what a colleague said: the key of who it is, or
    "other" for somebody else (`doubles`).

    While it is taken over, `taken_by` is who decided it, `taken_rows` how many rows came in, `taken_to_row` the number of the
    last of them, `moved_at` when, `outcome` the numbers of the rows by what came of them (new, there, held, put_away), `made` the
    keys of who is new by it.
    """

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=UploadKind.choices)
    file_name = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=12, choices=UploadState.choices, default=UploadState.PREVIEWED)
    rows = models.JSONField(default=list, blank=True)
    report = models.JSONField(default=dict, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    choices = models.JSONField(default=dict, blank=True)
    taken_by = models.ForeignKey(
        "accounts.Account", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_rows = models.PositiveIntegerField(default=0)
    taken_to_row = models.PositiveIntegerField(default=0)
    outcome = models.JSONField(default=dict, blank=True)
    made = models.JSONField(default=list, blank=True)
    moved_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()

    privacy = (
        technical(
            "organisation kind state choices taken_rows taken_to_row outcome made moved_at created_at applied_at expires_at"
        )
        | label("work-account", "whom to ask about a file", KEPT, "account taken_by")
        | label("organisation", "to recognise a file and to count", KEPT, "file_name counts")
        | label("identity", "to look before people are taken over", KEPT, "rows")
        | label("identity", "to mend rows that were refused or doubtful", KEPT, "report")
    )

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "-created_at"], name="upload_latest_first"),
            models.Index(fields=["expires_at"], name="upload_expiry"),
            models.Index(fields=["moved_at"], name="upload_under_way", condition=models.Q(state="taking")),
        ]

    def __str__(self) -> str:
        return self.file_name or str(self.get_kind_display())
