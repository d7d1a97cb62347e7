"""What each page asks of the database and of the server, as the relationship manager of the largest organisation sees it."""

from __future__ import annotations

import gc
import statistics
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from benchmarks.logins import session_of
from benchmarks.tables import milliseconds, table
from werktop.accounts.commands.own_sessions import begin
from werktop.accounts.models import Account, OwnSession
from werktop.accounts.own_pages import COOKIE
from werktop.audit.clock import now
from werktop.audit.models import Likeness
from werktop.candidates.models import Candidate
from werktop.catalogue.models import Term
from werktop.contacts.models import ContactMoment
from werktop.employers.models import Employer
from werktop.gatherings.models import Gathering
from werktop.help_requests.models import HelpRequest

BETWEEN = ("SAVEPOINT", "RELEASE", "SET TRANSACTION", "BEGIN", "COMMIT")
MOST_MS = 300


@dataclass(frozen=True)
class Page:
    """One page as it is asked: its words in the table, its address (without `about`: there is nothing that it could be about), and
    what is posted to it (then it is a post)."""

    words: str
    name: str
    about: list[Any] | None = field(default_factory=list)
    asked: dict[str, Any] = field(default_factory=dict)
    post: dict[str, Any] | None = None
    who: str = "manager"


def _person() -> Candidate:
    """The candidate whose pages are asked: one of the manager's own."""
    own = Candidate.objects.filter(organisation__slug="organisatie-0", left_at=None)
    found = own.filter(assigned_to__email="manager0@nummer0.example").order_by("name_key", "id").first()
    assert found is not None
    return found


