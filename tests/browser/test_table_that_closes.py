"""A table is closed for later rounds while its host has no network: what was tapped there still arrives."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser.at_a_table import SENT, WAITS, is_kept, klik, screen_of, strip
from tests.gatherings.day_making import running_day

from werktop.gatherings.commands.seating import apply_proposed_plan, plan_seats
from werktop.gatherings.models import Click, Guest, Table

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_taps_at_a_table_that_closed_meanwhile_are_sent(transactional_db, cast, visit):
    now = timezone.now()
    day = running_day(cast.own, at=now, rounds=2)
    host = visit(day.host_account(2))
    host.goto(screen_of(day, 2))
    is_kept(host)
    host.context.set_offline(True)
    klik(host, day, "Aisha", "Henk").check()
    strip(host, WAITS)
    Guest.objects.filter(pk__in=[day.guests[name].pk for name in ("Henk", "Sanne")]).update(left_at=now)
    asked = {"actor": cast.own.actor(), "at": now, "gathering_id": day.gathering.pk}
    proposed = plan_seats(**asked, is_proposal=True, way="close-2")
    apply_proposed_plan(**asked, plan_id=proposed)
    assert Table.objects.get(gathering=day.gathering, number=2).is_closed
    host.context.set_offline(False)
    strip(host, SENT)
    assert Click.objects.count() == 2
    host.reload()
    expect(klik(host, day, "Aisha", "Henk")).to_be_checked()
    leads = visit(cast.own.account())
    leads.goto(reverse("gatherings:day", args=[day.gathering.pk]))
    leads.get_by_role("link", name="Tafel 2", exact=True).click()
    expect(klik(leads, day, "Aisha", "Henk")).to_be_checked()
