"""Made-up people and figures for the style guide. Nobody here exists."""

from typing import Any

TALENTS = [
    (group, [(word.lower(), word) for word in words.split()])
    for group, words in (
        ("Handen", "Hout Metaal Textiel Inpakken Koken Tuin Techniek"),
        ("Mensen", "Rust Gastvrij Zorgen Uitleggen Verkopen Luisteren"),
        ("Hoofd", "Overzicht Precies Cijfers Taal Plannen Computers"),
    )
]


def everything() -> dict[str, Any]:
    """The context of the style guide, without its forms."""
    return {
        "menu": [
            {"label": "Vandaag", "url": "#", "is_current": False, "icon": "home"},
            {"label": "Kandidaten", "url": "#", "is_current": False, "icon": "people"},
            {"label": "Werkgevers", "url": "#", "is_current": False, "icon": "shop"},
            {"label": "Prettige gesprekken", "url": "#", "is_current": True, "icon": "table"},
            {"label": "Resultaten", "url": "#", "is_current": False, "icon": "chart"},
            {"label": "Collega’s", "url": "#", "is_current": False, "icon": "people"},
            {"label": "Logboek", "url": "#", "is_current": False, "icon": "list"},
        ],
        "organisation_name": "Gemeente Lingedorp",
        "signed_in_name": "Marieke Vos",
        "signed_in_role": "Relatiebeheerder",
        "log_out_url": "#",
        "search_url": "#",
        "people": [
            {"name": "Naima Aziz", "kind": "candidate"},
            {"name": "Jan Brouwer", "kind": "candidate"},
            {"name": "Kim de Lange", "kind": "candidate"},
            {"name": "Joris Maas", "kind": "entrepreneur"},
        ],
        "reasons": [
            ("learn", "Werken met machines is nog nieuw. Joris leidt zelf op."),
            (
                "fits",
                "Ze werkt graag met hout. Joris begint in maart een tweede werkplaats.",
                "haar wens van 12 november",
            ),
            ("fits", "Tafelhost Fleur spreekt ook Arabisch."),
            ("missing", "Rijbewijs. De bus stopt om 7.10 uur voor de deur."),
        ],
        "shares": [("yes", 54, "komen"), ("open", 5, "nog geen antwoord"), ("no", 9, "kunnen niet")],
        "fact_rows": [
            ("calendar", "Wanneer", "Donderdag 3 december, half 2 tot 4 uur"),
            ("pin", "Waar", "Houtbouw Rijnstroom, Industrieweg 12, Lingedorp"),
            ("bus", "Reis", "Bus 44 stopt voor de deur. Wij betalen uw kaartje."),
        ],
        **_gathering(),
        **_today(),
        "talent_rows": [
            ("Hout", "Ria zag het aan tafel"),
            ("Rust", "twee keer genoemd"),
            ("Precies", "zelf genoemd"),
        ],
        "story_items": [
            {"date": "11 december", "text": "Kijken in de werkplaats", "url": "#", "kind": "next"},
            {"date": "3 december", "text": "Prettig gesprek bij Houtbouw Rijnstroom"},
            {"date": "12 november", "text": "Kwam binnen", "kind": "work"},
        ],
        "numbers": [
            (43, "vervolggesprekken gepland", "van 52 mensen die kwamen"),
            (61, "kliks", "in één ronde"),
            (11, "andere volgende stappen", ""),
        ],
        "bars": [("Uitgenodigd", 68, 60), ("Kwamen", 54, 41), ("Klikten", 47, 30), ("Aan het werk", 9, None)],
        "columns": [("Ronde 1", 24), ("Ronde 2", 21), ("Ronde 3", 16)],
        "phase_entries": [
            {"label": "Voor", "url": "#", "is_current": True},
            {"label": "Tijdens", "url": "#"},
            {"label": "Na", "url": "#"},
        ],
        "round_entries": [
            {"label": "Ronde 1", "url": "#", "is_current": True},
            {"label": "2", "url": "#"},
            {"label": "3", "url": "#"},
        ],
    }


def _seats(host: str, entrepreneurs: str, candidates: str) -> list[dict[str, Any]]:
    """Chairs round a table: the host on top, the entrepreneurs left and right of the middle."""
    seats = [{"name": name, "kind": "candidate", "url": "#"} for name in candidates.split()]
    first, second = entrepreneurs.split()
    seats.insert(3, {"name": first, "kind": "entrepreneur", "url": "#"})
    seats.insert(7, {"name": second, "kind": "entrepreneur", "url": "#"})
    return [{"name": host, "kind": "host", "url": "#"}, *seats]