def _pages() -> list[Page]:
    manager = Account.objects.get(email="manager0@nummer0.example")
    person = _person()
    one, other = Term.objects.filter(organisation=None, kind="competency").order_by("code")[:2]
    coming = Gathering.objects.filter(organisation__slug="organisatie-0", status="preparing").earliest(
        "starts_at"
    )
    firm = Employer.objects.filter(organisation__slug="organisatie-0").earliest("name_key")
    moment = ContactMoment.objects.filter(organisation__slug="organisatie-0").latest("happened_at")
    pair = Likeness.objects.filter(kind="candidate", organisation_id=person.organisation_id, apart_at=None)
    # of few candidates no two may be alike, and nobody may have asked for help
    two_people = pair.order_by("id").values_list("first_id", "second_id").first()
    asked = HelpRequest.objects.filter(owner=manager).order_by("due_date", "id").first()
    of_request = [asked.pk] if asked else None
    own_pages = [
        ("start", "own"),
        ("about me", "about_me"),
        ("firms", "firms"),
        ("plan", "plan"),
        ("all that is kept", "kept_of_me"),
        ("who looked", "who_looked"),
        ("objections", "objections"),
        ("choices", "choices"),
    ]
    lists = "desk:candidates"
    narrowed: list[tuple[str, dict[str, Any]]] = [
        ("", {}),
        ("page 400", {"page": 400}),
        ("also who stopped", {"left": "on"}),
        ("mine", {"with": "me"}),
        ("a name", {"q": "Fatima"}),
        ("a name with a slip", {"q": "jansn"}),
        ("two names", {"q": "anouk de wit"}),
        ("two letters", {"q": "bo"}),
        ("a telephone number", {"q": "06 12 34"}),
        ("a talent", {"term": [one.pk]}),
        ("two talents and a language", {"term": [one.pk, other.pk], "lang": ["ar"]}),
        (
            "hours, days, distance and travel",
            {"hours": ["24"], "day": ["1", "2"], "km": "10", "by": ["bicycle"]},
        ),
        ("kind of work", {"work": "zorg"}),
        ("a certificate", {"paper": ["certificate"], "certificate": "vca"}),
        ("licence and Dutch", {"licence": ["B"], "dutch": "2"}),
        ("an open need", {"need": ["childcare"]}),
        ("a plan that runs", {"plan": "runs"}),
        ("a place", {"place": "Tiel"}),
        ("a municipality", {"in": ["GM0281"]}),
        ("asked to a gathering", {"gathering": coming.pk}),
        ("never invited", {"gathering": "never"}),
        ("not spoken to in 6 weeks", {"unspoken": "6"}),
        ("never spoken to", {"unspoken": "never"}),
        ("picture older than 6 months", {"untouched": "6"}),
        ("both, by last contact", {"unspoken": "6", "untouched": "6", "sort": "spoken"}),
        ("by last contact", {"sort": "spoken"}),
        ("by picture, oldest first", {"sort": "picture"}),
        ("by place", {"sort": "place"}),
        ("a name, not spoken to, mine", {"q": "jan", "unspoken": "6", "with": "me"}),
        ("not told what is kept", {"telling": "all"}),
    ]
    firms: list[tuple[str, dict[str, Any]]] = [
        ("", {}), ("a name", {"q": "Bakkerij Jansen"}), ("a slip", {"q": "baker janssn"}), ("a sector", {"sector": "C"}),
        ("a place", {"place": "Tiel"}),
    ]  # fmt: skip
    names = ["Fatima", "jansn", "anouk de wit", "Bakkerij", "bo", "xyzzy"]
    of_person, of_firm, of_gathering = [person.pk], [firm.pk], [coming.pk]
    return [
        Page("Today", "desk:today"),
        *(Page(f"search: {words}", "desk:find", asked={"q": words}) for words in names),
        *(Page(_said("candidates", words), lists, asked=asked) for words, asked in narrowed),
        Page("file analysis", "desk:analysis"),
        Page("file analysis: mine", "desk:analysis", asked={"with": "me"}),
        Page(
            "file analysis: a talent and days", "desk:analysis", asked={"term": [one.pk], "day": ["1", "2"]}
        ),
        Page("file analysis: asked to a gathering", "desk:analysis", asked={"gathering": coming.pk}),
        Page("file analysis, downloaded", "desk:download_analysis", post={}),
        Page(
            "invite all 'not spoken to'", "desk:invite_candidates", asked={"wie": "gevonden", "unspoken": "6"}
        ),
        Page(
            "assign all 'not spoken to'", "desk:assign_candidates", asked={"wie": "gevonden", "unspoken": "6"}
        ),
        Page("who is with whom", "candidates:hand_over"),
        Page("hand over", "candidates:hand_over", asked={"van": manager.pk}),
        Page("candidate", "candidates:candidate", of_person),
        Page("candidate, to change", "candidates:change_candidate", of_person),
        Page("candidate, then and now", "candidates:then_and_now", of_person),
        Page("candidate, all that is kept", "privacy:kept_of_candidate", of_person),
        Page("new candidate", "candidates:new_candidate"),
        *(Page(_said("employers", words), "employers:employers", asked=asked) for words, asked in firms),
        Page("employer", "employers:employer", of_firm),
        Page("likely doubles, people", "candidates:doubles"),
        Page(
            "two files side by side", "candidates:merge_candidates", list(two_people) if two_people else None
        ),
        Page("likely doubles, firms", "employers:doubles"),
        Page("who looked at own candidates", "candidates:looks"),
        Page("saved views", "desk:views"),
        Page("help requests", "help_requests:help_requests"),
        Page("help requests of all", "help_requests:help_requests", asked={"whose": "all"}),
        Page("help request", "help_requests:help_request", of_request),
        Page("help request, new", "help_requests:new_help_request", of_person),
        Page("help request, handed over", "help_requests:hand_over", of_request),
        Page("stand-ins", "accounts:stand_ins"),
        Page("done meanwhile", "accounts:done_meanwhile"),
        *(Page(f"own page: {words}", f"portal:{name}", who="person") for words, name in own_pages),
        Page("contact moments", "contacts:moments"),
        Page("contact moments: a name", "contacts:moments", asked={"q": "Fatima"}),
        Page("contact moment", "contacts:moment", [moment.pk]),
        Page("reminders", "contacts:reminders"),
        Page("reminders of colleagues, a name", "contacts:reminders", asked={"whose": "others", "q": "jan"}),
        Page(
            "a quick note, read",
            "contacts:read_note",
            post={"sentence": "Gebeld met Fatima Bakker, vrijdag terugbellen"},
        ),
        Page("gatherings", "gatherings:gatherings"),
        Page("gathering", "gatherings:gathering", of_gathering),
        Page("guests", "gatherings:guests", of_gathering),
        Page("outbox", "post:outbox"),
        Page("letters", "post:letters"),
        Page("uploads", "exchange:uploads"),
        Page("catalogue", "catalogue:catalogue"),
        Page("colleagues", "accounts:colleagues", who="admin"),
        Page("trail", "accounts:trail", who="admin"),
    ]


