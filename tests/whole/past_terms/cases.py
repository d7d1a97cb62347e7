"""One real row for every term and model: `CASES[term, model](cast, began)` makes it, with a term that runs from
`began`, and gives back a question: does any of it still stand somewhere, history included?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.sessions.models import Session
from tests import making
from tests.candidates.picture_making import picture_parts
from tests.own_pages import own_token

from werktop.accounts.models import Account, CodeQuestion, LoginCode, OwnSession, QuestionCount, StandIn
from werktop.audit.models import Entry, Merge, PersonalView, Receipt
from werktop.candidates.models import (
    PARTS,
    DomainInUse,
    DomainScore,
    Look,
    Need,
    Objection,
    Presentation,
    Transfer,
)
from werktop.contacts.commands.drafts import keep_draft
from werktop.contacts.models import Draft, Reminder
from werktop.desk.models import SavedView
from werktop.exchange.models import Upload
from werktop.gatherings.models import (
    Agreement,
    Click,
    ForgottenClicks,
    Guest,
    Impression,
    PairRule,
    Pin,
    Seat,
    SeatPlan,
    Table,
    TalkOnQuestion,
)
from werktop.matches.models import FollowUp, FreeBlock, NextStep, ThanksCall
from werktop.post.models import Message

IsThere = Callable[[], bool]
CASES: dict[tuple[str, str], Callable[[Any, datetime], IsThere]] = {}
TAKEN_BACK: dict[tuple[str, str], Callable[[Any, datetime], IsThere]] = {}
"""The same of what a colleague took back long before: no row says it any more, only history."""


def _one(make: Any, place: int, cast: Any, began: datetime) -> IsThere:
    answer: IsThere = make(cast, began)[place]
    return answer


def case(term: str, *models: str) -> Any:
    def add(make: Any) -> Any:
        for place, model in enumerate(models):
            CASES[term, model] = partial(_one, make, place)
        return make

    return add


def stands(*rows: Any) -> IsThere:
    """Whether one of these rows, or a line of its history, is there."""

    def ask() -> bool:
        return any(
            type(row).objects.filter(pk=row.pk).exists()
            or (
                hasattr(type(row), "pgh_event_model")
                and type(row).pgh_event_model.objects.filter(pgh_obj_id=row.pk).exists()
            )
            for row in rows
        )

    return ask


def says(row: Any, **values: Any) -> IsThere:
    """Whether the row, or a line of its history, says one of these values."""
    return lambda: any(
        type(row).objects.filter(pk=row.pk, **{name: value}).exists()
        or type(row).pgh_event_model.objects.filter(pgh_obj_id=row.pk, **{name: value}).exists()
        for name, value in values.items()
    )


def evening(cast: Any, began: datetime, **guest_facts: Any) -> Any:
    """A gathering that ended at `began`, with one candidate and one entrepreneur."""
    made = making.gathering(cast.own, tables=1, starts_at=began - timedelta(hours=2, minutes=30))
    candidate = making.guest(made, making.candidate(cast.own, created_at=began), **guest_facts)
    firm = making.guest(made, making.entrepreneur(making.employer(cast.own)))
    return made, candidate, firm


def common(made: Any, at: datetime) -> dict[str, Any]:
    return {"gathering": made, "region": made.region, "organisation": made.organisation, "made_at": at}


@case("trail", "audit.Entry")
def _(cast, began):
    return (stands(Entry.objects.create(at=began, verb="x", about_kind="x", actor_kind="system")),)


@case("view", "audit.PersonalView")
def _(cast, began):
    return (stands(PersonalView.objects.create(at=began, page="x", about_kind="x", actor_kind="staff")),)


@case("view", "candidates.Look")
def _(cast, began):
    person = making.candidate(cast.own, created_at=began)
    return (
        stands(Look.objects.create(candidate=person, reason="Zij belt nu", opened_at=began, until_at=began)),
    )


@case("handed_over", "candidates.Transfer")
def _(cast, began):
    facts = {"organisation": cast.own.organisation, "batch_id": uuid4(), "candidate_ids": [uuid4()]}
    return (stands(Transfer.objects.create(made_at=began, **facts)),)


@case("receipt", "audit.Receipt")
def _(cast, began):
    return (stands(Receipt.objects.create(id=uuid4(), at=began, verb="x", content_hash="x")),)


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


@case(
    "contact",
    "candidates.Candidate",
    "candidates.Presentation",
    "candidates.Objection",
    *(model._meta.label for model in PARTS.values()),
)
def _(cast, began):
    candidate = making.candidate(cast.own, created_at=began)
    text = Presentation.objects.create(candidate=candidate, words="Ik bouw.", written_at=began)
    objection = Objection.objects.create(candidate=candidate, kind="region", made_at=began)
    return (
        stands(candidate),
        stands(text),
        stands(objection),
        *(stands(row) for row in picture_parts(candidate, began).values()),
    )


def taken_back(term: str, *models: str) -> Any:
    def add(make: Any) -> Any:
        for place, model in enumerate(models):
            TAKEN_BACK[term, model] = partial(_one, make, place)
        return make

    return add


@case("settled", "candidates.Need")
def _(cast, began):
    facts = {"candidate": making.candidate(cast.own), "kind": "childcare", "noted_at": began}
    settled = Need.objects.create(words="Opvang op woensdag", done_date=began.date(), **facts)
    return (stands(settled),)


@taken_back("settled", "candidates.Need")
def _(cast, began):
    need = Need.objects.create(
        candidate=making.candidate(cast.own), kind="childcare", words="Opvang", noted_at=began
    )
    Need.objects.filter(pk=need.pk).delete()
    Need.pgh_event_model.objects.filter(pgh_label="delete").update(pgh_created_at=began)
    return (stands(need),)


@case("switched_off", "candidates.DomainScore")
def _(cast, began):
    person = making.candidate(cast.own)
    score = DomainScore.objects.create(candidate=person, domain="money", score=2, noted_at=began)
    taken_away = DomainScore.objects.create(candidate=person, domain="work", score=2, noted_at=began)
    DomainScore.objects.filter(pk=taken_away.pk).delete()
    for domain in ("money", "work"):
        DomainInUse.objects.create(
            organisation=cast.own.organisation, domain=domain, on_at=began, off_at=began
        )
    return (stands(score, taken_away),)


@case("one_sided", "gatherings.Click", "matches.FollowUp", "matches.NextStep")
def _(cast, began):
    made, candidate, firm = evening(cast, began)
    click = Click.objects.create(
        gathering=made, chooser=firm, chosen=candidate, source="host", noted_at=began
    )
    call = FollowUp.objects.create(
        candidate=candidate.candidate, entrepreneur=firm.entrepreneur, ground="call", **common(made, began)
    )
    step = NextStep.objects.create(candidate=candidate.candidate, reason="asked", **common(made, began))
    return stands(click), stands(call), says(step, reason="asked")


@case("needs", "gatherings.Guest", "gatherings.PairRule", "matches.FreeBlock", "matches.ThanksCall")
def _(cast, began):
    wanted = {
        "wants_travel_paid": True,
        "wants_childcare": True,
        "wants_interpreter": True,
        "brings_somebody": True,
        "arranged": ["wants_interpreter"],
    }
    made, candidate, firm = evening(cast, began, **wanted)
    first, second = sorted((candidate, firm), key=lambda g: g.pk)
    rule = PairRule.objects.create(gathering=made, kind="apart", first=first, second=second)
    block = FreeBlock.objects.create(
        gathering=made, entrepreneur=firm.entrepreneur, starts_at=began, ends_at=began + timedelta(hours=1)
    )
    thanks = ThanksCall.objects.create(gathering=made, entrepreneur=firm.entrepreneur, made_at=began)
    return says(candidate, **wanted), stands(rule), stands(block), stands(thanks)


@case("presence", "gatherings.Guest", "gatherings.Seat", "gatherings.Pin", "gatherings.Click")
def _(cast, began):
    there = {"arrived_at": began, "left_at": began, "is_late_expected": True}
    made, candidate, firm = evening(cast, began, **there)
    firm.arrived_at = began  # clicks with who did not come go sooner
    firm.save()
    table = made.tables.get()
    plan = SeatPlan.objects.create(gathering=made, state="in_force", made_at=began)
    seat = Seat.objects.create(plan=plan, round=1, table=table, guest=candidate)
    pin = Pin.objects.create(gathering=made, guest=firm, table=table)
    clicks = [
        Click.objects.create(gathering=made, chooser=a, chosen=b, source="host", noted_at=began)
        for a, b in ((candidate, firm), (firm, candidate))
    ]
    return says(candidate, **there), stands(seat), stands(pin), stands(*clicks)


@taken_back("needs", "gatherings.Guest", "gatherings.PairRule")
def _(cast, began):
    made, candidate, firm = evening(cast, began, wants_childcare=True)
    candidate.wants_childcare = None
    candidate.save()
    first, second = sorted((candidate, firm), key=lambda g: g.pk)
    rule = PairRule.objects.create(gathering=made, kind="apart", first=first, second=second)
    PairRule.objects.all().delete()
    return says(candidate, wants_childcare=True), stands(rule)


@taken_back("one_sided", "matches.FollowUp", "matches.NextStep")
def _(cast, began):
    made, candidate, firm = evening(cast, began)
    wished = {"candidate": candidate.candidate, "entrepreneur": firm.entrepreneur, "ground": "call"}
    call = FollowUp.objects.create(**wished, **common(made, began))
    FollowUp.objects.filter(pk=call.pk).delete()
    by_hand = FollowUp.objects.create(**wished, **common(made, began))
    FollowUp.objects.filter(pk=by_hand.pk).update(ground="by_hand")
    step = NextStep.objects.create(candidate=candidate.candidate, reason="asked", **common(made, began))
    NextStep.objects.filter(pk=step.pk).update(reason="network")
    return (lambda: stands(call)() or says(by_hand, ground="call")()), says(step, reason="asked")


@taken_back("presence", "gatherings.Guest", "gatherings.Pin")
def _(cast, began):
    made, candidate, firm = evening(cast, began, arrived_at=began)
    candidate.arrived_at = None
    candidate.save()
    pin = Pin.objects.create(gathering=made, guest=firm, table=made.tables.get())
    Pin.objects.all().delete()
    return says(candidate, arrived_at=began), stands(pin)


@case("talk", "matches.FollowUp", "matches.NextStep")
def _(cast, began):
    made, candidate, firm = evening(cast, began)
    talk = FollowUp.objects.create(
        candidate=candidate.candidate, entrepreneur=firm.entrepreneur, ground="mutual", status="held",
        starts_at=began - timedelta(hours=1), ends_at=began, **common(made, began - timedelta(days=9)),
    )  # fmt: skip
    step = NextStep.objects.create(
        candidate=candidate.candidate, words="Bel", done_at=began, **common(made, began - timedelta(days=9))
    )
    return stands(talk), stands(step)


@case(
    "results",
    *("gatherings.Gathering", "gatherings.Table", "gatherings.Guest", "gatherings.Agreement"),
    *("gatherings.TalkOnQuestion", "gatherings.ForgottenClicks", "gatherings.Impression"),
)
def _(cast, began):
    made, candidate, firm = evening(cast, began)
    agreed = Agreement.objects.create(
        gathering=made, candidate_guest=candidate, entrepreneur_guest=firm, noted_at=began
    )
    return (
        stands(made),
        stands(*Table.objects.filter(gathering=made)),
        stands(*Guest.objects.filter(gathering=made)),
        stands(agreed),
        stands(TalkOnQuestion.objects.create(gathering=made, guest=candidate)),
        stands(ForgottenClicks.objects.create(gathering=made)),
        stands(Impression.objects.create(gathering=made, kind="candidate", moment="before", score=3)),
    )
