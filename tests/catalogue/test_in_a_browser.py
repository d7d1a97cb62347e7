"""The pick list of the whole catalogue, as a colleague uses it on a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests import making

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_three_hundred_words_stay_usable_on_a_phone(chromium, live_server, cast, log_in):
    person = making.candidate(cast.own, term_codes=("metselen",))
    session = log_in(cast.own.account()).cookies["sessionid"].value
    window = chromium.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    window.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = window.new_page()
    page.goto(live_server.url + reverse("candidates:change_candidate", args=[person.pk]))
    picks = page.locator("#id_terms-list .pick")
    expect(picks.first).to_have_text("metselen")
    assert picks.locator("visible=true").count() <= 40 < picks.count()
    search = page.get_by_label("Zoek in de lijst")
    for typed, found in (("barista", "koffie en drankjes maken"), ("schonmaken", "schoonmaken")):
        search.fill(typed)
        expect(picks.get_by_text(found, exact=True)).to_be_visible()
    assert picks.locator("visible=true").count() < 10
    expect(picks.first).to_be_visible()
