"""What is kept of colleagues, of their work and of the post, in the smaller rooms."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.contrib.sessions.models import Session
from tests import making
from tests.own_pages import own_token
from tests.whole.past_terms.cases import case, stands
from tests.whole.past_terms.gatherings import evening

from werktop.accounts.models import Account, CodeQuestion, LoginCode, OwnSession, QuestionCount, StandIn
from werktop.ambassadors.models import Fellow
from werktop.audit.models import Entry, Merge, PersonalView, Receipt
from werktop.contacts.commands.drafts import keep_draft
from werktop.contacts.models import Draft, Reminder
from werktop.desk.models import SavedView
from werktop.employers.models import EmployerQuestion
from werktop.exchange.models import Upload
from werktop.post.models import Message


@case("trail", "audit.Entry")
def _(cast, began):
    return (stands(Entry.objects.create(at=began, verb="x", about_kind="x", actor_kind="system")),)


@case("view", "audit.PersonalView")
def _(cast, began):
    return (stands(PersonalView.objects.create(at=began, page="x", about_kind="x", actor_kind="staff")),)


@case("receipt", "audit.Receipt")
def _(cast, began):
    return (stands(Receipt.objects.create(id=uuid4(), at=began, verb="x", content_hash="x")),)


@case("asked", "employers.EmployerQuestion")
def _(cast, began):
    facts = {"region": cast.region, "organisation": cast.own.organisation, "due_at": began}
    return (
        stands(
            EmployerQuestion.objects.create(
                words="Wie helpt?", who="Joris", phone="+31612345678", received_at=began, **facts
            )
        ),
    )


@case("question", "accounts.QuestionCount", "accounts.CodeQuestion", "accounts.LoginCode")
def _(cast, began):
    asked = CodeQuestion.objects.create(place="x", asked_at=began, expires_at=began)
    code = LoginCode.objects.create(question=asked, holder_kind="candidate", holder_id=uuid4(), mark="x")
    return stands(QuestionCount.objects.create(place="x", since_at=began)), stands(asked), stands(code)


@case("login", "accounts.OwnSession")
def _(cast, began):
    own_token(making.candidate(cast.own), began)
    return (stands(OwnSession.objects.get()),)


@case("login", "sessions.Session")
def _(cast, began):
    ends = began + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return (stands(Session.objects.create(session_key="x", session_data="x", expire_date=ends)),)


@case("draft", "contacts.Draft")
def _(cast, began):
    made = keep_draft(actor=cast.own.actor(), at=began, sentence="Gebeld met Quirinella")
    return (stands(Draft.objects.get(pk=made)),)


@case(
    "colleague",
    "accounts.Account",
    "accounts.Membership",
    "gatherings.Host",
    "accounts.StandIn",
    "desk.SavedView",
)
def _(cast, began):
    made, _candidate, _firm = evening(cast, began)
    host = made.hosts.get()
    membership = host.account.memberships.get()
    membership.is_active = False
    membership.save()
    Account.objects.filter(pk=host.account_id).update(left_at=began)
    stood_in = StandIn.objects.create(
        organisation=cast.own.organisation, absent=host.account, stand_in=cast.own.account(),
        starts_at=began - timedelta(days=9), ends_at=began - timedelta(days=2),
    )  # fmt: skip
    view = SavedView.objects.create(
        organisation=cast.own.organisation,
        account=host.account,
        name="Stil",
        asked="unspoken=6",
        saved_at=began,
    )
    return stands(host.account), stands(membership), stands(host), stands(stood_in), stands(view)


@case("message", "post.Message")
def _(cast, began):
    message = Message.objects.create(
        organisation=cast.own.organisation, channel="email", to_kind="candidate", to_id=uuid4(), to_name="An",
        to_address="an@post.example", body="Dag An", about_kind="x", about_id=uuid4(), purpose="x",
        message_id="<x@x.example>", created_at=began, sent_at=began, status="sent",
    )  # fmt: skip
    return (stands(message),)


@case("merge", "audit.Merge")
def _(cast, began):
    merge = Merge.objects.create(
        kind="candidate", kept_id=making.candidate(cast.own).pk, lost_id=uuid4(), at=began, lost_name="Fatma",
        organisation_id=cast.own.organisation.pk, region_id=cast.own.organisation.region_id,
        undo_until=began + timedelta(days=30), undo={"lost": "Fatma"},
    )  # fmt: skip
    return (lambda: Merge.objects.filter(pk=merge.pk).exclude(undo={}).exists(),)


@case("reminder", "contacts.Reminder")
def _(cast, began):
    facts = {"organisation": cast.own.organisation, "region": cast.own.organisation.region, "made_at": began}
    long_before, long_after = (began.date() + timedelta(days=days) for days in (-900, 900))
    done = Reminder.objects.create(what="Bel Els", due_date=long_before, done_at=began, **facts)
    early = Reminder.objects.create(what="Bel Bas", due_date=long_after, done_at=began, **facts)
    never_done = Reminder.objects.create(what="Bel Ria", due_date=began.date(), **facts)
    return (stands(done, early, never_done),)


@case("upload", "exchange.Upload")
def _(cast, began):
    upload = Upload.objects.create(
        organisation=cast.own.organisation, kind="candidates", created_at=began,
        expires_at=began + timedelta(days=7),
    )  # fmt: skip
    return (stands(upload),)


@case("reminder", "ambassadors.Fellow")
def _(cast, began):
    person = making.entrepreneur(making.employer(cast.own))
    facts = {"organisation": cast.own.organisation, "region": cast.region, "entrepreneur": person}
    return (
        stands(
            Fellow.objects.create(
                name="Bakkerij", phone="+31612345678", named_at=began, moved_at=began, **facts
            )
        ),
    )
