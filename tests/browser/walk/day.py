"""The day: guests come in, one does not, a round is held, the hosts note what they saw."""

from __future__ import annotations

from tests.browser.walking import Visitor, said

from werktop.gatherings.models import Agreement, Click, Guest, Seat, TalentSeen

STAYS_AWAY = "Lotte"
SENT = "Alles is bewaard."
WAITS = "Geen netwerk. Alles staat veilig op dit toestel en gaat straks vanzelf mee."


def guests_come_in(manager: Visitor) -> None:
    manager.go("Vandaag")
    manager.follow("Naar het gesprek van vandaag")
    manager.press("Begin de dag")
    coming = Guest.objects.filter(reply="yes").select_related("candidate", "entrepreneur")
    by_badge, *others = [g for g in coming if (g.candidate or g.entrepreneur).first_name != STAYS_AWAY]
    manager.open(f"/gesprekken/in/{by_badge.badge}/")
    manager.press("Is er")
    manager.follow("Naar de lijst bij de deur")
    first = others[0].candidate or others[0].entrepreneur
    manager.press("Is er", of=first.first_name, look=False)
    manager.press_the_rest("Is er", but=STAYS_AWAY)
    assert Guest.objects.filter(arrived_at__isnull=False).count() == len(others) + 1


def who_does_not_come_leaves_no_gap(manager: Visitor) -> None:
    manager.press("Deel opnieuw in met wie er is")
    manager.sees("Wat dit doet")
    assert seated() == 19, "shown, not applied"
    manager.press("Zo doen we het")
    assert seated() == 18


def seated() -> int:
    return Seat.objects.filter(plan__state="in_force").count()


def a_round_begins(manager: Visitor) -> None:
    if manager.main.get_by_role("button", name=said("Begin ronde 1")).count() == 0:
        manager.follow("De dag")
    manager.press("Begin ronde 1")
    manager.follow("Klok voor het grote scherm")
    manager.page.go_back(wait_until="load")


def a_host_notes_the_table(host: Visitor) -> None:
    """Some taps with network, some without; all arrive."""
    host.go("Vandaag") if "inloggen" in host.page.url else None
    host.follow("Naar het gesprek van vandaag")
    host.follow("Open het tafelscherm")
    host.page.wait_for_function(
        "async () => Boolean(navigator.serviceWorker.controller"
        " && await (await caches.open('werktop-table')).match(location.href))"
    )
    boxes = host.main.locator("input.klik__input")
    host.tap(boxes.nth(0))
    host.page.get_by_text(SENT, exact=True).first.wait_for()
    host.page.context.set_offline(True)
    host.tap(boxes.nth(3))
    host.page.get_by_text(WAITS, exact=True).first.wait_for()
    host.look()
    name = host.main.locator("button.kliks__name").first
    host.tap(name)
    sheet = host.page.locator(".sheet:popover-open")
    host.tap(sheet.get_by_role("checkbox").first)
    host.tap(sheet.get_by_role("checkbox", name="Komt kijken bij").first)
    host.look()
    host.tap(sheet.get_by_role("button", name="Klaar"))
    host.page.context.set_offline(False)
    host.page.get_by_text(SENT, exact=True).first.wait_for(timeout=20_000)
    assert (Click.objects.count(), TalentSeen.objects.count(), Agreement.objects.count()) == (4, 1, 1)
    host.tap(host.main.get_by_role("button", name="Klaar met ronde 1"))


def the_talk_ends(manager: Visitor) -> None:
    manager.press("Ronde 1 is klaar")
    manager.tap(manager.main.get_by_role("button", name="Sluit het gesprek af"))
    manager.arrive(manager.page.get_by_role("button", name="Ja, doe het"))
    manager.press("Stuur de vraag")
