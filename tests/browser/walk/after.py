"""After the day: guests say with whom to talk on, talks are proposed, sent, moved and held, and what came of it."""

from __future__ import annotations

import re

from django.db.models import F
from playwright.sync_api import Locator
from tests.browser.walk.before import BOSS, FIRM
from tests.browser.walking import Visitor, link_for

from werktop.employers.models import Employer
from werktop.gatherings.models import Agreement, Click
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.queries.own_talk import TAKE_BACK


def guests_say_with_whom(manager: Visitor, somebody, width: int) -> None:
    """Joris and a candidate of his table choose each other from their own links."""
    joris = somebody("joris", width)
    joris.open(link_for(manager, BOSS, "/verder/"))
    first = joris.main.locator(".pick", has=joris.page.locator("input[name=person]")).first
    name = first.locator("label > span").nth(1).inner_text().strip()
    if not joris.main.get_by_role("checkbox", name=re.compile(f"^{re.escape(name)}")).first.is_checked():
        joris.tick(name)  # unless their host noted it already
    joris.tick("2")
    for number in (18, 22, 26):  # late enough to be proposed
        joris.tap(joris.main.locator("input[name=block]").nth(number))
    joris.fill("Wat voor werk kan er bij u zijn?", "In maart twee mensen die kasten in elkaar zetten.")
    joris.press("Dit is mijn antwoord")
    joris.sees("uw antwoord is bewaard")
    assert FreeBlock.objects.count() == 3
    assert Employer.objects.get(name=FIRM).looks_for.startswith("In maart")
    guest = somebody("kandidaat", width)
    guest.open(link_for(manager, name, "/verder/"))
    if not guest.main.get_by_role("checkbox", name=re.compile("^Joris")).first.is_checked():
        guest.tick("Joris")
    guest.press("Dit is mijn antwoord")
    guest.sees("uw antwoord is bewaard")
    guest.arrive(guest.main.locator("button[name=score]").last)
    own = set(Click.objects.filter(source="guest").values_list("chooser", "chosen"))
    both_ways = {(one, other) for one, other in own if (other, one) in own}
    assert len(both_ways) == 2  # they chose each other, beside what their host noted and they left standing


def talks_are_proposed_changed_and_sent(manager: Visitor) -> None:
    manager.go("Prettige gesprekken")
    manager.choose("Welke", "wat geweest is")
    manager.press("Toon")
    manager.follow(FIRM)
    manager.follow("Na")
    manager.press("Stel gesprekken voor")
    proposed = FollowUp.objects.filter(status="proposed")
    agreed = Agreement.objects.get()
    talk = proposed.get(
        candidate_id=agreed.candidate_guest.candidate_id,
        entrepreneur_id=agreed.entrepreneur_guest.entrepreneur_id,
    )
    assert talk.ground in (
        "agreed",
        "mutual",
    )  # their own word where these two are who chose each other as well
    changed = proposed.filter(starts_at__isnull=False).earliest("pk")
    was = changed.starts_at
    manager.tap(proposal(manager, changed).get_by_role("radio").nth(1))
    manager.look()
    manager.press("Verstuur wat akkoord is")
    changed.refresh_from_db()
    assert changed.starts_at != was
    assert not proposed.exclude(ground="call").exists()


def proposal(manager: Visitor, talk: FollowUp) -> Locator:
    """The card of one talk on the page after the gathering."""
    choice = manager.page.locator(f'input[name="choice-talk:{talk.pk}"]')
    return manager.main.locator("li.pair", has=choice)


def an_appointment_does_not_suit(manager: Visitor, somebody, width: int) -> None:
    talk = FollowUp.objects.filter(status="sent", starts_at__isnull=False).latest("pk")
    candidate = somebody("kandidaat-na", width)
    candidate.open(link_for(manager, talk.candidate.first_name, "/afspraak/"))
    candidate.sees("U praat verder")
    joris = somebody("joris-na", width)
    joris.open(link_for(manager, BOSS, "/afspraak/"))
    joris.press("Dit moment kan niet")
    joris.sees("Dit moment gaat niet door.")
    # the ten minutes in which he could put it back pass
    off = FollowUp.objects.filter(status="unsuitable")
    off.update(called_off_at=F("called_off_at") - TAKE_BACK)
    manager.go("Vandaag")
    manager.follow("Kies een ander moment")
    (off,) = off
    manager.tap(proposal(manager, off).get_by_role("radio").nth(1))
    manager.press("Verstuur wat akkoord is")
    off.refresh_from_db()
    assert off.status == "sent"


def what_came_of_it_is_noted(manager: Visitor) -> None:
    manager.go("Vandaag")
    if (
        more := manager.main.get_by_text(re.compile(r"^En nog \d+$"))
    ).count():  # what was promised stands first
        manager.tap(more)
    manager.follow("Noteer wat eruit kwam")
    manager.tap(manager.main.locator("input[name=outcome]").first)
    manager.fill("In een zin", "Gaat maandag een dag meelopen.")
    manager.press("Bewaar")
    assert FollowUp.objects.exclude(outcome="").count() == 1


def the_result_is_told(manager: Visitor) -> None:
    manager.follow("Resultaat")
    with manager.page.expect_download() as file:
        manager.main.get_by_role("link", name="Download").click()
    rows = file.value.path().read_text("utf-8-sig")
    assert "kandidaten uitgenodigd;16" in rows
