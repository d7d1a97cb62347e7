"""What is kept of a gathering, and of what follows from one (the room `matches`)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests import making
from tests.whole.past_terms.cases import case, says, stands, taken_back

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


def evening(cast: Any, began: datetime, **guest_facts: Any) -> Any:
    """A gathering that ended at `began`, with one candidate and one entrepreneur."""
    made = making.gathering(cast.own, tables=1, starts_at=began - timedelta(hours=2, minutes=30))
    candidate = making.guest(made, making.candidate(cast.own, created_at=began), **guest_facts)
    firm = making.guest(made, making.entrepreneur(making.employer(cast.own)))
    return made, candidate, firm


def common(made: Any, at: datetime) -> dict[str, Any]:
    return {"gathering": made, "region": made.region, "organisation": made.organisation, "made_at": at}


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