def _said(title: str, words: str) -> str:
    return f"{title}: {words}" if words else title


def report(times: int, only: str) -> str:
    """The table, which pages took longer than they may, and which are not in it since there is nothing for them to show."""
    clients = {
        "person": _own_client(),
        "manager": _client("manager0@nummer0.example"),
        "admin": _client("beheer@nummer0.example"),
    }
    rows, slow, left_out = [], [], []
    for page in _pages():
        if only in page.words and page.about is None:
            left_out.append(page.words)
        elif only in page.words:
            queries, took, worked = _measured(clients[page.who], page, times)
            middle, late = statistics.median(took), _p95(took)
            work = statistics.median(worked)
            rows.append(
                [page.words, str(queries), milliseconds(middle), milliseconds(late), milliseconds(work)]
            )
            if late * 1000 > MOST_MS:
                slow.append(page.words)
    found = table(["page", "queries", "median ms", "p95 ms", "processor ms"], rows)
    said = (
        f"p95 over {MOST_MS} ms: {', '.join(slow)}" if slow else f"p95 of every page is under {MOST_MS} ms."
    )
    missing = (
        f"\nLeft out, with nothing to show among so few candidates: {', '.join(left_out)}" if left_out else ""
    )
    return f"{found}\n\n{said}{missing}"


def _p95(took: list[float]) -> float:
    return sorted(took)[max(0, round(0.95 * len(took)) - 1)]


def _measured(client: Client, page: Page, times: int) -> tuple[int, list[float], list[float]]:
    """How many questions it asks the database, and of each time but the first the seconds it took, and those that the
    processors worked for it: here and in the database."""
    asked: list[str] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(str(sql))
        return execute(sql, params, many, context)

    _answer(client, page)
    with connection.execute_wrapper(note):
        _answer(client, page)
    queries = sum(not sql.startswith(BETWEEN) for sql in asked)
    took, worked = [], []
    for _n in range(times):
        gc.collect()
        began, work = perf_counter(), _work()
        _answer(client, page)
        took.append(perf_counter() - began)
        worked.append(_work() - work)
    return queries, took, worked


def _work() -> float:
    """Seconds that this process and its server process of the database have worked so far, whoever else is busy."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        told = Path(f"/proc/{cursor.fetchone()[0]}/schedstat").read_text()
    return process_time() + int(told.split()[0]) / 1e9


def _answer(client: Client, page: Page) -> None:
    address = reverse(page.name, args=page.about)
    if page.post is None:
        answer = client.get(address, page.asked)
    else:
        answer = client.post(address, page.post | {"request_key": uuid4()})
    if answer.status_code != 200:
        raise SystemExit(f"{page.words}: answered {answer.status_code}")


def _client(email: str) -> Client:
    """A client with this colleague's session, as logging in leaves it."""
    client = Client(HTTP_HOST="localhost")
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(Account.objects.get(email=email))
    return client


def _own_client() -> Client:
    """A client in which the candidate of these pages is on the own page, with a strong login."""
    client = Client(HTTP_HOST="localhost")
    with transaction.atomic():  # as the page that opens an own page
        client.cookies[COOKIE] = begin("candidate", _person(), way=OwnSession.Way.STRONG, at=now())
    client.cookies[COOKIE]["path"] = "/mijn/"
    return client
