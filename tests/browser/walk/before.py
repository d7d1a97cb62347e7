"""Before the day: people come in, a gathering is planned, guests are invited and answer, everyone gets a chair."""

from __future__ import annotations

from tests import making
from tests.browser.walking import Visitor, link_for
from tests.exchange.making import CANDIDATE_HEADER, workbook

from werktop.gatherings.models import Guest, Seat

NEW, CANNOT = "Samira Bakkali", "Tomasz Kowalski"
FIRM, BOSS = "Houtbouw Betuwe", "Joris van Maas"
LISTED = (
    ("Yonas Tesfay", "yonas@post.example", "06 20000001", "4001 AB", "Nederlands", "", "", "", ""),
    (CANNOT, "tomasz@post.example", "06 20000002", "4002 AA", "Nederlands, Pools", "", "", "", ""),
    ("Marit de Wit", "marit@post.example", "06 20000003", "4003 AA", "Nederlands", "", "", "", ""),
)
REST = (
    "Fatima",
    "Kees",
    "Rosa",
    "Bilal",
    "Femke",
    "Stefan",
    "Naima",
    "Jan",
    "Kim",
    "Daan",
    "Oksana",
    "Lotte",
)
OTHER_FIRMS = (
    ("Zorggroep Linge", "Ineke", ("zorgen", "luisteren")),
    ("Drukkerij Zetwerk", "Saskia", ("inpakken", "netjes-werken")),
    ("Bakkerij Korenmaat", "Henk", ("koken", "eten")),
)


def a_candidate_by_form(manager: Visitor) -> None:
    manager.go("Kandidaten")
    manager.follow("Nieuwe kandidaat")
    manager.fill("Naam", NEW)
    manager.fill("Telefoon", "06 12 34 56 78")
    manager.fill("E-mail", "samira@post.example")
    manager.fill("Postcode", "4001 AB")
    manager.tick("Arabisch")
    manager.tick("koken en bakken")
    manager.press("Bewaar")
    manager.sees(NEW)


def an_employer_by_form(manager: Visitor) -> None:
    manager.go("Werkgevers")
    manager.follow("Nieuwe werkgever")
    manager.fill("Bedrijf of instelling", FIRM)
    manager.fill("Postcode", "4001 AB")
    manager.fill("Naam", BOSS)
    manager.fill("E-mail", "joris@firma.example")
    manager.fill("Bij wie zou deze ondernemer iemand voorstellen?", "Timmerfabriek Eik")
    manager.fill("Wat voor werk kan er zijn?", "In het voorjaar twee mensen die willen leren timmeren.")
    manager.unfold("Waar iemand van houdt")
    manager.tick("iets maken met de handen")
    manager.unfold("Adres en aansluiting")
    manager.fill("Straat en huisnummer", "Industrieweg 12")
    manager.press("Bewaar")
    manager.sees(FIRM)


def a_list_from_a_spreadsheet(manager: Visitor, folder) -> None:
    refused = ("", "niemand@post.example", "", "4001 AB", "", "", "", "", "")
    path = folder / "gastenlijst.xlsx"
    path.write_bytes(workbook([CANDIDATE_HEADER, *LISTED, refused]))
    manager.go("Lijst inlezen")
    manager.tick("Gastenlijst met kandidaten")
    manager.page.set_input_files("input[type=file]", path)
    manager.press("Bekijk de lijst")
    manager.sees("Er is nog niets overgenomen.")
    manager.press("Neem 3 rijen over")
    manager.sees("Nieuwe kandidaten: 3.")


def the_rest_is_there_already(house: making.House) -> None:
    """Twelve more candidates and three more firms: the same forms over and over."""
    terms = (("koken", "dieren"), ("bouwen",), ("netjes-werken", "rekenen"), ("zorgen", "luisteren"))
    for number, name in enumerate(REST):
        making.candidate(house, name, last_name="de Boer", term_codes=terms[number % 4])
    for firm, name, codes in OTHER_FIRMS:
        making.entrepreneur(making.employer(house, firm, term_codes=codes), name, last_name="Smit")


def a_gathering_is_planned(manager: Visitor, **numbers: str) -> None:
    manager.go("Prettige gesprekken")
    manager.follow("Plan een gesprek")
    manager.choose("Bij welke werkgever?", FIRM)
    manager.fill("Dag", "2026-12-03")
    manager.fill("Begint om", "13:30")
    manager.fill("Eindigt om", "16:00")
    manager.unfold("Locatie, contact en aantallen")
    manager.fill("Hoeveel kandidaten nodig je uit?", "16")
    manager.press("Plan dit gesprek")
    manager.sees("Nog niemand uitgenodigd")


