"""Pages of the post: the outbox of one's own organisation, letters to print, and the demo's mailbox."""

import io
from uuid import uuid4

import pypdf
import pytest
from django.urls import reverse
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.actors import SYSTEM
from werktop.audit.models import PersonalView
from werktop.post import calendar, recipients
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def letter(lay_down):
    return lambda **other: lay_down(channel="letter", to_address="Lindestraat 4\n4001 AB Tiel", **other)


def text_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_the_outbox_says_what_failed_and_why_and_tries_again(
    lay_down, mail_server, at, colleague, cast, clock, log_in
):
    mail_server.refusals["fatima@post.example"] = "550 5.1.1 No such user"
    key = lay_down()
    deliver_message(actor=SYSTEM, at=at, message_id=key)
    shown = colleague.get(reverse("post:outbox")).content.decode()
    assert "Dit adres wordt niet aangenomen" in shown
    assert "Fatima El Amrani" in shown
    assert PersonalView.objects.filter(about_ids=[str(Message.objects.get().to_id)]).count() == 1
    again = reverse("post:retry", kwargs={"message_id": key})
    stranger = log_in(cast.other.account())
    assert "Fatima" not in stranger.get(reverse("post:outbox")).content.decode()
    assert stranger.post(again, {"request_key": uuid4()}).status_code == 404
    assert colleague.post(again, {"request_key": uuid4()}).status_code == 302
    assert Message.objects.get().status == "waiting"


def test_the_outbox_finds_one_person_and_what_failed(lay_down, colleague, clock):
    lay_down()
    failed = lay_down(to_name="Bo Verbeek", to_address="bo@post.example", body="Beste Bo")
    Message.objects.filter(pk=failed).update(status="failed")
    for asked, there, gone in (
        ({"search": "fatima"}, "Fatima El Amrani", "Bo Verbeek"),
        ({"status": "failed"}, "Bo Verbeek", "Fatima El Amrani"),
        ({"status": "waiting"}, "Fatima El Amrani", "Bo Verbeek"),
    ):
        shown = colleague.get(reverse("post:outbox"), asked).content.decode()
        assert there in shown
        assert gone not in shown
    none = colleague.get(reverse("post:outbox"), {"search": "nergens"}).content.decode()
    assert "Geen bericht gevonden met deze filters" in none
    assert "Alles is verstuurd" not in none


def test_an_empty_outbox_says_that_all_is_sent(colleague):
    assert "Alles is verstuurd" in colleague.get(reverse("post:outbox")).content.decode()


def test_a_letter_is_printed_with_address_date_text_and_a_code(letter, colleague, at, clock):
    letter(body="Beste Fatima,\n\nKomt u ook?\nGeef antwoord op https://werktop.example/u/abc/.")
    letter(to_name="Bo *de* $Wit$ #set", language="en")
    answer = colleague.get(reverse("post:letters_pdf"))
    assert answer["Content-Type"] == "application/pdf"
    first, second = text_of(answer.content)
    for words in ("Fatima El Amrani", "4001 AB Tiel", "24 november 2026", "Komt u ook?", "Scan deze code"):
        assert words in first
    assert "https://werktop.example/u/abc/" in first
    assert "Bo *de* $Wit$ #set" in second, "typed words are never read as markup"
    assert "24 November 2026" in second


def test_the_code_on_a_letter_is_the_link_without_the_full_stop(letter, monkeypatch, cast, at):
    from werktop.post import letters

    seen = []
    real = letters.segno.make
    monkeypatch.setattr(letters.segno, "make", lambda link, **how: seen.append(link) or real(link, **how))
    letter(body="Antwoord op https://werktop.example/u/a-b_c/.")
    letters.pdf_of(list(Message.objects.select_related("organisation")), viewer=SYSTEM, on_date=at.date())
    assert seen == ["https://werktop.example/u/a-b_c/"]


def test_only_letters_that_were_on_the_page_are_marked_as_posted(letter, colleague, clock, at):
    first = letter()
    shown = colleague.get(reverse("post:letters")).content.decode()
    assert str(first) in shown
    later = letter()
    form = {"request_key": uuid4(), "letter": [str(first)]}
    colleague.post(reverse("post:letters"), form)
    colleague.post(reverse("post:letters"), form)
    assert Message.objects.get(pk=first).sent_at == at
    assert Message.objects.get(pk=later).status == "waiting"


def test_a_letter_names_its_gathering_and_the_day(lay_down, colleague, cast, clock):
    made = making.gathering(cast.own, host_employer=making.employer(cast.own, "Houtbouw Rijnstroom"))
    lay_down(channel="letter", to_address="Bo\nDijk 1\n4001 AB Tiel", subject="Uitnodiging", about_id=made.pk)
    lay_down(channel="letter", to_address="Bo\nDijk 1\n4001 AB Tiel", subject="Over iets anders")
    shown = colleague.get(reverse("post:letters")).content.decode()
    assert "Uitnodiging, Houtbouw Rijnstroom, 3 december" in shown
    assert "Over iets anders" in shown


def test_another_organisations_letter_cannot_be_marked(letter, log_in, cast):
    key = letter()
    log_in(cast.other.account()).post(reverse("post:letters"), {"request_key": uuid4(), "letter": [str(key)]})
    assert Message.objects.get().status == "waiting"


def test_without_letters_there_is_no_pdf_but_a_page_that_says_so(colleague):
    answer = colleague.get(reverse("post:letters_pdf"), follow=True)
    assert "Er liggen geen brieven klaar" in answer.content.decode()


def test_a_table_host_sees_no_outbox(log_in, cast):
    assert log_in(cast.own.account(Role.TABLE_HOST)).get(reverse("post:outbox")).status_code == 403


