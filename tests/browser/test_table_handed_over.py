"""A table gets another host while the first has no network: nothing waits for ever, and nothing stands in the way."""

from __future__ import annotations

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from tests.browser.at_a_table import SENT, WAITS, klik, strip, waits_on_device
from tests.gatherings.test_handed_over import hand_over

from werktop.gatherings.models import Click

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_what_waited_is_sent_and_what_comes_after_is_refused_in_words(table, day, cast, has_no_faults):
    table.context.set_offline(True)
    klik(table, day, "Fatima", "Joris").check()
    klik(table, day, "Rosa", "Ineke").check()
    strip(table, WAITS)
    hand_over(day, cast, timezone.now())
    klik(table, day, "Kees", "Joris").check()
    table.context.set_offline(False)
    table.locator("[data-refused]").get_by_text("andere tafelhost").wait_for()
    strip(table, SENT)
    assert Click.objects.count() == 4
    assert waits_on_device(table) == 0
    expect(klik(table, day, "Kees", "Joris")).not_to_be_checked()
    table.reload()
    table.get_by_text("Niet bewaard: Kees. Deze tafel had toen al een andere tafelhost.").wait_for()
    table.get_by_role("heading", name="Tafel 1 heeft nu een andere tafelhost").wait_for()
    has_no_faults(table)


def test_a_page_in_place_of_an_answer_keeps_no_other_tap_waiting(table, day):
    gone = []

    def lose_one(route):
        if route.request.method != "POST" or gone:
            return route.continue_()
        gone.append(1)
        return route.fulfill(status=404, content_type="text/html", body="<h1>Niet gevonden</h1>")

    table.route("**/tafels/**", lose_one)
    klik(table, day, "Fatima", "Joris").check()
    table.locator("[data-refused]").get_by_text("Deze tik is niet aangenomen").wait_for()
    klik(table, day, "Rosa", "Ineke").check()
    strip(table, SENT)
    assert (Click.objects.count(), waits_on_device(table)) == (2, 0)
