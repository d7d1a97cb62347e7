"""What was agreed with a firm and what it does: each a row with its history, put aside where it no longer counts.

What a row says are its fields in `SAYS`, in the words of the form and of the history. `KINDS` names each kind in addresses and in
the trail.
"""

from __future__ import annotations

from typing import Any, ClassVar

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import Label, label, technical
from werktop.audit.records import Record

from .firm import KEEP, Employer
from .people import Entrepreneur

AGREED = "to keep to what was agreed with a firm"
GROWS = "to help a firm become a place for more people"
PERSON: dict[str, Any] = {"null": True, "blank": True, "on_delete": models.SET_NULL, "related_name": "+"}


def said(purpose: str, fields: str) -> dict[str, Label]:
    """The labels of a row about a firm, with these fields of its own."""
    return (
        technical("employer organisation region noted_at removed_at")
        | label("work-account", "whom to ask", KEEP, "noted_by")
        | label("organisation", purpose, KEEP, fields)
    )


class AboutFirm(Record):
    """Abstract: one thing that is known of a firm, by whom it was noted, and when it was put aside."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    region = models.ForeignKey("regions.Region", on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.SET_NULL, related_name="+")
    noted_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    SAYS: ClassVar[dict[str, Any]] = {}

    class Meta:
        abstract = True


@pghistory.track()
class Establishment(AboutFirm):
    """A place where the firm works, beside the address of the firm itself."""

    name = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    place = models.CharField(max_length=80, blank=True)
    is_step_free = models.BooleanField(default=False)
    branch_number = models.CharField(max_length=12, blank=True)

    SAYS = {
        "name": _("Naam van de vestiging"),
        "address": _("Straat en huisnummer"),
        "postcode": _("Postcode"),
        "place": _("Plaats"),
        "is_step_free": _("Het gebouw is drempelvrij"),
        "branch_number": _("Vestigingsnummer"),
    }
    privacy = said("to bring people and work together", " ".join(SAYS))

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_establishment_has_a_name_or_a_place", condition=~Q(name="") | ~Q(place="")
            )
        ]
        indexes = [models.Index(fields=["employer"], name="establishment_of_employer")]


@pghistory.track()
class Training(AboutFirm):
    """What somebody of the firm learned to guide people at work."""

    class What(models.TextChoices):
        HARRIE = "harrie", _("HARRIE")
        MENTORWIJS = "mentorwijs", _("Mentorwijs")
        OTHER = "other", _("iets anders")

    person = models.ForeignKey(Entrepreneur, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=12, choices=What.choices)
    words = models.CharField(max_length=120, blank=True)
    trained_date = models.DateField(null=True, blank=True)

    SAYS = {"what": _("Welke training?"), "words": _("Welke dan?"), "trained_date": _("Gehaald op")}
    privacy = said(GROWS, "") | technical("person") | label(
        "business-contact", "who can guide somebody at work", KEEP, " ".join(SAYS)
    )  # fmt: skip

    class Meta:
        indexes = [models.Index(fields=["employer"], name="training_at_employer")]


@pghistory.track()
class Expectation(AboutFirm):
    """What we agreed to expect of each other."""

    words = models.TextField()
    agreed_date = models.DateField(null=True, blank=True)
    agreed_with = models.ForeignKey(Entrepreneur, **PERSON)

    SAYS = {"words": _("Wat spraken jullie af?"), "agreed_date": _("Sinds wanneer?")}
    privacy = said(AGREED, " ".join(SAYS)) | technical("agreed_with")

    class Meta:
        constraints = [models.CheckConstraint(name="an_expectation_says_what", condition=~Q(words=""))]
        indexes = [models.Index(fields=["employer"], name="expectation_of_employer")]


@pghistory.track()
class Covenant(AboutFirm):
    """A covenant that the firm signed."""

    words = models.TextField()
    signed_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)

    SAYS = {"words": _("Waarover gaat het?"), "signed_date": _("Getekend op"), "until_date": _("Loopt tot")}
    privacy = said(AGREED, " ".join(SAYS))

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_covenant_ends_after_it_was_signed",
                condition=Q(until_date=None) | Q(until_date__gte=F("signed_date")),
            )
        ]
        indexes = [
            models.Index(fields=["employer"], name="covenant_of_employer"),
            models.Index(fields=["region", "until_date"], name="covenant_by_its_end"),
        ]


@pghistory.track()
class SocialReturn(AboutFirm):
    """What a firm promised to do for society with a contract that it won."""

    class Unit(models.TextChoices):
        EUROS = "euros", _("euro")
        HOURS = "hours", _("uren")
        PLACES = "places", _("plekken")

    words = models.CharField(max_length=120)
    promised = models.PositiveIntegerField()
    unit = models.CharField(max_length=8, choices=Unit.choices)
    until_date = models.DateField(null=True, blank=True)

    SAYS = {
        "words": _("Welk contract, en met wie?"),
        "promised": _("Hoeveel is er beloofd?"),
        "unit": _("Waarin?"),
        "until_date": _("Vóór wanneer?"),
    }
    privacy = said(AGREED, " ".join(SAYS))

    class Meta:
        constraints = [
            models.CheckConstraint(name="social_return_promises_something", condition=Q(promised__gte=1))
        ]
        indexes = [models.Index(fields=["employer"], name="social_return_of_employer")]


@pghistory.track()
class Fulfilment(AboutFirm):
    """Something that was done of a social return."""

    social_return = models.ForeignKey(SocialReturn, on_delete=models.CASCADE, related_name="+")
    words = models.CharField(max_length=200)
    amount = models.PositiveIntegerField()
    done_date = models.DateField()

    SAYS = {"words": _("Waarmee?"), "amount": _("Hoeveel?"), "done_date": _("Op welke dag?")}
    privacy = said(AGREED, " ".join(SAYS)) | technical("social_return")

    class Meta:
        constraints = [models.CheckConstraint(name="a_fulfilment_is_something", condition=Q(amount__gte=1))]
        indexes = [models.Index(fields=["employer"], name="fulfilment_of_employer")]


@pghistory.track()
class InclusionStep(AboutFirm):
    """A step of the firm towards work for more people, in its own words."""

    words = models.CharField(max_length=200)
    who = models.ForeignKey(Entrepreneur, **PERSON)
    by_date = models.DateField(null=True, blank=True)
    done_date = models.DateField(null=True, blank=True)

    SAYS = {"words": _("Wat gaan ze doen?"), "by_date": _("Vóór wanneer?"), "done_date": _("Gedaan op")}
    privacy = said(GROWS, " ".join(SAYS)) | technical("who")

    class Meta:
        constraints = [models.CheckConstraint(name="a_step_of_a_firm_says_what", condition=~Q(words=""))]
        indexes = [models.Index(fields=["employer"], name="inclusion_step_of_employer")]


@pghistory.track()
class Story(AboutFirm):
    """A story of the firm that may be told on, and where. It is the firm's own: of a candidate nothing stands in it without that
    candidate's own yes."""

    class Told(models.TextChoices):
        REGION = "region", _("binnen de regio")
        MEETINGS = "meetings", _("bij bijeenkomsten")
        PUBLIC = "public", _("openbaar")

    words = models.TextField()
    told_at = ArrayField(models.CharField(max_length=10, choices=Told.choices), default=list)
    yes_by = models.ForeignKey(Entrepreneur, **PERSON)
    yes_date = models.DateField()
    taken_back_date = models.DateField(null=True, blank=True)

    SAYS = {
        "words": _("Het verhaal"),
        "told_at": _("Waar mag het verteld worden?"),
        "yes_date": _("Ja gezegd op"),
        "taken_back_date": _("Ingetrokken op"),
    }
    privacy = said("to tell others what a firm did, where it said yes", " ".join(SAYS)) | technical("yes_by")

    class Meta:
        constraints = [models.CheckConstraint(name="a_story_has_words", condition=~Q(words=""))]
        indexes = [models.Index(fields=["employer"], name="story_of_employer")]


