"""A stand-in for the KVK's Handelsregister on a loopback port, by the published contracts of Zoeken 2.0 and Basisprofiel 1.5:
paths, key, parameters with their patterns, and the fields of the answers. The firms are invented."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "sleutel-van-de-tests"
PATTERNS = {
    "kvkNummer": r"[0-9]{8}",
    "postcode": r"[0-9]{4}[a-zA-Z]{2}",
    "resultatenPerPagina": r"[1-9][0-9]?|100",
}
KNOWN = {"kvkNummer", "rsin", "vestigingsnummer", "naam", "straatnaam", "plaats", "postcode", "huisnummer", "huisletter",
         "postbusnummer", "type", "inclusiefInactieveRegistraties", "pagina", "resultatenPerPagina"}  # fmt: skip


def visit(street: str, number: int, postcode: str, place: str, **more: Any) -> dict[str, Any]:
    """An address as Basisprofiel writes it."""
    return {"type": "bezoekadres", "indAfgeschermd": "Nee", "volledigAdres": f"{street} {number}          {postcode}{place}",
            "straatnaam": street, "huisnummer": number,
            "postcode": postcode, "plaats": place, "land": "Nederland"} | more  # fmt: skip


ADDRESS = visit("Molenweg", 12, "4001AB", "Tiel", huisnummerToevoeging="bis")
SHIELDED = visit("Dijk", 3, "4001AC", "Tiel", indAfgeschermd="Ja")
BAKER: dict[str, Any] = {
    "kvkNummer": "90000001", "indNonMailing": "Ja", "naam": "Bakkerij Korenaar B.V.",
    "formeleRegistratiedatum": "20100401",
    "materieleRegistratie": {"datumAanvang": "20100401"}, "totaalWerkzamePersonen": 24,
    "statutaireNaam": "Bakkerij Korenaar B.V.",
    "handelsnamen": [{"naam": "Bakkerij Korenaar", "volgorde": 0}],
    "sbiActiviteiten": [{"sbiCode": "4724", "sbiOmschrijving": "Winkels in brood en banket", "indHoofdactiviteit": "Nee"},
                        {"sbiCode": "1071", "sbiOmschrijving": "Vervaardiging van brood", "indHoofdactiviteit": "Ja"}],
    "_embedded": {"hoofdvestiging": {"vestigingsnummer": "000090000001", "kvkNummer": "90000001",
                                     "eersteHandelsnaam": "Bakkerij Korenaar", "indHoofdvestiging": "Ja", "adressen": [ADDRESS]}},
}  # fmt: skip
GARDENER: dict[str, Any] = {
    "kvkNummer": "90000002", "indNonMailing": "Nee", "naam": "Hovenier aan huis",
    "materieleRegistratie": {"datumAanvang": "20150101", "datumEinde": "20260101"}, "sbiActiviteiten": [],
    "_embedded": {"hoofdvestiging": {"vestigingsnummer": "000090000002", "kvkNummer": "90000002",
                                     "eersteHandelsnaam": "Hovenier aan huis", "indHoofdvestiging": "Ja", "adressen": [SHIELDED]}},
}  # fmt: skip
PROFILES = {each["kvkNummer"]: each for each in (BAKER, GARDENER)}
FOUND: list[dict[str, Any]] = [
    {"kvkNummer": "90000001", "naam": "Bakkerij Korenaar B.V.", "type": "rechtspersoon", "actief": "Ja"},
    {"kvkNummer": "90000001", "vestigingsnummer": "000090000001", "naam": "Bakkerij Korenaar", "type": "hoofdvestiging",
     "actief": "Ja", "adres": {"binnenlandsAdres": {"type": "bezoekadres", "straatnaam": "Molenweg", "huisnummer": 12,
                                                    "postcode": "4001AB", "plaats": "Tiel"}}},
    {"kvkNummer": "90000001", "vestigingsnummer": "000090000009", "naam": "Bakkerij Korenaar", "type": "nevenvestiging",
     "actief": "Nee", "adres": {"binnenlandsAdres": {"type": "bezoekadres", "straatnaam": "Markt", "plaats": "Culemborg"}}},
]  # fmt: skip
BRANCHES = [
    {"vestigingsnummer": "000090000001", "kvkNummer": "90000001", "eersteHandelsnaam": "Bakkerij Korenaar",
     "indHoofdvestiging": "Ja", "indAdresAfgeschermd": "Nee", "volledigAdres": "Molenweg 12          4001AB Tiel"},
    {"vestigingsnummer": "000090000009", "kvkNummer": "90000001", "eersteHandelsnaam": "Korenaar Markt",
     "indHoofdvestiging": "Nee", "indAdresAfgeschermd": "Ja", "volledigAdres": "Markt 1 4101BK Culemborg"},
]  # fmt: skip


class Answers(BaseHTTPRequestHandler):
    """One answer to one question. `server.broken` makes it answer something else, as a bad day does."""

    def do_GET(self) -> None:
        """Zoeken, Basisprofiel and its establishments."""
        road = urlsplit(self.path)
        asked = {word: values[0] for word, values in parse_qs(road.query).items()}
        wrong = [
            w
            for w, value in asked.items()
            if w not in KNOWN or not re.fullmatch(PATTERNS.get(w, ".+"), value)
        ]
        profile = re.fullmatch(r"/api/v1/basisprofielen/(\d{8})(/vestigingen)?", road.path)
        if broken := self.server.broken:  # type: ignore[attr-defined]
            self._say(broken[0], broken[1])
        elif self.headers.get("apikey") != KEY:
            self._fault(401, "IPD1002", "geen of onjuiste apikey")
        elif wrong:
            self._fault(400, "IPD0004", f"ongeldig: {wrong}")
        elif road.path == "/api/v2/zoeken":
            self._search(asked)
        elif profile:
            self._profile(profile[1], bool(profile[2]))
        else:
            self._fault(404, "IPD0005", "onbekend")

    def _search(self, asked: dict[str, str]) -> None:
        rows = [row for row in FOUND if _fits(row, asked)]
        page = int(asked.get("resultatenPerPagina", 10))
        if not rows:
            self._fault(404, "IPD5200", "Er zijn geen resultaten gevonden")
            return
        self._say(
            200,
            json.dumps(
                {"pagina": 1, "resultatenPerPagina": page, "totaal": len(rows), "resultaten": rows[:page]}
            ),
        )

    def _profile(self, number: str, with_branches: bool) -> None:
        if number not in PROFILES:
            self._fault(404, "IPD0005", "onbekend nummer")
            return
        rows = [row for row in BRANCHES if row["kvkNummer"] == number]
        listed = {"kvkNummer": number, "totaalAantalVestigingen": len(rows), "vestigingen": rows}
        self._say(200, json.dumps(listed if with_branches else PROFILES[number]))

    def _fault(self, status: int, code: str, words: str) -> None:
        self._say(status, json.dumps({"fout": [{"code": code, "omschrijving": words}]}))

    def _say(self, status: int, words: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("api-version", "2.0.0")
        self.end_headers()
        self.wfile.write(words.encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing on the screen of the tests."""


def _fits(row: dict[str, Any], asked: dict[str, str]) -> bool:
    place = row.get("adres", {}).get("binnenlandsAdres", {}).get("plaats", "")
    return (
        asked.get("naam", "").casefold() in row["naam"].casefold()
        and asked.get("plaats", place).casefold() == place.casefold()
        and asked.get("kvkNummer", row["kvkNummer"]) == row["kvkNummer"]
    )


@contextmanager
def running() -> Iterator[Any]:
    """The server, with `address` (up to `/api`) and `broken`: None, or (status, body) for every question."""
    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.broken, server.address = None, f"http://127.0.0.1:{server.server_port}/api"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
