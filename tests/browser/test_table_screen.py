"""The table screen in a real browser: without network, over a reload, back again, and nothing twice."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from tests.browser.at_a_table import SENT, WAITS, is_kept, klik, screen_of, strip, until, waits_on_device

from werktop.audit.models import Receipt
from werktop.gatherings.models import Click, Gathering

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_tap_is_saved_at_once(table, day):
    klik(table, day, "Fatima", "Joris").check()
    strip(table, SENT)
    assert Click.objects.count() == 2
    expect(table.locator("[data-count=klik]")).to_have_text("1 klik")


def test_taps_without_network_survive_a_reload_and_are_sent_once(table, day):
    table.context.set_offline(True)
    klik(table, day, "Fatima", "Joris").check()
    klik(table, day, "Rosa", "Ineke").check()
    klik(table, day, "Kees", "Joris").check()
    klik(table, day, "Kees", "Joris").uncheck()
    strip(table, WAITS)
    assert waits_on_device(table) == 4
    table.reload()
    strip(table, WAITS)
    expect(klik(table, day, "Fatima", "Joris")).to_be_checked()
    expect(klik(table, day, "Rosa", "Ineke")).to_be_checked()
    expect(klik(table, day, "Kees", "Joris")).not_to_be_checked()
    expect(table.locator("[data-count=waiting]")).to_contain_text("4 tikken wachten op netwerk")
    assert not Click.objects.exists()
    table.context.set_offline(False)
    strip(table, SENT)
    assert Click.objects.count() == 4
    assert Receipt.objects.filter(verb="gatherings.record_table").count() == 4
    table.reload()
    expect(klik(table, day, "Fatima", "Joris")).to_be_checked()
    assert waits_on_device(table) == 0


def test_what_was_sent_is_still_on_the_screen_when_the_network_goes_again(table, day):
    klik(table, day, "Fatima", "Joris").check()
    strip(table, SENT)
    is_kept(table)
    table.wait_for_timeout(500)
    table.context.set_offline(True)
    table.reload()
    expect(klik(table, day, "Fatima", "Joris")).to_be_checked()


def test_an_answer_that_got_lost_does_not_double_the_tap(table, day):
    lost = []

    def lose_the_answer(route):
        if route.request.method != "POST" or lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    table.route("**/tafels/**", lose_the_answer)
    klik(table, day, "Fatima", "Joris").check()
    strip(table, WAITS)
    assert lost == [200]
    table.evaluate("dispatchEvent(new Event('online'))")
    strip(table, SENT)
    assert Click.objects.count() == 2
    assert Receipt.objects.filter(verb="gatherings.record_table").count() == 1


def test_a_refused_tap_is_told_in_words_and_taken_off_the_screen(table, day):
    value = f"{day.guests['Fatima'].pk}:{day.guests['Henk'].pk}"
    table.evaluate(
        "([old, now]) => { document.querySelector(`input[value='${old}']`).value = now; }",
        [f"{day.guests['Fatima'].pk}:{day.guests['Joris'].pk}", value],
    )
    box = table.locator(f'input[name=klik][value="{value}"]')
    box.check()
    alert = table.locator("[data-refused]")
    alert.get_by_text("niet samen aan deze tafel").wait_for()
    expect(alert).to_contain_text("Niet bewaard: Fatima.")
    expect(box).not_to_be_checked()
    alert.get_by_role("button", name="OK").click()
    alert.get_by_text("Niet bewaard").wait_for(state="detached")


def test_who_is_logged_out_keeps_the_taps_and_hands_them_in_after_logging_in(table, day, log_in, live_server):
    cookies = table.context.cookies()
    table.context.clear_cookies(name="sessionid")
    klik(table, day, "Fatima", "Joris").check()
    table.get_by_text("Je bent uitgelogd.").first.wait_for()
    assert not Click.objects.exists()
    table.context.add_cookies(cookies)
    table.reload()
    strip(table, SENT)
    assert Click.objects.count() == 2


def test_targets_are_large(table, day):
    for box in table.locator(".klik").all():
        size = box.bounding_box()
        assert min(size["width"], size["height"]) >= 64


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_axe_finds_nothing_on_the_table_screen(day, visit, has_no_faults, width):
    page = visit(day.host_account(), width=width)
    page.goto(screen_of(day))
    strip(page, SENT)
    has_no_faults(page)


def test_without_script_one_submit_saves_the_table(day, visit):
    page = visit(day.host_account(), java_script_enabled=False)
    page.goto(screen_of(day))
    klik(page, day, "Fatima", "Joris").check()
    klik(page, day, "Kees", "Ineke").check()
    page.get_by_role("button", name="Klaar met ronde 1").click()
    expect(page.get_by_text("Bewaard. Dank je wel.")).to_be_visible()
    assert Click.objects.count() == 4


def test_after_the_gathering_the_device_keeps_nothing(table, day):
    table.context.set_offline(True)
    klik(table, day, "Fatima", "Joris").check()
    strip(table, WAITS)
    Gathering.objects.update(status="finished")
    table.context.set_offline(False)
    table.reload()
    strip(table, "Alles is bewaard. Dit toestel heeft niets meer van dit gesprek.")
    assert Click.objects.count() == 2
    until(table, "async () => !(await caches.has('werktop-table'))")
    assert (
        table.evaluate(
            "indexedDB.databases().then(all => all.filter(d => d.name === 'werktop-table').length)"
        )
        == 0
    )
    assert table.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert "Fatima" not in table.content()


def test_logging_out_wipes_the_device(table, day):
    klik(table, day, "Fatima", "Joris").check()
    strip(table, SENT)
    is_kept(table)
    table.goto(reverse("gatherings:day", args=[day.gathering.pk]))
    table.evaluate("document.querySelector('details.me').open = true")
    table.get_by_role("button", name="Log uit").click()
    table.wait_for_url("**/inloggen/**")
    assert table.evaluate("caches.has('werktop-table')") is False
    assert (
        table.evaluate(
            "indexedDB.databases().then(all => all.filter(d => d.name === 'werktop-table').length)"
        )
        == 0
    )


def nothing_kept(page):
    until(
        page,
        "async () => !(await caches.has('werktop-table'))"
        " && !(await indexedDB.databases()).some(each => each.name === 'werktop-table')"
        " && !(await navigator.serviceWorker.getRegistrations()).length",
    )


def log_out(page):
    page.evaluate("document.querySelector('details.me').open = true")
    page.get_by_role("button", name="Log uit").click()


def test_logging_out_wipes_the_device_also_where_the_browser_does_not_do_so_itself(table, day, monkeypatch):
    monkeypatch.setattr("werktop.accounts.pages.log_out.WIPE", '"clientHints"')
    klik(table, day, "Fatima", "Joris").check()
    strip(table, SENT)
    is_kept(table)
    table.goto(reverse("gatherings:day", args=[day.gathering.pk]))
    log_out(table)
    table.wait_for_url("**/inloggen/**")
    nothing_kept(table)
    assert not [c for c in table.context.cookies() if c["name"] == "werktop_wipe"]


def test_logging_out_says_first_how_many_taps_would_be_lost(table, day):
    table.route(
        "**/tafels/1/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    klik(table, day, "Fatima", "Joris").check()
    klik(table, day, "Kees", "Joris").check()
    strip(table, WAITS)
    table.goto(reverse("gatherings:day", args=[day.gathering.pk]))
    log_out(table)
    table.get_by_text("Er wachten nog 2 tikken op dit toestel op netwerk.").wait_for(state="visible")
    table.get_by_role("button", name="Nee, terug").click()
    assert waits_on_device(table) == 2
    log_out(table)
    table.get_by_role("button", name="Ja, doe het").click()
    table.wait_for_url("**/inloggen/**")
    nothing_kept(table)


def test_done_is_answered_in_sight_and_says_where_the_work_is(table, day):
    klik(table, day, "Fatima", "Joris").check()
    table.get_by_role("button", name="Klaar met ronde 1").click()
    table.get_by_role("heading", name="Ronde 1 van tafel 1 is klaar").wait_for(state="visible")
    table.get_by_text("Alles is bewaard. Dank je wel.").wait_for(state="visible")
    table.context.set_offline(True)
    klik(table, day, "Kees", "Joris").check()
    table.get_by_role("heading", name="Ronde 1 van tafel 1 is klaar").wait_for(state="hidden")
    table.get_by_role("button", name="Klaar met ronde 1").click()
    table.get_by_text("gaat mee zodra er netwerk is. Log tot die tijd niet uit.").wait_for(state="visible")
    table.context.set_offline(False)


@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_the_pages_of_the_day(day, cast, visit, has_no_faults, width):
    page = visit(cast.own.account(), width=width)
    for name in ("day", "replan", "round_clock"):
        page.goto(reverse(f"gatherings:{name}", args=[day.gathering.pk]))
        has_no_faults(page)
    page.goto(reverse("gatherings:badge", args=[day.guests["Fatima"].badge]))
    has_no_faults(page)


def test_the_door_finds_a_guest_while_typing_and_one_tap_lets_in(day, visit):
    from werktop.gatherings.models import Guest

    Guest.objects.update(arrived_at=None)
    page = visit(day.host_account())
    page.goto(reverse("gatherings:day", args=[day.gathering.pk]))
    page.get_by_role("searchbox").fill("fat")
    page.get_by_text("Kees", exact=True).wait_for(state="detached")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="Is er : Fatima").click()
    assert Guest.objects.get(pk=day.guests["Fatima"].pk).arrived_at
