"""Accounts of colleagues and their memberships. Guests need no account: see signed links in `post`."""

from __future__ import annotations

from typing import Any

import pghistory
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from werktop.audit.labels import label, technical
from werktop.audit.records import Record

from .roles import Role


class AccountManager(BaseUserManager["Account"]):
    """Django asks for this one to make accounts by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Account:
        """A new account; without a password nobody can log in to it until one is set."""
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save()
        return account


@pghistory.track(exclude=["password", "last_login"])
class Account(AbstractBaseUser, Record):
    """A colleague who logs in with e-mail and password."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, blank=True)
    languages = models.JSONField(default=list, blank=True)
    is_active = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = AccountManager()

    privacy = technical("is_active last_login left_at") | label(
        "work-account",
        "to log in and to be reached by guests",
        "colleague",
        "email name phone password languages",
    )

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_account_per_email_address")]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        """The first word of the name: how guests know a colleague."""
        return self.name.split(" ")[0]


@pghistory.track()
class Membership(Record):
    """A colleague's role in an organisation; several roles are several rows."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=24, choices=Role.choices)
    is_active = models.BooleanField(default=True)

    privacy = technical("account organisation is_active") | label(
        "work-account", "what a colleague may do", "colleague", "role"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "organisation", "role"], name="one_row_per_role_in_an_organisation"
            ),
        ]


@pghistory.track()
class StandIn(Record):
    """While `absent` is away, `stand_in` does that colleague's work, from `starts_at` to `ends_at` and not a minute longer."""

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    absent = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    stand_in = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    set_by = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="+")

    privacy = technical("organisation absent stand_in") | label(
        "work-account", "to know who does whose work", "colleague", "starts_at ends_at set_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_stand_in_begins_before_it_ends",
                condition=models.Q(starts_at__lte=models.F("ends_at")),
            ),
            models.CheckConstraint(
                name="nobody_stands_in_for_oneself", condition=~models.Q(absent=models.F("stand_in"))
            ),
        ]
        indexes = [
            models.Index(fields=["stand_in", "ends_at"], name="stand_in_of_whom"),
            models.Index(fields=["absent", "ends_at"], name="who_stands_in_for"),
        ]


class QuestionCount(Record):
    """How often a place asked for a password link since a moment. The place is a keyed hash: no address is kept."""

    place = models.CharField(max_length=64, unique=True)
    since_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=1)

    privacy = technical("since_at count") | label(
        "work-account", "to stop one place from asking on and on", "question", "place"
    )


class CodeQuestion(Record):
    """Somebody asks for a code at an e-mail address, known or not. `place` is a keyed hash of the address, which itself is
    kept until the answer is laid down (`address`). One row for each time that is asked."""

    place = models.CharField(max_length=64, db_index=True)
    address = models.CharField(max_length=254, blank=True)
    language = models.CharField(max_length=8, default="nl")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)

    privacy = technical("asked_at expires_at tries language") | label(
        "contact", "to send a code to who asks for one", "question", "place address"
    )


class LoginCode(Record):
    """A code that opens the own page of one person, for who asked it. `mark` is a keyed hash of the code."""

    question = models.ForeignKey(CodeQuestion, on_delete=models.CASCADE, related_name="codes")
    holder_kind = models.CharField(max_length=20)
    holder_id = models.UUIDField()
    mark = models.CharField(max_length=64)

    privacy = technical("question holder_kind holder_id") | label(
        "contact", "to open the own page", "question", "mark"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "mark"], name="a_code_opens_one_page"),
        ]


class OwnSession(Record):
    """Somebody is on the own page, without an account: until a moment, or until logging out. `mark` is a keyed hash of what
    the browser holds; `reach` says at which address the link or code was read (`post.links.reach_of`)."""

    class Way(models.TextChoices):
        LINK = "link", _("met een link")
        CODE = "code", _("met een code")
        STRONG = "strong", _("met een eigen inlog")

    organisation = models.ForeignKey("regions.Organisation", on_delete=models.PROTECT, related_name="+")
    holder_kind = models.CharField(max_length=20)
    holder_id = models.UUIDField()
    way = models.CharField(max_length=8, choices=Way.choices)
    mark = models.CharField(max_length=64, unique=True)
    reach = models.CharField(max_length=40, default="", blank=True)
    language = models.CharField(max_length=8, default="", blank=True)
    begun_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    privacy = technical("organisation holder_kind holder_id language") | label(
        "identity", "to know who is on the own page", "login", "way mark reach begun_at expires_at ended_at"
    )

    class Meta:
        indexes = [models.Index(fields=["holder_kind", "holder_id"], name="own_session_of")]


class Pairing(Record):
    """A strong login is tied to a person: a colleague handed over a code in person (`made_by`), and whoever logged in elsewhere
    typed it. `code_mark` is a keyed hash of the code, "" once it was used or replaced; `subject_mark` one of who logged in
    (`strong_logins.mark_of`), "" until then."""

    holder_kind = models.CharField(max_length=20)
    holder_id = models.UUIDField()
    code_mark = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    subject_mark = models.CharField(max_length=64, blank=True, db_index=True)
    tied_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    privacy = technical("holder_kind holder_id made_by") | label(
        "identity",
        "to know that a strong login is this person's",
        "candidate",
        "code_mark made_at expires_at subject_mark tied_at ended_at",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holder_kind", "holder_id"],
                name="one_strong_login_for_each_person",
                condition=models.Q(tied_at__isnull=False, ended_at=None),
            ),
            models.UniqueConstraint(
                fields=["code_mark"], name="a_pairing_code_is_one_persons", condition=~models.Q(code_mark="")
            ),
            models.CheckConstraint(
                name="who_is_tied_logged_in_elsewhere",
                condition=models.Q(tied_at=None) | ~models.Q(subject_mark=""),
            ),
        ]
