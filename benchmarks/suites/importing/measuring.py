"""One colleague reads a spreadsheet in and takes it over; another opens a page again and again meanwhile. Over HTTP, by a clock."""

from __future__ import annotations

import io
import re
import statistics
from contextlib import suppress
from random import Random
from threading import Event, Thread
from time import perf_counter, sleep
from typing import Any

import requests
from django.conf import settings
from django.urls import reverse
from openpyxl import Workbook

from benchmarks.logins import session_of
from benchmarks.tables import milliseconds, table
from werktop.accounts.models import Account
from werktop.candidates.models import Candidate
from werktop.exchange.models import Upload

HEADER = (
    "Naam",
    "E-mail",
    "Telefoon",
    "Postcode",
    "Talen",
    "Wat doet u graag",
    "Wat is nodig op de dag",
    "Hoe uitnodigen",
)
LIKES = "Koken Schoonmaken Tuinieren Autorijden Lezen Timmeren Verzorgen Rekenen".split()
LOOK_EVERY = 0.2
BETWEEN_PAGES = 0.1


def workbook(rows: int) -> bytes:
    """A list as an organisation keeps it: every tenth row has a slip. The same for the same number."""
    random, book = Random(5000), Workbook(write_only=True)
    sheet = book.create_sheet("Kandidaten")
    sheet.append(HEADER)
    for number in range(rows):
        name = f"{random.choice(('Sam', 'Noor', 'Yusuf', 'Lin', 'Daan'))} Regel-{number}"
        digits = random.randrange(10**8)
        phone = f"06{digits:08}" if number % 10 else f"6{digits:08}"  # Excel took the zero
        likes = "; ".join(random.sample(LIKES, 3))
        languages = random.choice(("Nederlands", "Nederlands; Arabisch", "Pools"))
        sheet.append(
            (name, f"regel{number}@post.example", phone, "4001 AB", languages, likes, "reiskosten", "e-mail")
        )
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


class Browser:
    """A colleague who is logged in."""

    def __init__(self, server: str, account: Any) -> None:
        self._server, self._session = server, requests.Session()
        self._session.cookies[settings.SESSION_COOKIE_NAME] = session_of(account)

    def get(self, address: str, **headers: str) -> requests.Response:
        answer = self._session.get(self._server + address, headers=headers, timeout=120)
        answer.raise_for_status()
        return answer

    def post(self, address: str, form_at: str, **sent: Any) -> requests.Response:
        """What the form on this page posts, with its hidden fields."""
        page = self.get(form_at).text
        hidden = {
            name: re.findall(rf'name="{name}" value="([^"]+)"', page)[0]
            for name in ("csrfmiddlewaretoken", "request_key")
        }
        files = sent.pop("files", None)
        answer = self._session.post(
            self._server + address,
            data=hidden | sent,
            files=files,
            headers={"Referer": self._server + form_at},
            timeout=600,
        )
        answer.raise_for_status()
        return answer


class Meanwhile:
    """Another colleague opens a page again and again; `took` are the seconds of each time."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address, self._ends = browser, address, Event()
        self.took: list[float] = []
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Meanwhile:
        self._thread.start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self._ends.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ends.wait(BETWEEN_PAGES):
            began = perf_counter()
            self._browser.get(self._address)
            self.took.append(perf_counter() - began)


def report(server: str, rows: int) -> str:
    """The list for the first time, and once more when all are there."""
    _wait_until_up(server)
    colleagues = Account.objects.filter(email__regex="^manager[0-9]+@nummer0").order_by("email")
    reader, other = (Browser(server, account) for account in (colleagues.first(), colleagues.last()))
    own = Candidate.objects.filter(organisation__slug="organisatie-0")
    before, content, page = own.count(), workbook(rows), reverse("desk:candidates")
    other.get(page)  # warm
    with Meanwhile(other, page) as quiet:
        sleep(5)
    lines = [["nobody reads a list in", "", "", "", *_waits(quiet.took)]]
    for words in ("the list", "the same list again"):
        with Meanwhile(other, page) as looks:
            looked, taken = _read_in(reader, content)
        lines.append(
            [
                words,
                f"{looked:.1f}",
                f"{taken:.1f}" if taken else "–",
                f"{rows / (looked + taken):,.0f}",
                *_waits(looks.took),
            ]
        )
    if own.count() != before + rows or Upload.objects.filter(state="applied").count() != 1:
        raise SystemExit(f"{own.count() - before} of {rows} came in")
    titles = [
        "",
        "seconds until it is shown",
        "seconds until all are in",
        "rows a second",
        "median ms",
        "most ms",
    ]
    size = f"{len(content) / 1024:,.0f} KiB"
    return (
        f"{rows:,} rows ({size}) into an organisation of {before:,} candidates; median and most: the list of candidates as "
        f"another colleague opens it meanwhile\n\n{table(titles, lines)}"
    )


def _read_in(browser: Browser, content: bytes) -> tuple[float, float]:
    """Seconds until the list is shown, and from the button until a worker brought the last row in (0 where there is nothing to
    take over)."""
    start = reverse("exchange:uploads")
    began = perf_counter()
    shown = browser.post(start, start, kind="candidates", files={"file": ("lijst.xlsx", content)})
    looked = perf_counter() - began
    address = shown.url.removeprefix(browser._server)
    if "Er is niets om over te nemen" in shown.text:
        return looked, 0.0
    began = perf_counter()
    browser.post(address, address)
    upload = Upload.objects.only("pk").latest("created_at")
    bar = reverse("exchange:progress", args=[upload.pk])
    while "HX-Refresh" not in browser.get(bar, **{"HX-Request": "true"}).headers:
        sleep(LOOK_EVERY)
    return looked, perf_counter() - began


def _waits(took: list[float]) -> tuple[str, str]:
    return milliseconds(statistics.median(took)), milliseconds(max(took))


def _wait_until_up(server: str) -> None:
    for _time in range(600):
        with suppress(requests.ConnectionError, requests.Timeout):
            if requests.get(f"{server}/health/", timeout=5).ok:
                return
        sleep(0.1)
    raise SystemExit("the web server does not answer; see its log.")
