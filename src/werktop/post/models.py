"""The outbox and the signed links."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .drawn import drawn_as


class Channel(models.TextChoices):
    EMAIL = "email", _("e-mail")
    SMS = "sms", _("sms")
    LETTER = "letter", _("brief")
    CALL = "call", _("bellen")


class MessageStatus(models.TextChoices):
    WAITING = "waiting", _("wacht op verzending")
    SENT = "sent", _("verstuurd")
    FAILED = "failed", _("niet aangekomen")
    WITHDRAWN = "withdrawn", _("ingetrokken")
    TOO_LATE = "too_late", _("te laat")


class Message(Record):
    """One message to one person. Its Message-ID is made with the row, so that a crash sends at most the same again.

    `about_kind` and `about_id` name what it is about (a gathering, a follow-up); `to_kind` and `to_id` whom it is
    for. `calendar` is an iCalendar file as text, or empty. A letter waits until it is printed;
    one that nobody printed before its moment was too late.
    """

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=8, choices=Channel.choices)
    to_kind = models.CharField(max_length=20)
    to_id = models.UUIDField()
    to_name = models.CharField(max_length=160)
    to_address = models.CharField(max_length=320)
    language = models.CharField(max_length=8, default="nl")
    subject = models.CharField(max_length=160, blank=True)
    body = models.TextField()
    calendar = models.TextField(blank=True)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    purpose = models.CharField(max_length=40)
    message_id = models.CharField(max_length=120, unique=True)
    status = models.CharField(max_length=12, choices=MessageStatus.choices, default=MessageStatus.WAITING)
    not_before_at = models.DateTimeField(null=True, blank=True)
    # the start that this person may set out to until it is read, where that is another than what it is about has now
    reckons_with_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    last_fault = models.CharField(max_length=200, blank=True)

    privacy = technical(
        "organisation channel to_kind to_id about_kind about_id purpose message_id status not_before_at reckons_with_at "
        "created_at sent_at tries last_fault language"
    ) | label(
        "contact",
        "to tell a guest what was agreed",
        "message",
        "to_name to_address subject body calendar",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_sent_message_has_a_moment",
                condition=~models.Q(status="sent") | models.Q(sent_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["about_kind", "about_id"], name="message_about"),
            models.Index(fields=["to_kind", "to_id"], name="message_to"),
            models.Index(fields=["created_at"], name="message_waiting", condition=models.Q(status="waiting")),
        ]

    @property
    def to_look(self) -> str:
        """The kind as which whom it is to is drawn."""
        return drawn_as(self.to_kind)


class Link(Record):
    """A signed link that opens one thing for one person until it expires or is withdrawn. No password.

    The address holds a signed form of this key; `purpose` decides which page it opens, `language` in which words: those
    of the message that it stood in. `reach` says by which way and to which address it was sent (`links.reach_of`).
    """

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=24)
    holder_kind = models.CharField(max_length=20)
    holder_id = models.UUIDField()
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    language = models.CharField(max_length=8, default="nl")
    reach = models.CharField(max_length=40, default="", blank=True)

    privacy = technical(
        "organisation purpose holder_kind holder_id about_kind about_id made_at expires_at withdrawn_at language reach"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "holder_kind", "holder_id", "about_id", "reach"],
                name="one_working_link_per_purpose_holder_thing_and_address",
                condition=models.Q(withdrawn_at=None),
            ),
        ]