def _gathering() -> dict[str, Any]:
    tables = [
        (
            "Bakkerij Linge en Installatie Waal",
            "Ria",
            "Henk Sanne",
            "Samira Joost Aisha Mehmet Lotte Abdi Carla Tom",
        ),
        ("Technoplan en Kwekerij Ooij", "Ben", "Petra Wim", "Glenn Anouk Els Hamid Daan Selma Piotr Greet"),
        (
            "Houtbouw Rijnstroom en De Linde Zorg",
            "Fleur",
            "Joris Ineke",
            "Fatima Kees Yonas Rosa Marit Bilal Femke Stefan",
        ),
        (
            "Transport Betuwe en Hotel Waalzicht",
            "Noor",
            "Ruud Linda",
            "Aisha Peter Dewi Jelle Oksana Rik Hanna Omar",
        ),
        (
            "Metaal Linge en Drukkerij Sterk",
            "Karim",
            "Bas Trudy",
            "Lars Naima Gerda Sem Ivana Mo Tess Zeynep",
        ),
        ("Fruit Van Dam en Schoon & Co", "Jolanda", "Cor Esra", "Milan Zoë Hugo Joke Amir Vera Dennis Iris"),
        (
            "Bouw Tielens en Kapsalon Yvon",
            "Wouter",
            "Mark Yvon",
            "Leyla Sjaak Maria Tariq Bo Ellen Idris Roos",
        ),
    ]
    rows: list[dict[str, Any]] = [
        {
            "number": number,
            "label": label,
            "url": "#",
            "is_chosen": number == 3,
            "seats": _seats(host, firms, people),
        }
        for number, (label, host, firms, people) in enumerate(tables, 1)
    ]
    rows[2]["seats"][1] |= {"is_chosen": True, "is_pinned": True}
    rows[3]["seats"][2] |= {"is_new": True}
    rows[4]["seats"][10] = {"is_free": True, "url": "#"}
    names = ["Fatima", "Kees", "Rosa", "Yonas", "Marit", "Bilal", "Femke", "Stefan"]
    return {
        "tables": rows,
        "small_tables": [
            {"number": number, "seats": [{"name": "Henk", "kind": "entrepreneur"}, {"name": "Fatima"}]}
            for number in (1, 2, 3)
        ],
        "klik_columns": [
            {"key": "j", "name": "Joris", "firm": "Houtbouw"},
            {"key": "i", "name": "Ineke", "firm": "De Linde"},
        ],
        "klik_rows": [
            {
                "key": f"c{place}",
                "name": name,
                "kliks": ["j", "i"][: (place * 2) % 3],
                "seen": "2 talenten" if place == 0 else "Wat viel op?",
                "has_seen": place == 0,
                "opens": "sg-seen",
                "note": "nog niet hier" if place == len(names) - 1 else "",
            }
            for place, name in enumerate(names)
        ],
        "pairs": [
            {
                "key": "1",
                "first": {"name": "Fatima El Amrani", "url": "#"},
                "second": {
                    "name": "Joris Maas",
                    "kind": "entrepreneur",
                    "url": "#",
                    "sub": "Houtbouw Rijnstroom",
                },
                "tie": "klik van twee kanten",
                "why": "Joris wil haar de werkplaats laten zien. Fatima noemde hem als eerste.",
                "when": "vr 11 dec, 10.00 uur, in de werkplaats",
                "change_url": "#",
            },
            {
                "key": "2",
                "first": {"name": "Marit Kok", "url": "#"},
                "second": {
                    "name": "Ineke Dekker",
                    "kind": "entrepreneur",
                    "url": "#",
                    "sub": "De Linde Zorg",
                },
                "tie": "klik van twee kanten",
                "why": "Marit koos ook Hotel Waalzicht. Daar is de agenda vol tot januari.",
                "is_open": True,
                "question": "Met wie praat Marit verder?",
                "options": [
                    {
                        "value": "a",
                        "label": "Ineke, De Linde Zorg",
                        "detail": "di 8 dec, 9.00 uur.",
                        "is_chosen": True,
                    },
                    {
                        "value": "b",
                        "label": "Linda, Hotel Waalzicht",
                        "detail": "do 14 jan. Een maand wachten.",
                    },
                ],
            },
            {
                "key": "3",
                "first": {"name": "Femke Bos", "url": "#", "sub": "Marieke pakt dit op"},
                "why": "Wil eerst wennen aan groepen. Ze werkt graag met dieren.",
                "when": "Bel haar en bezoek samen de kinderboerderij",
                "when_icon": "sprout",
                "is_agreed": False,
                "change_url": "#",
            },
        ],
    }


def _today() -> dict[str, Any]:
    return {
        "needs": [
            {
                "name": "Yusuf Demir",
                "url": "#",
                "tag": "Hulpvraag",
                "tint": "brick",
                "icon": "wave",
                "why": "De eerste bus komt te laat voor de vroege dienst. Joris denkt mee.",
                "action": "Bel Yusuf",
                "action_url": "#",
                "action_icon": "phone",
                "later_url": "#",
                "is_urgent": True,
            },
            {
                "name": "Henk Jansen",
                "kind": "entrepreneur",
                "tag": "Wacht op antwoord",
                "tint": "straw",
                "icon": "clock",
                "why": "Fatima wil graag bij hem komen kijken. Hij kreeg de vraag vijf dagen geleden.",
                "action": "Bel Henk",
                "action_url": "#",
                "action_icon": "phone",
                "later_url": "#",
            },
        ],
        "days": [
            ("di 14.00", "Op bezoek bij Kwekerij Ooij", "#"),
            ("do 16.30", "Borrel met drie ambassadeurs"),
        ],
    }