def test_the_mailbox_shows_what_was_sent_with_links_that_work(lay_down, colleague, at, clock):
    file = calendar.event(
        uid="g1", sequence=0, made_at=at, title="Gesprek", starts_at=at, ends_at=at.replace(hour=11),
        time_zone="Europe/Amsterdam", place="Tiel", description="", organiser_name="", organiser_email="",
    )  # fmt: skip
    key = lay_down(calendar=file)
    lay_down(to_name="Bo Verbeek", to_address="bo@post.example", body="Beste Bo")
    shown = colleague.get(reverse("post:mailbox"), {"search": "fatima"}).content.decode()
    assert "Fatima El Amrani" in shown
    assert "Bo Verbeek" not in shown
    where = {"message_id": key}
    opened = colleague.get(reverse("post:mailbox_message", kwargs=where)).content.decode()
    assert '<a href="https://werktop.example/u/abc/"' in opened
    got = colleague.get(reverse("post:mailbox_calendar", kwargs=where))
    assert got.content.decode() == file


def test_the_mailbox_also_shows_what_goes_to_a_colleague(lay_down, colleague, cast, clock):
    account = cast.own.account()
    key = lay_down(to_kind="account", to_id=account.pk, to_name=account.name, to_address=account.email)
    assert account.name in colleague.get(reverse("post:mailbox")).content.decode()
    opened = colleague.get(reverse("post:mailbox_message", kwargs={"message_id": key}))
    assert account.email in opened.content.decode()


def test_the_mailbox_shows_a_letter_as_it_is_printed(letter, colleague, clock):
    got = colleague.get(reverse("post:mailbox_letter", kwargs={"message_id": letter()}))
    assert "Fatima El Amrani" in text_of(got.content)[0]


@pytest.mark.parametrize("role", [r for r in Role if r != Role.RELATIONSHIP_MANAGER])
def test_the_mailbox_is_for_who_may_know_what_guests_are_told(role, lay_down, log_in, cast, clock):
    key = lay_down(calendar="BEGIN:VCALENDAR")
    client = log_in(cast.own.account(role))
    assert client.get(reverse("post:mailbox")).status_code == 403
    for name in ("mailbox_message", "mailbox_calendar"):
        assert client.get(reverse(f"post:{name}", kwargs={"message_id": key})).status_code == 403
    assert reverse("post:mailbox") not in client.get("/").content.decode()


def test_each_look_into_the_mailbox_is_written_down(lay_down, letter, colleague, clock):
    key = letter(calendar="BEGIN:VCALENDAR")
    page = colleague.get(reverse("post:mailbox")).content.decode()
    assert "staat in voor echte mail" in page
    for name in ("mailbox_message", "mailbox_letter"):
        colleague.get(reverse(f"post:{name}", kwargs={"message_id": key}))
    seen = PersonalView.objects.filter(about_ids=[str(Message.objects.get().to_id)])
    assert {view.page for view in seen} == {"post:mailbox", "post:mailbox_message", "post:mailbox_letter"}


def test_outside_demo_and_tests_there_is_no_mailbox(lay_down, letter, colleague, settings):
    settings.HAS_MAILBOX_PAGE = False
    key = letter(calendar="BEGIN:VCALENDAR")
    for name in ("mailbox_message", "mailbox_calendar", "mailbox_letter"):
        assert colleague.get(reverse(f"post:{name}", kwargs={"message_id": key})).status_code == 404
    assert colleague.get(reverse("post:mailbox")).status_code == 404


@pytest.mark.parametrize("name", ["outbox", "mailbox", "letters"])
def test_a_list_costs_as_many_queries_for_many_as_for_few(
    name, lay_down, letter, colleague, django_assert_max_num_queries, clock
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for _round in range(2):
        for _each in range(12):
            lay_down()
            letter()
        with CaptureQueriesContext(connection) as seen:
            colleague.get(reverse(f"post:{name}"))
        counts.append(len(seen))
    assert counts[0] == counts[1] <= 15


def test_a_letter_puts_the_telephone_first_and_makes_no_code_of_the_page_about_privacy(letter, cast, at):
    from werktop.post import letters

    known = f"Wat wij van u weten: https://werktop.example/gegevens/{cast.own.organisation.slug}/"
    letter(body=f"Beste Fatima,\n\nHet gesprek gaat niet door.\n\n{known}\n")
    letter(
        body=f"Beste Fatima,\n\nZeg het hier:\nhttps://werktop.example/u/abc/\n\n{known}\n",
        purpose="confirmed",
    )
    rows = [letters._row(each, at.date(), "") for each in Message.objects.order_by("created_at", "id")]
    assert [bool(row["qr"]) for row in rows] == [False, True]
    texts = ["".join(p["text"] for each in row["paragraphs"] for p in each["pieces"]) for row in rows]
    assert "0344" not in texts[0] and "Bel 0344 000 000. Of scan de code met uw telefoon." in texts[1]
    assert letters.pdf_of(
        list(Message.objects.select_related("organisation")), viewer=SYSTEM, on_date=at.date()
    )


@pytest.mark.parametrize("kind", sorted(recipients.kinds()))
def test_messages_to_people_of_every_kind_stand_on_the_pages_of_the_post(kind, lay_down, colleague, clock):
    key = lay_down(to_kind=kind)
    Message.objects.filter(pk=key).update(status="failed")
    for page in (
        reverse("post:outbox"),
        reverse("post:mailbox"),
        reverse("post:mailbox_message", args=[key]),
    ):
        assert "Fatima El Amrani" in colleague.get(page).content.decode()
