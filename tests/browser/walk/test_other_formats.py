"""The two other formats in a real browser: entrepreneurs who rotate over three rounds, and speed dates.

Planned, invited, seated, held and followed up by taps; who comes is there beforehand.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.browser.walk.test_walk import DAY
from tests.browser.walking import Visitor
from tests.gatherings.seating import ENTREPRENEURS, FIRST_NAMES

from werktop.accounts.roles import Role
from werktop.gatherings.models import Click, Gathering, Guest, Seat
from werktop.matches.models import FollowUp

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIRM = "Houtbouw Betuwe"


@pytest.fixture
def manager(somebody, cast, request):
    """A relationship manager who knows ten candidates and six entrepreneurs."""
    for name in FIRST_NAMES:
        making.candidate(cast.own, name, term_codes=("bouwen", "koken"))
    for name in ENTREPRENEURS[:6]:
        firm = making.employer(
            cast.own, FIRM if name == "Joris" else f"Bedrijf {name}", term_codes=("bouwen",)
        )
        making.entrepreneur(firm, name)
    found = somebody("relatiemanager", request.param)
    found.log_in(cast.own.account())
    return found


@pytest.mark.parametrize("manager", [390], indirect=True)
def test_entrepreneurs_rotate_over_three_rounds(manager, somebody, cast, clock):
    planned(manager, "ondernemers schuiven door", "10")
    invited_and_called(manager)
    hosted(manager, cast, (1, 2))
    seated(manager)
    for number in (1, 2, 3):
        assert Seat.objects.filter(plan__state="in_force", round=number).count() == 14
    manager.follow("Ronde 3")
    begun(manager, clock)
    host = somebody("tafelhost", 390)
    host.log_in(cast.own.account(Role.TABLE_HOST))
    for number in (1, 2, 3):
        clock.set(DAY + timedelta(minutes=31 * (number - 1)))
        manager.press(f"Begin ronde {number}", look=number == 2)
        if number == 1:
            host.follow("Naar het gesprek van vandaag")
            host.follow("Open het tafelscherm")
        elif number == 2:
            told = host.main.get_by_role("link", name="Ronde 2 is begonnen")
            host.page.clock.fast_forward(21_000)  # the screen asks every twenty seconds
            told.wait_for(timeout=60_000)
            host.arrive(told)
        else:
            host.page.reload()
        host.sees(f"Ronde {number} van 3")
        # somebody may sit with the same entrepreneur again: another pair each round
        host.tap(host.main.locator("input.klik__input:not(:checked)").first)
        host.page.get_by_text("Alles is bewaard.", exact=True).first.wait_for()
        clock.set(DAY + timedelta(minutes=31 * number - 1))
        manager.press(f"Ronde {number} is klaar", look=False)
    assert Click.objects.count() == 6  # a pair a round, and the other way round
    followed_up(manager)


@pytest.mark.parametrize("manager", [1280], indirect=True)
def test_speed_dates_of_one_and_one(manager, somebody, cast, clock):
    planned(manager, "gesprekken één op één", "8")
    assert Gathering.objects.get().tables.count() == 4
    invited_and_called(manager)
    hosted(manager, cast, (1,))
    seated(manager)
    rounds = Gathering.objects.get().rounds
    for number in range(1, rounds + 1):
        assert Seat.objects.filter(plan__state="in_force", round=number).count() == 8
    manager.sees("Wacht deze ronde")
    begun(manager, clock)
    host = somebody("tafelhost", 1280)
    host.log_in(cast.own.account(Role.TABLE_HOST))
    clock.set(DAY)
    manager.press("Begin ronde 1")
    host.follow("Naar het gesprek van vandaag")
    host.follow("Open het tafelscherm")
    host.tap(host.main.locator("input.klik__input").first)
    host.page.get_by_text("Alles is bewaard.", exact=True).first.wait_for()
    for number in range(1, rounds + 1):
        clock.set(DAY + timedelta(minutes=11 * number - 1))
        manager.press(f"Ronde {number} is klaar", look=False)
        manager.press(f"Begin ronde {number + 1}", look=False) if number < rounds else None
    assert Click.objects.count() == 2
    followed_up(manager)


def planned(manager: Visitor, format: str, candidates: str) -> None:
    manager.go("Prettige gesprekken", look=False)
    manager.follow("Plan een gesprek", look=False)
    manager.choose("Bij welke werkgever?", FIRM)
    manager.fill("Dag", "2026-12-03")
    manager.tick(format)
    manager.unfold("Locatie, contact en aantallen")
    manager.fill("Hoeveel kandidaten nodig je uit?", candidates)
    manager.look()
    manager.press("Plan dit gesprek")


def invited_and_called(manager: Visitor) -> None:
    manager.arrive(manager.main.get_by_role("link", name="Kies ondernemers").first, look=False)
    manager.press("Zet op de lijst, nu kandidaten")
    manager.press("Nodig uit")
    manager.follow("Hele gastenlijst", look=False)
    manager.press("Gebeld: ja", look=False)
    manager.press_the_rest("Gebeld: ja")
    assert set(Guest.objects.values_list("reply", flat=True)) == {"yes"}
    manager.follow(FIRM)


def hosted(manager: Visitor, cast, numbers: tuple[int, ...]) -> None:
    manager.follow("Tafels en tafelhosts")
    names = (cast.own.account(Role.TABLE_HOST).name, cast.own.account().name)
    for number, name in zip(numbers, names, strict=False):
        manager.choose("Tafelhost", name, nth=number - 1)
    manager.press("Bewaar", look=False)


def seated(manager: Visitor) -> None:
    manager.follow("Wie zit waar")
    manager.press("Deel de stoelen in")


def begun(manager: Visitor, clock) -> None:
    clock.set(DAY - timedelta(minutes=20))
    manager.follow("Tijdens", look=False)
    manager.press("Begin de dag", look=False)
    manager.press("Is er", look=False)
    manager.press_the_rest("Is er")
    assert not Guest.objects.filter(arrived_at=None).exists()


def followed_up(manager: Visitor) -> None:
    manager.tap(manager.main.get_by_role("button", name="Sluit het gesprek af"))
    manager.arrive(manager.page.get_by_role("button", name="Ja, doe het"))
    manager.follow("Na")
    manager.press("Stel gesprekken voor")
    manager.press("Verstuur wat akkoord is")
    assert FollowUp.objects.filter(status="sent").exists()
    manager.follow("Resultaat")
