"""The pages of contact moments, reminders and work to come: noted, changed, undone, found, and seen by who may."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import TODAY, moment, reminder
from tests.gatherings.page_asking import text_of

from werktop.audit.models import Entry, PersonalView
from werktop.contacts.models import ContactMoment, Reminder
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def client(cast, log_in):
    return log_in(cast.own.account())


@pytest.fixture
def ask(client):
    """`ask("contacts:moments")`, `ask("contacts:new_moment", post={…})`: the answer, a post with a key of its own."""

    def do(name, *args, post=None, query="", **facts):
        address = reverse(name, args=args) + query
        if post is None:
            return client.get(address)
        return client.post(address, {"request_key": uuid4(), **post}, **facts)

    return do


@pytest.fixture
def fatima(cast):
    return making.candidate(cast.own, assigned_to=cast.own.account())


@pytest.fixture
def henk(cast):
    return making.entrepreneur(making.employer(cast.own, "Bakkerij Jansen"), "Henk", last_name="Jansen")


def test_contact_is_noted_from_the_candidate_s_page_with_what_was_promised(ask, fatima):
    page = reverse("candidates:candidate", args=[fatima.pk])
    who = f"candidate:{fatima.pk}"
    shown = ask("contacts:new_moment", query=f"?who={who}&back={page}")
    assert "Fatima El Amrani, 4001 AB" in text_of(shown)
    answers = {
        "channel": "call", "day": "2026-11-23", "people": [who], "words": "Wil graag bakken.",
        "what": "terugbellen", "due_date": "2026-11-27", "back": page,
    }  # fmt: skip
    answer = ask("contacts:new_moment", post=answers)
    assert (answer.status_code, answer["Location"]) == (302, page)
    shown = text_of(ask("candidates:candidate", fatima.pk))
    assert "Gebeld" in shown and "Wil graag bakken." in shown and "terugbellen" in shown
    assert Reminder.objects.get().people.get().candidate == fatima


def test_what_was_promised_can_be_for_a_colleague_and_is_one_s_own_where_nobody_is_chosen(cast, ask, fatima):
    bas = making.colleague_beside(cast.own, name="Bas Dijk")
    answers = {
        "channel": "call", "day": "2026-11-24", "people": [f"candidate:{fatima.pk}"], "what": "terugbellen",
        "due_date": "2026-11-24",
    }  # fmt: skip
    for owner_id in ("", bas.pk):
        assert ask("contacts:new_moment", post=answers | {"owner_id": owner_id}).status_code == 302
    owners = Reminder.objects.values_list("owner_id", flat=True)
    assert len(owners) == 2 and set(owners) == {cast.own.account().pk, bas.pk}
    elsewhere = ask("contacts:new_moment", post=answers | {"owner_id": cast.other.account().pk})
    assert elsewhere.status_code == 200 and Reminder.objects.count() == 2


def test_of_a_firm_its_people_can_be_ticked_and_somebody_more_is_typed_by_name(ask, fatima, henk):
    who = f"employer:{henk.employer_id}"
    assert "Henk Jansen, Bakkerij Jansen" in text_of(ask("contacts:new_moment", query=f"?who={who}"))
    answers = {"channel": "visit", "day": "2026-11-24", "people": [who], "somebody": "fatma"}
    assert ask("contacts:new_moment", post=answers | {"somebody": "fat\x00ma"}).status_code == 200
    assert ask("contacts:new_moment", post=answers).status_code == 302
    made = ContactMoment.objects.get()
    assert made.employer_id == henk.employer_id and made.people.get().candidate == fatima


def test_a_name_that_several_bear_is_asked(cast, ask, fatima):
    other = making.candidate(cast.own, postcode="4002 CD")
    answers = {"channel": "call", "day": "2026-11-24", "somebody": "Fatima"}
    asked = ask("contacts:new_moment", post=answers)
    assert "Wie bedoel je?" in text_of(asked) and "4002 CD" in text_of(asked)
    assert not ContactMoment.objects.exists()
    ask("contacts:new_moment", post=answers | {"people": [f"candidate:{other.pk}"]})
    assert ContactMoment.objects.get().people.get().candidate == other


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"day": "2026-12-01"}, "moet nog komen"),
        ({"people": []}, "Met wie was het?"),
        ({"channel": ""}, "Kies wat past"),
        ({"what": "bellen"}, "Kies de dag"),
        ({"what": "bellen", "due_date": "2026-11-23"}, "Deze dag is al voorbij"),
        ({"somebody": "Qwxzy"}, "Niemand gevonden"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(ask, fatima, wrong, words):
    answers = {
        "channel": "call", "day": "2026-11-24", "people": [f"candidate:{fatima.pk}"], "words": "Lang verhaal.",
    }  # fmt: skip
    shown = text_of(ask("contacts:new_moment", post=answers | wrong))
    assert words in shown and "Lang verhaal." in shown
    assert not ContactMoment.objects.exists()


def test_a_moment_is_put_right_and_taken_back(cast, ask, fatima):
    made = moment(cast.own, candidate_ids=[fatima.pk], words="Belde")
    shown = ask("contacts:moment", made.pk)
    version = shown.context["form"]["version"].value()
    answers = {
        "channel": "talk", "day": "2026-11-24", "people": [f"candidate:{fatima.pk}"], "words": "Sprak",
        "version": version,
    }  # fmt: skip
    assert ask("contacts:moment", made.pk, post=answers).status_code == 302
    made.refresh_from_db()
    assert (made.channel, made.words) == ("talk", "Sprak")
    late = ask("contacts:moment", made.pk, post=answers | {"words": "Iets anders"})
    assert late.status_code == 409 and "Iets anders" in text_of(late)
    assert late.context["overtaken"].who == cast.own.account().name
    ask("contacts:take_back_moment", made.pk, post={})
    assert not ContactMoment.objects.exists()


def test_a_reminder_is_done_in_one_tap_and_opened_again(cast, client, ask, fatima):
    made = reminder(cast.own, candidate_ids=[fatima.pk])
    page = reverse("candidates:candidate", args=[fatima.pk])
    done = client.post(
        reverse("contacts:do_reminder", args=[made.pk]), {"request_key": uuid4(), "back": page}, follow=True
    )
    assert "Gedaan: terugbellen" in text_of(done) and "Maak ongedaan" in text_of(done)
    made.refresh_from_db()
    assert made.done_at
    ask("contacts:do_reminder", made.pk, post={"is_open": "1"})
    made.refresh_from_db()
    assert made.done_at is None


def test_a_reminder_goes_to_a_colleague(cast, ask):
    made, bas = reminder(cast.own), making.colleague_beside(cast.own)
    assert "Bas Vermeer" in text_of(ask("contacts:reminder", made.pk))
    ask("contacts:reminder", made.pk, post={"account_id": bas.pk})
    made.refresh_from_db()
    assert made.owner == bas
    assert "terugbellen" not in text_of(ask("contacts:reminders"))
    of_others = text_of(ask("contacts:reminders", query="?whose=others"))
    assert "terugbellen" in of_others and "1 herinnering" not in of_others, "it measures no colleague"


def test_lists_are_downloaded_with_a_line_in_the_trail(cast, ask, fatima, henk):
    moment(cast.own, candidate_ids=[fatima.pk], words="=1+1")
    moment(cast.own, channel="visit", entrepreneur_ids=[henk.pk])
    reminder(cast.own, candidate_ids=[fatima.pk])
    got = b"".join(
        ask("contacts:download_moments", post={}, query="?channel=call").streaming_content
    ).decode()
    assert "Fatima El Amrani" in got and "'=1+1" in got and "Bakkerij" not in got
    got = b"".join(ask("contacts:download_reminders", post={}).streaming_content).decode()
    assert "terugbellen" in got
    assert Entry.objects.get(verb="contacts.note_moments_taken").detail == {"count": 1}


def test_who_is_named_is_in_the_log_of_who_looked(cast, client, ask, fatima, henk):
    moment(cast.own, candidate_ids=[fatima.pk], employer_id=henk.employer_id)
    ask("employers:employer", henk.employer_id)
    view = PersonalView.objects.get(about_kind="candidate")
    assert (view.page, view.about_ids) == ("employers:employer", [str(fatima.pk)])


def test_another_organisation_reads_nothing_of_it_on_the_firm_s_page(cast, log_in, fatima, henk):
    moment(cast.own, candidate_ids=[fatima.pk], entrepreneur_ids=[henk.pk], words="Xylofoon")
    reminder(cast.own, entrepreneur_ids=[henk.pk], what="Xylofoon stemmen")
    page = reverse("employers:employer", args=[henk.employer_id])
    strangers = [
        cast.other.account(), cast.own.account("coordinator"), cast.private.account("relationship_manager"),
    ]  # fmt: skip
    for stranger in strangers:
        assert "Xylofoon" not in text_of(log_in(stranger).get(page))
    assert "Xylofoon" in text_of(log_in(cast.own.account()).get(page))


def test_work_to_come_is_noted_closed_and_opened_again_on_the_firm_s_page(client, ask, henk):
    firm = henk.employer_id
    ask(
        "work_profiles:new_profile",
        firm,
        post={"what": "inpakkers", "places": "2", "from_date": "2027-03-01"},
    )
    made = WorkProfile.objects.get()
    assert (made.places, made.from_date) == (2, date(2027, 3, 1))
    assert "2 inpakkers" in text_of(ask("employers:employer", firm))
    closed = client.post(
        reverse("work_profiles:close_profile", args=[made.pk]), {"request_key": uuid4(), "status": "filled"}, follow=True
    )  # fmt: skip
    assert "inpakkers: vervuld" in text_of(closed)
    ask("work_profiles:close_profile", made.pk, post={"status": "back"})
    made.refresh_from_db()
    assert made.status == "idea"
    wrong = ask("work_profiles:new_profile", firm, post={"what": "x", "places": "0"})
    assert wrong.status_code == 200 and WorkProfile.objects.count() == 1


def test_all_that_was_said_is_on_the_paper_of_the_candidate_and_not_what_is_about_others(cast, ask, fatima):
    kees = making.candidate(cast.own, "Kees", last_name="Bos")
    moment(cast.own, candidate_ids=[fatima.pk], words="Wil graag bakken.")
    moment(
        cast.own, candidate_ids=[fatima.pk, kees.pk], words="Kees zei niets.", day=TODAY - timedelta(days=1)
    )
    reminder(cast.own, candidate_ids=[fatima.pk])
    paper = text_of(ask("privacy:kept_of_candidate", fatima.pk))
    assert "Wil graag bakken." in paper and "terugbellen, nog niet gedaan" in paper
    assert "Kees" not in paper and "die ook over anderen gaan" in paper


def test_a_reminder_is_moved_and_reworded_in_one_form_with_its_history(cast, ask, fatima):
    made = reminder(cast.own, candidate_ids=[fatima.pk])
    start = ask("contacts:reminder", made.pk).context["change_form"]["version"].value()
    answers = {"what": "langsgaan met  het contract", "due_date": "2026-12-01", "version": start}
    assert ask("contacts:reminder", made.pk, post=answers).status_code == 302
    made.refresh_from_db()
    assert (made.what, made.due_date) == ("langsgaan met het contract", date(2026, 12, 1))
    assert Entry.objects.filter(verb="contacts.change_reminder", about_id=made.pk).exists()
    assert Reminder.pgh_event_model.objects.filter(pgh_obj_id=made.pk, what="terugbellen").exists()
    late = ask("contacts:reminder", made.pk, post=answers | {"what": "iets anders"})
    assert late.status_code == 409 and late.context["change_form"]["what"].value() == "iets anders"
    assert late.context["overtaken"].who == cast.own.account().name


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"what": " "}, "Schrijf in een paar woorden"),
        ({"due_date": ""}, "Kies een dag."),
        ({"due_date": "2036-12-01"}, "meer dan twee jaar"),
    ],
)
def test_a_reminder_that_cannot_be_so_keeps_what_was_typed(cast, ask, wrong, words):
    made = reminder(cast.own)
    answers = {"what": "met bloemen", "due_date": "2026-12-01"} | wrong
    shown = ask("contacts:reminder", made.pk, post=answers)
    assert words in text_of(shown)
    assert shown.context["change_form"]["due_date"].value() == answers["due_date"]
    made.refresh_from_db()
    assert made.what == "terugbellen"


def test_a_reminder_of_another_organisation_cannot_be_changed(cast, log_in, fatima):
    made = reminder(cast.own, candidate_ids=[fatima.pk])
    stranger = log_in(cast.other.account())
    post = {"request_key": uuid4(), "what": "x", "due_date": "2026-12-01"}
    assert stranger.post(reverse("contacts:reminder", args=[made.pk]), post).status_code == 404


def test_who_is_named_wholly_is_not_asked_about_and_a_word_of_a_name_is_a_whole_word(cast, ask):
    koen = making.candidate(cast.own, "Koen", last_name="de Wit")
    for first in ("Els", "Ruud", "Yvonne"):
        making.candidate(cast.own, first, last_name="de Wit")
    making.employer(cast.own, "Koeltransport Vos")
    answers = {"channel": "call", "day": "2026-11-24"}
    assert ask("contacts:new_moment", post=answers | {"somebody": "koen de wit"}).status_code == 302
    assert ContactMoment.objects.get().people.get().candidate == koen
    bos = making.candidate(cast.own, "Koen", last_name="Bos")
    asked = ask("contacts:new_moment", post=answers | {"somebody": "Koen"})
    assert "Koeltransport" not in text_of(asked)
    proposed = {value for value, _words in asked.context["form"].fields["people"].choices}
    assert proposed == {f"candidate:{koen.pk}", f"candidate:{bos.pk}"}


def test_with_nobody_to_tick_the_name_is_not_called_optional(ask, fatima):
    shown = ask("contacts:new_moment").content.decode()
    label = shown[shown.index('for="id_somebody"') :].partition("</label>")[0]
    assert "Met wie, of met welk bedrijf?" in label and "mag leeg" not in label


def test_a_note_begins_from_every_page_with_the_bar_of_a_phone_and_goes_back_there(cast, walk):
    fatima = making.candidate(cast.own, "Fatima", spoken_at=making.MOMENT)
    walker, page = walk(cast.own.account()), reverse("candidates:candidate", args=[fatima.pk])
    assert "gesproken: vandaag" in walker.open(reverse("desk:candidates")).words
    assert walker.open(page).link("Notitie") == "#contact" and 'id="contact"' in walker.page.source
    (bar,) = [href for href, words in walker.page.links if words == "Notitie" and href != "#contact"]
    walker.open(bar)
    walker.press("Lees", sentence="Fatima El Amrani gebeld, wil graag bakken")
    walker.press("Klopt, bewaar")
    assert walker.page.url.startswith(page) and ContactMoment.objects.count() == 1