def guests_are_chosen_and_invited(manager: Visitor) -> None:
    manager.follow("Kies ondernemers, daarna 16 kandidaten")
    assert manager.main.locator("input[name=entrepreneur]:checked").count() == 4
    manager.press("Zet op de lijst, nu kandidaten")
    assert manager.main.locator("input[name=candidate]:checked").count() == 16
    manager.press("Vink alle kandidaten uit")
    manager.unfold("Zoek en filter")
    manager.fill("Zoek", "Samira")
    manager.press("Toon")
    assert manager.main.locator("input[name=candidate]").count() == 1
    assert manager.main.locator("input[name=candidate]:checked").count() == 0
    manager.tick(NEW)
    manager.press("Zet op de lijst")
    manager.follow("Kies gasten")
    assert manager.main.locator("input[name=candidate]:checked").count() == 15
    manager.press("Nodig uit")
    assert Guest.objects.filter(reply="invited").count() == 20
    manager.follow("Hele gastenlijst")


def guests_answer_from_their_messages(manager: Visitor, somebody, width: int) -> None:
    for name, button, words in (
        (NEW, "Ja, ik kom", "Fijn, Samira! Tot 3 december."),
        (CANNOT, "Nee, ik kan niet", "Geen probleem."),
        (BOSS, "Ja, ik praat mee", "Fijn, Joris! Tot 3 december."),
    ):
        guest = somebody(name.split()[0].lower(), width)
        guest.open(link_for(manager, name, "/u/"))
        if name == NEW:
            guest.tick("Ik wil graag dat u de reis betaalt")
        guest.press(button)
        guest.sees(words)
    others_are_called(manager)


def others_are_called(manager: Visitor) -> None:
    """The same answer by telephone, one after the other."""
    manager.go("Prettige gesprekken", look=False)
    manager.follow(FIRM, look=False)
    manager.follow("Hele gastenlijst", look=False)
    first = Guest.objects.filter(reply="invited").values_list(
        "candidate__first_name", "entrepreneur__first_name"
    )[0]
    manager.press("Gebeld: ja", of=next(filter(None, first)), look=False)
    manager.press_the_rest("Gebeld: ja", but=CANNOT)
    assert set(Guest.objects.values_list("reply", flat=True)) == {"yes", "no"}
    manager.follow(FIRM)


def tables_get_a_host(manager: Visitor, names: tuple[str, ...]) -> None:
    manager.follow("Tafels en tafelhosts")
    for number, name in enumerate(names):
        manager.choose("Tafelhost", name, nth=number)
    manager.press("Bewaar")
    for name in names:
        manager.sees(name.split()[0])


def everyone_gets_a_chair(manager: Visitor) -> None:
    manager.follow("Wie zit waar")
    manager.press("Deel de stoelen in")
    first, second = "Samira", "Yonas"
    was = table_of(first)
    choose_seat(manager, first)
    manager.sees("Waarom zit")
    manager.main.locator("#elsewhere summary").click()
    manager.press("Verzet")
    assert table_of(first) != was
    was = table_of(second)  # the first move may have been an exchange with the second
    choose_seat(manager, second, keyboard=True)
    manager.main.locator("#elsewhere summary").focus()
    manager.page.keyboard.press("Enter")
    with manager.page.expect_navigation(wait_until="load"):
        manager.page.keyboard.press("Tab")
        manager.page.keyboard.press("Enter")
    assert table_of(second) != was
    choose_seat(manager, first)
    manager.press("Zet vast")
    manager.sees("Zet los")
    with manager.page.expect_download() as sheets:
        manager.main.get_by_role("link", name="Tafelkaarten").click()
    assert sheets.value.suggested_filename.endswith(".pdf")


def choose_seat(manager: Visitor, first_name: str, keyboard: bool = False) -> None:
    """Choose somebody in the picture of the tables."""
    manager.arrive(manager.main.locator("a.seat__link", has_text=first_name).first, keyboard=keyboard)


def table_of(first_name: str) -> int:
    seat = Seat.objects.select_related("table")
    return seat.get(plan__state="in_force", guest__candidate__first_name=first_name, round=1).table.number
