"""The Dutch Handelsregister of the KVK, by its published contracts: Zoeken 2.0 and Basisprofiel 1.5 (developers.kvk.nl).

Both answer JSON over HTTPS and ask a key in the header `apikey`. Zoeken answers 404 where nothing is found, and gives ten firms
unless asked for more; a shielded address ("indAfgeschermd": "Ja") is never passed on. Codes of activities are of SBI 2025 since
the register went over to it (5 to 7 September 2025); the contract has no field that says so.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import requests
from django.conf import settings
from urllib3.exceptions import HTTPError

from werktop.employers import sections

from . import Listed, Profile, RegisterIsSilent, RegisterRefusesUs

SECONDS = 5
"""How long one whole answer may take, from asking to the last byte: somebody waits for it."""
MOST_BYTES = 1_000_000
"""An answer is some kilobytes; one that goes on is read no further."""
MOST = 20
"""So many firms are shown; who has more to choose from types a place or a number."""
MOST_BRANCHES = 50
YES = "Ja"


class Kvk:
    """Asks at `TRADE_REGISTER_URL` with the key of the environment."""

    def firms_found(self, *, name: str = "", place: str = "", number: str = "") -> list[Listed]:
        """See `TradeRegister`. Legal persons without an establishment are left out: nobody works there."""
        asked = {"naam": name.strip(), "plaats": place.strip(), "kvkNummer": number}
        asked = {word: value for word, value in asked.items() if value}
        if not asked:
            return []
        answer = self._asked("/v2/zoeken", asked | {"resultatenPerPagina": str(MOST)})
        with _as_published():
            rows = _rows(answer, "resultaten")
            found = [_listed(row) for row in rows if row.get("type") != "rechtspersoon"]
            return found or [_listed(row) for row in rows]

    def profile_of(self, number: str) -> Profile | None:
        """See `TradeRegister`; two questions, and no second one where there is no such firm."""
        answer = self._asked(f"/v1/basisprofielen/{number}", {})
        if answer is None:
            return None
        branches = self._asked(f"/v1/basisprofielen/{number}/vestigingen", {})
        with _as_published():
            rows = _rows(branches, "vestigingen")[:MOST_BRANCHES]
            return _profile(answer, tuple(_branch(row, str(answer.get("kvkNummer", number))) for row in rows))

    def _asked(self, path: str, asked: dict[str, str]) -> dict[str, Any] | None:
        """One answer; None where the register knows of nothing."""
        said = SimpleQueue[tuple[int, bytes] | None]()
        url = settings.TRADE_REGISTER_URL.rstrip("/") + path
        # read beside us: a server that drips its answer, or the head of it, is left to itself
        Thread(target=lambda: said.put(_read(url, asked, settings.TRADE_REGISTER_KEY)), daemon=True).start()
        try:
            answer = said.get(timeout=SECONDS)
        except Empty:
            answer = None
        if answer is None:
            # outside what caught the fault: its words may hold the key
            raise RegisterIsSilent()
        status, body = answer
        if status == 404:
            return None
        if status in (401, 403):
            raise RegisterRefusesUs()
        with _as_published():
            found = json.loads(body)
        if status != 200 or not isinstance(found, dict):
            raise RegisterIsSilent()
        return found


def _read(url: str, asked: dict[str, str], key: str) -> tuple[int, bytes] | None:
    """The status and the bytes of one answer; None where none came, in time and in measure."""
    until, body = time.monotonic() + SECONDS, b""
    # bytes as they are: a small answer that unpacks to a large one is none
    headers = {"apikey": key, "Accept": "application/json", "Accept-Encoding": "identity"}
    try:
        with requests.get(
            url, params=asked, headers=headers, timeout=SECONDS, allow_redirects=False, stream=True
        ) as answer:
            while more := answer.raw.read1(65_536, decode_content=False):
                body += more
                if len(body) > MOST_BYTES or time.monotonic() > until:
                    return None
            return answer.status_code, body
    except (requests.RequestException, HTTPError, OSError, ValueError):
        return None


@contextmanager
def _as_published() -> Iterator[None]:
    """What is not as the contract says is no answer."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise RegisterIsSilent() from None


def _rows(answer: dict[str, Any] | None, name: str) -> list[dict[str, Any]]:
    rows = (answer or {}).get(name) or []
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _listed(row: dict[str, Any]) -> Listed:
    place = (row.get("adres") or {}).get("binnenlandsAdres") or {}
    return Listed(
        number=str(row.get("kvkNummer", "")),
        branch=str(row.get("vestigingsnummer") or ""),
        name=str(row.get("naam", "")),
        address=_street(place),
        postcode=_postcode(place),
        place=str(place.get("plaats") or ""),
        is_main=row.get("type") == "hoofdvestiging",
        is_active=row.get("actief", YES) == YES,
    )


def _branch(row: dict[str, Any], number: str) -> Listed:
    """An establishment of the list; its whole address stands in one line, of which the place is not told apart."""
    is_shielded = row.get("indAdresAfgeschermd") == YES
    return Listed(
        number=number,
        branch=str(row.get("vestigingsnummer") or ""),
        name=str(row.get("eersteHandelsnaam") or ""),
        address="" if is_shielded else " ".join(str(row.get("volledigAdres") or "").split()),
        postcode="",
        place="",
        is_main=row.get("indHoofdvestiging") == YES,
        is_active=True,
    )


def _profile(answer: dict[str, Any], branches: tuple[Listed, ...]) -> Profile:
    main = (answer.get("_embedded") or {}).get("hoofdvestiging") or {}
    open_to_all = [each for each in main.get("adressen") or [] if each.get("indAfgeschermd") != YES]
    place: dict[str, Any] = next((each for each in open_to_all if each.get("type") == "bezoekadres"), {})
    activities = answer.get("sbiActiviteiten") or main.get("sbiActiviteiten") or []
    activity: dict[str, Any] = next(
        (each for each in activities if each.get("indHoofdactiviteit") == YES), {}
    )
    working = answer.get("totaalWerkzamePersonen", main.get("totaalWerkzamePersonen"))
    return Profile(
        number=str(answer.get("kvkNummer", "")),
        name=str(main.get("eersteHandelsnaam") or answer.get("naam") or answer.get("statutaireNaam") or ""),
        address=_street(place),
        postcode=_postcode(place),
        place=str(place.get("plaats") or ""),
        sbi_code=sections.code_in(str(activity.get("sbiCode") or "")),
        sbi_version=sections.V2025,
        sbi_words=str(activity.get("sbiOmschrijving") or ""),
        people_working=working if isinstance(working, int) else None,
        no_unasked_post=answer.get("indNonMailing") == YES,
        has_ended=bool((answer.get("materieleRegistratie") or {}).get("datumEinde")),
        branches=branches,
    )


def _street(place: dict[str, Any]) -> str:
    number = "".join(str(place.get(part) or "") for part in ("huisnummer", "huisletter"))
    more = str(place.get("huisnummerToevoeging") or "")
    return " ".join(filter(None, (str(place.get("straatnaam") or ""), number, more)))


def _postcode(place: dict[str, Any]) -> str:
    """As the house writes it: "1234 AB"."""
    packed = str(place.get("postcode") or "").replace(" ", "").upper()
    return f"{packed[:4]} {packed[4:]}" if len(packed) == 6 else packed
