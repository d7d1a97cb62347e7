"""Who stops: what was promised and agreed stands on the page, to close or to hand over, and stays behind in silence nowhere."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import reminder
from tests.gatherings.page_asking import text_of

from werktop.candidates.models import Need, PlanStep

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def fatima(cast, at):
    person = making.candidate(cast.own, "Fatima", assigned_to=cast.own.account())
    Need.objects.create(candidate=person, kind="childcare", words="Opvang op woensdag", noted_at=at)
    PlanStep.objects.create(candidate=person, words="Rijles nemen", doer="candidate", noted_at=at)
    return person


def test_what_stays_open_is_closed_with_one_tap_each_and_back(cast, log_in, fatima):
    promised = reminder(cast.own, what="Opvang bellen", candidate_ids=[fatima.pk])
    need, step = Need.objects.get(), PlanStep.objects.get()
    client, page = log_in(cast.own.account()), reverse("candidates:leave_candidate", args=[fatima.pk])
    shown = text_of(client.get(page))
    assert "Er loopt nu niets" not in shown
    for words in ("Opvang bellen", "Opvang op woensdag", "Rijles nemen"):
        assert words in shown

    def tap(name, *args, **more):
        sent = {"request_key": uuid4(), "back": page} | more
        after = client.post(reverse(name, args=args), sent, follow=True)
        assert after.redirect_chain[0][0].startswith(page) and "Maak ongedaan" in text_of(after)

    tap("contacts:do_reminder", promised.pk)
    tap("candidates:finish_part", fatima.pk, "need", need.pk)
    tap("candidates:change_part", fatima.pk, "step", step.pk, remove="1")
    assert "Er loopt nu niets" in text_of(client.get(page))


def test_a_reminder_that_is_left_is_said_and_a_colleague_beside_reads_no_need(cast, log_in, fatima):
    reminder(cast.own, what="Opvang bellen", candidate_ids=[fatima.pk])
    page = reverse("candidates:leave_candidate", args=[fatima.pk])
    beside = text_of(log_in(making.colleague_beside(cast.own)).get(page))
    assert (
        "Rijles nemen" in beside and "Opvang" not in beside and "Een herinnering stopt niet vanzelf" in beside
    )
    after = log_in(cast.own.account()).post(page, {"request_key": uuid4()}, follow=True)
    assert "Er staat nog een herinnering open" in text_of(after)
