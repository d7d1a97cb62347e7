"""The road before the day: people in (C2), a gathering planned, guests invited and answered (C3), seats (C4)."""

from __future__ import annotations

import re
import time
from datetime import datetime, timedelta
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from tests.road.mails import address_in, event_in
from tests.road.walking import Walker, links_in

from werktop.candidates.models import Candidate
from werktop.employers.models import Employer
from werktop.gatherings.models import Gathering, Guest, Seat

HERE = ZoneInfo("Europe/Amsterdam")
DAY = datetime(2026, 12, 3, 13, 30, tzinfo=HERE)
FIRST = ("Fatima", "Yonas", "Marit", "Rik", "Bilal", "Kees", "Oksana", "Samir", "Joke", "Lin")
FAMILY = ("Peters", "Haddad", "de Wit", "Tesfay", "Bakker")
BOSSES = (
    "Joris", "Ineke", "Linda", "Wim", "Saskia", "Theo", "Nadia",
    "Gerrit", "Ellen", "Marco", "Petra", "Hassan", "Truus", "Daan",
)  # fmt: skip
FIRMS = (
    "Houtbouw Betuwe", "Kapsalon Ineke", "Zorggroep Linge", "Autobedrijf Waal", "Drukkerij Zetwerk", "Fruitteelt Appelgaard",
    "Bakkerij Korenmaat", "Installatie Warmte", "Kwekerij Groen", "Transport Maas", "Lunchcafe Haven", "Schoonmaak Helder",
    "Metaalwerk Vonk", "Naaiatelier Draad",
)  # fmt: skip


def people_come_in(road):
    manager = road.manager
    for number in range(50):
        name = f"{FIRST[number % 10]} {FAMILY[number // 10]}"
        manager.open("/kandidaten/nieuw/")
        form, save = manager.page.form_with("Bewaar")
        offered = [value for value, _words in form.choices("terms")]
        manager.send(
            form,
            save,
            {
                "name": name,
                "phone": f"06 2000 {number:04}",
                "email": f"kandidaat{number}@post.example",
                "postcode": "4001 AB",
                "languages": ["nl", "ar"] if number % 10 == 7 else ["nl"],
                "terms": [offered[number % len(offered)], offered[(number + 7) % len(offered)]],
            },
        )
        assert name in manager.page.words
    for number, (boss, firm) in enumerate(zip(BOSSES, FIRMS, strict=True)):
        manager.open("/werkgevers/nieuw/")
        form, save = manager.page.form_with("Bewaar")
        offered = [value for value, _words in form.choices("terms")]
        manager.send(
            form,
            save,
            {
                "name": firm,
                "place": "Tiel",
                "address": f"Industrieweg {number + 1}",
                "postcode": "4001 AB",
                "terms": [offered[number % len(offered)], offered[(number + 11) % len(offered)]],
                "person_name": f"{boss} Maas",
                "email": f"{boss.lower()}@firma.example",
                "known_firms": "Bakkerij de Korenaar",
            },
        )
        assert firm in manager.page.words
    assert (Candidate.objects.count(), Employer.objects.count()) == (50, 14)


def a_gathering_is_planned(road):
    manager = road.manager
    manager.open("/gesprekken/")
    manager.follow("Plan een gesprek")
    form, save = manager.page.form_with("Plan")
    firm = next(value for value, words in form.choices("host_employer") if words.startswith(FIRMS[0]))
    manager.send(form, save, {"host_employer": firm, "day": "2026-12-03", "begins": "13:30", "ends": "16:00"})
    road.gathering = Gathering.objects.get()
    road.home = manager.page.url
    assert road.gathering.starts_at == DAY
    assert (road.gathering.rounds, road.gathering.table_size) == (1, 8)


