"""The quick note in a real browser: what is folded away keeps nothing from being saved, and what is changed is seen."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests import making

from werktop.candidates.commands import note_part
from werktop.contacts.models import ContactMoment

pytestmark = pytest.mark.browser
BAR = "Wie sprak je, en wat hoorde je?"


@pytest.fixture
def on_today(visit, cast, clock):
    page = visit(cast.own.account(), 390)
    page.context.clock.set_fixed_time(clock.moment)
    page.goto(reverse("desk:today"))
    return page


def test_of_two_namesakes_one_is_chosen_and_all_is_saved(on_today, cast, has_no_faults):
    (term,) = making.terms("koken")
    one = making.candidate(cast.own, "Andrii", last_name="Lysenko")
    making.candidate(cast.own, "Andrii", last_name="Lysenko", postcode="4002 CD")
    on_today.get_by_label(BAR).fill(f"Andrii Lysenko gebeld, is goed in {term.label_nl}, vrijdag weer bellen")
    on_today.get_by_label("bedoel je met “Andrii Lysenko”?").select_option(f"candidate:{one.pk}")
    expect(on_today.get_by_text("Gezien bij Andrii Lysenko")).to_be_visible()
    has_no_faults(on_today)
    on_today.get_by_role("checkbox", name="Herinnering voor jou").uncheck()
    on_today.locator("summary", has_text="Wijzig").nth(2).click()
    on_today.get_by_label("Wat ga je doen?").fill("")
    on_today.get_by_role("button", name="Klopt, bewaar").click()
    expect(on_today.get_by_text("Bewaard: 1 contactmoment, 1 talent")).to_be_visible()
    assert ContactMoment.objects.get().people.get().candidate == one


def test_a_changed_answer_is_read_at_once_and_stays_while_one_types_on(on_today, cast):
    making.employer(cast.own, "Bakkerij Jansen")
    bar = on_today.get_by_label(BAR)
    bar.fill("Langs geweest bij @Bakkerij Jansen")
    on_today.locator("summary", has_text="Wijzig").click()
    on_today.get_by_label("Hoe sprak je elkaar?").select_option("call")
    chip = on_today.locator(".chip").first
    expect(chip.locator(".chip__kind")).to_contain_text("Gebeld")
    expect(on_today.get_by_label("Hoe sprak je elkaar?")).to_be_visible()
    bar.press("End")
    bar.type(", vrijdag terugbellen")
    expect(on_today.locator(".chip")).to_have_count(2)
    expect(chip.locator(".chip__kind")).to_contain_text("Gebeld")


def test_on_a_phone_the_button_that_saves_is_in_sight(on_today, cast, has_no_faults):
    making.employer(cast.own, "Bakkerij Jansen")
    sentence = "Langs geweest bij @Bakkerij Jansen, zoekt vanaf maart 2 inpakkers, vrijdag terugbellen"
    on_today.get_by_label(BAR).fill(sentence)
    expect(on_today.locator(".chip")).to_have_count(3)
    expect(on_today.get_by_role("button", name="Klopt, bewaar")).to_be_in_viewport(ratio=1)
    has_no_faults(on_today)


def test_a_name_is_offered_after_an_at_sign_and_put_into_the_sentence(on_today, cast, has_no_faults):
    making.candidate(cast.own)
    bar = on_today.get_by_label(BAR)
    bar.fill("vandaag gebeld met @Fati")
    offered = on_today.get_by_role("button", name="Fatima El Amrani")
    expect(offered).to_be_visible()
    has_no_faults(on_today)
    offered.click()
    expect(bar).to_have_value("vandaag gebeld met @Fatima El Amrani ")
    expect(bar).to_be_focused()
    expect(on_today.locator(".chip__value")).to_contain_text("Fatima El Amrani")
    expect(offered).to_have_count(0)


def test_who_was_logged_out_reads_that_and_keeps_what_was_typed(on_today, settings):
    said = "Langs geweest bij de bakker, vrijdag terugbellen"
    on_today.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    bar = on_today.get_by_label(BAR)
    bar.fill(said)
    told = on_today.get_by_role("alert")
    expect(told.get_by_role("link", name="Log opnieuw in")).to_have_attribute("href", "/inloggen/?next=/")
    expect(bar).to_have_value(said)
    expect(on_today.get_by_text("Is er verbinding?")).to_be_hidden()
    on_today.get_by_role("button", name="Lees").click()
    expect(on_today.get_by_role("heading", name="Je bent uitgelogd")).to_be_visible()
    expect(on_today.get_by_text(said)).to_be_visible()
    on_today.get_by_role("link", name="Log opnieuw in").click()
    expect(on_today.get_by_label("Wachtwoord")).to_be_visible()


def test_what_is_told_for_the_picture_fits_a_small_phone_and_what_cannot_be_saved_is_marked(
    on_today, cast, at, has_no_faults
):
    fatima = making.candidate(cast.own, assigned_to=cast.own.account())
    facts = {"kind": "childcare", "words": "kinderopvang regelen"}
    note_part(actor=cast.own.actor(), at=at, candidate_id=fatima.pk, part="need", **facts)
    on_today.set_viewport_size({"width": 320, "height": 900})
    said = "Fatima gebeld, wil 24 uur in de zorg, heeft rijbewijs b, kinderopvang regelen, moet nog cv maken"
    on_today.get_by_label(BAR).fill(said)
    # two of them are reminders of the same
    expect(on_today.locator(".note__chips > li")).to_have_count(7)
    for fold in on_today.locator(".note__chips summary").all():
        fold.click()
    has_no_faults(on_today)
    on_today.get_by_role(
        "checkbox", name="Nodig voor Fatima"
    ).check()  # what stands there already is not ticked beforehand
    on_today.get_by_role("button", name="Klopt, bewaar").click()
    expect(on_today.get_by_text("Dit is vandaag al genoteerd.")).to_be_visible()
    has_no_faults(on_today)
    on_today.get_by_role("checkbox", name="Nodig voor Fatima").uncheck()
    on_today.get_by_role("button", name="Klopt, bewaar").click()
    expect(on_today.get_by_text("Bewaard: 1 contactmoment")).to_be_visible()