KINDS: dict[str, type[AboutFirm]] = {
    "establishment": Establishment,
    "training": Training,
    "expectation": Expectation,
    "covenant": Covenant,
    "social_return": SocialReturn,
    "fulfilment": Fulfilment,
    "step": InclusionStep,
    "story": Story,
}
"""Each kind by its name in addresses and in the trail."""
PEOPLE = {"training": "person", "expectation": "agreed_with", "step": "who", "story": "yes_by"}
"""The field of a kind that points at somebody of the firm."""


@pghistory.track()
class ContactPerson(Record):
    """Who speaks with whom: a colleague for us, or somebody of the firm for them, from a day to a day."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="contact_people")
    account = models.ForeignKey("accounts.Account", null=True, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Entrepreneur, null=True, on_delete=models.CASCADE, related_name="+")
    since_date = models.DateField()
    until_date = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=200, blank=True)
    noted_at = models.DateTimeField()

    privacy = technical("employer account person noted_at") | label(
        "business-contact", "to have one person to turn to on each side", KEEP, "since_date until_date why"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_contact_person_is_of_one_side",
                condition=Q(account=None, person__isnull=False) | Q(account__isnull=False, person=None),
            ),
            models.CheckConstraint(
                name="a_contact_person_ends_after_the_start",
                condition=Q(until_date=None) | Q(until_date__gte=F("since_date")),
            ),
            models.UniqueConstraint(
                fields=["employer"],
                condition=Q(until_date=None, person=None),
                name="one_contact_person_for_us_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["employer"],
                condition=Q(until_date=None, account=None),
                name="one_contact_person_for_them_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["account", "until_date"], name="contact_of_colleague")]

    @property
    def who(self) -> str:
        """The name of who speaks."""
        speaker = self.account or self.person
        return speaker.name if speaker else ""