def guests_are_invited_in_three_steps(road):
    manager = road.manager
    manager.follow("Kies ondernemers, daarna 50 kandidaten")
    assert manager.page.source.count(" checked>") == 14
    manager.press("Zet op de lijst, nu kandidaten")
    assert manager.page.source.count(" checked>") == 50
    manager.press("Nodig uit")
    assert Guest.objects.filter(reply="invited").count() == 64
    manager.follow("Postvak uit")
    assert "Fatima Peters" in manager.page.words
    mails = road.carry_post()
    assert len(mails) == 64
    for sent in mails:
        (address,) = {link for link in links_in(sent.body) if "/u/" in link}
        road.links[address_in(sent)] = address
        assert "vrijwillig" in sent.body
        assert not re.search(r"uitkering|bijstand|werkloos", sent.body, re.I)
        assert event_in(sent)["dtstart"].dt == DAY
    manager.open("/post/")
    assert "Alles is verstuurd" in manager.page.words


def a_mail_scanner_opens_every_link(road):
    before = road.rows_now()
    scanner = Walker()
    for address in road.links.values():
        scanner.open(address)
        for link, _words in scanner.page.links:
            scanner.open(urljoin(address, link)) if link.startswith("/") else None
    assert road.rows_now() == before


def guests_answer_with_one_tap(road):
    road.clock.set(DAY - timedelta(days=6))
    for number, address in enumerate(road.links.values()):
        guest = Walker()
        guest.open(address)
        if number == 40:
            continue  # never answers
        answers = {button.words for form in guest.page.forms for button in form.buttons}
        yes = ({"Ja, ik kom", "Ja, ik praat mee"} & answers).pop()
        guest.press("Nee, ik kan niet" if number in (10, 20, 30) else yes)
        assert ("Geen probleem" if number in (10, 20, 30) else "Fijn,") in guest.page.words
    told = road.carry_post()
    # one of them receives it at the own firm
    assert sum(each.subject in ("Fijn dat u komt", "Fijn dat u meepraat") for each in told) == 60
    manager = road.manager
    manager.open(road.home)
    silent = Guest.objects.get(reply="invited")
    manager.open(road.home + "gasten/?reply=invited")
    manager.press("Herinner", of=name_of(silent))
    (reminder,) = road.carry_post()
    assert reminder.subject == "Uw uitnodiging"
    manager.open(road.home + "gasten/?reply=invited")
    manager.press("Gebeld: ja", of=name_of(silent))
    assert Guest.objects.filter(reply="yes").count() == 61


def hosts_get_a_table(road):
    manager = road.manager
    manager.open(road.home)
    manager.follow("Tafels en tafelhosts")
    form, save = manager.page.form_with("Bewaar")
    picked = {f"t{n}-host": str(account.pk) for n, account in enumerate(road.hosts, start=1)}
    manager.send(form, save, picked)
    for account in road.hosts:
        assert account.name.split()[0] in manager.page.words


def seats_are_planned_and_one_is_moved(road):
    manager = road.manager
    manager.follow("Wie zit waar")
    began = time.monotonic()
    manager.press("Deel de stoelen in")
    print(f"50 x 14, one round: seats shown in {time.monotonic() - began:.2f} s")
    coming = Guest.objects.filter(reply="yes")
    assert seats_in_force(road).count() == coming.count()
    for firm_guests in _by_table(road, "entrepreneur").values():
        assert len(firm_guests) <= 2
    moved = coming.filter(kind="candidate").earliest("pk")
    was = seats_in_force(road).get(guest=moved).table_id
    manager.open(f"{road.home}stoelen/?ronde=1&stoel={moved.pk}")
    assert "Waarom zit" in manager.page.words
    # every other chair has its own button; one that stands there once, so not among the better ones too
    said = [each.words for form in manager.page.forms for each in form.buttons]
    manager.press(next(words for words in said if words.startswith("Verzet: ") and said.count(words) == 1))
    assert seats_in_force(road).get(guest=moved).table_id != was
    assert "Maak ongedaan" in manager.page.words
    for words in ("Tafelkaarten", "Badges", "Persoonlijke kaarten"):
        manager.open(f"{road.home}stoelen/")
        assert manager.follow(words).content.startswith(b"%PDF")


def _by_table(road, kind):
    tables: dict = {}
    for seat in seats_in_force(road).filter(guest__kind=kind):
        tables.setdefault(seat.table_id, []).append(seat.guest_id)
    return tables


def name_of(guest):
    return (guest.candidate or guest.entrepreneur).name


def seats_in_force(road):
    return Seat.objects.filter(plan__gathering=road.gathering, plan__state="in_force")
