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
