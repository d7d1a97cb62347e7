"""The pick list of the whole catalogue, as a colleague uses it on a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests import making

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def on_a_phone(chromium, live_server, cast, log_in):
    """`on_a_phone(name, *keys)` opens a page of staff as wide as a phone."""
    session = log_in(cast.own.account()).cookies["sessionid"].value
    window = chromium.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
    window.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = window.new_page()

    def open_page(name, *keys):
        page.goto(live_server.url + reverse(name, args=keys))
        return page

    yield open_page
    window.close()


def test_three_hundred_words_stay_usable_on_a_phone(on_a_phone, cast):
    person = making.candidate(cast.own, term_codes=("metselen",))
    page = on_a_phone("candidates:change_candidate", person.pk)
    picks = page.locator("#id_terms-list .pick")
    expect(picks.first).to_have_text("metselen")
    assert picks.locator("visible=true").count() <= 40 < picks.count()
    search, count = page.get_by_label("Zoek in de lijst"), page.locator("#id_terms-list [data-pick-count]")
    for typed, found in (("barista", "koffie en drankjes maken"), ("schonmaken", "schoonmaken")):
        search.fill(typed)
        expect(picks.get_by_text(found, exact=True)).to_be_visible()
    assert picks.locator("visible=true").count() < 10
    expect(picks.first).to_be_visible()
    search.fill("zzzz")
    expect(count).to_have_text("0 gevonden")


def test_what_is_found_stands_right_under_the_search_and_what_is_picked_above_it(on_a_phone, cast):
    firm = making.employer(cast.own, term_codes=("metselen", "koken"))
    page = on_a_phone("employers:change_employer", firm.pk)
    picks = page.locator("#id_terms-list .pick")
    search = page.get_by_label("Zoek in de lijst")
    search.fill("schilder")
    picks.locator("visible=true").get_by_role("checkbox").last.check()
    search.fill("heftruck rijden")
    expect(page.locator("#id_terms-list [data-pick-count]")).to_have_text("1 gevonden")
    middle = search.bounding_box()["y"]
    places = {each.inner_text(): each.bounding_box()["y"] for each in picks.locator("visible=true").all()}
    assert [word for word, y in places.items() if y > middle] == ["met een heftruck werken"]
    assert len(places) == 4
    search.fill("")
    assert page.locator("[data-picks-chosen] .pick").count() == 2


def test_three_talents_are_noted_in_one_step_and_of_interests_alone_no_level_is_asked(on_a_phone, cast):
    person = making.candidate(cast.own, "Fatima")
    page = on_a_phone("candidates:note_part", person.pk, "term")
    search, level = page.get_by_label("Zoek in de lijst"), page.get_by_label("Hoe ver?")
    picks = page.locator("#id_term_ids-list .pick")
    for word in ("dieren", "metselen", "koken en bakken"):
        search.fill(word)
        picks.get_by_role("checkbox", name=word, exact=True).check()
        expect(level).to_be_visible(visible=word != "dieren")
    level.select_option(label="kan het met hulp")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    noted = {row.term.label: row.level for row in person.terms.select_related("term")}
    assert noted == {"dieren": None, "metselen": 0, "koken en bakken": 0}
