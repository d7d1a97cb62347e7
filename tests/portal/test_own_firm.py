"""The entrepreneur's own page: behind the same door as a candidate's, and another one."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from tests import making
from tests.own_pages import own_client, tap

from werktop.accounts.jobs import answer_question
from werktop.accounts.models import CodeQuestion, LoginCode, OwnSession
from werktop.audit.erasure import ErasureReason
from werktop.audit.models import PersonalView
from werktop.candidates.models import Presentation
from werktop.employers.commands import answer_question as answer_it
from werktop.employers.commands import erase_entrepreneur
from werktop.employers.models import EmployerQuestion, Entrepreneur
from werktop.gatherings.models import Click, Guest
from werktop.portal.commands import send_firm_link
from werktop.work_profiles.models import WorkProfile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HOME, WAY_IN, TYPE = "/mijn/bedrijf/", "/mijn/in/", "/mijn/code/"


@pytest.fixture
def joris(cast):
    return making.entrepreneur(
        making.employer(cast.own, "Bakkerij Jansen"), "Joris", email="joris@post.example"
    )


@pytest.fixture
def ask(carry_post):
    """`ask(address)`: a browser that asked a code there, and the mails with codes that went out."""

    def do(address):
        browser = Client()
        browser.post(WAY_IN, {"request_key": str(uuid4()), "email": address})
        answer_question(str(CodeQuestion.objects.get().pk))
        carry_post()
        return browser, {each.body: re.search(r"^\d{6}$", each.body, re.M).group() for each in mail.outbox}

    return do


def test_a_code_opens_the_page_of_the_firm_and_who_is_a_candidate_too_gets_two(cast, joris, ask):
    making.candidate(cast.own, "Joris", email="joris@post.example")
    browser, codes = ask("Joris@post.example")
    assert len(set(codes.values())) == 2
    (code,) = [code for body, code in codes.items() if "de pagina van Bakkerij Jansen" in body]
    browser.post(TYPE, {"code": code})
    page = browser.get("/mijn/", follow=True)
    assert page.redirect_chain[-1][0] == HOME
    assert "Dag Joris" in page.content.decode() and "Bakkerij Jansen" in page.content.decode()


def test_who_takes_part_no_more_gets_no_code_and_is_out_at_once(joris, ask, at):
    browser = own_client(joris, at)
    assert browser.get(HOME).status_code == 200
    Entrepreneur.objects.update(is_active=False)
    _asked, codes = ask("joris@post.example")
    assert codes == {} and not LoginCode.objects.exists()
    assert browser.get(HOME).headers["Location"] == WAY_IN


def test_with_an_erased_entrepreneur_go_the_sessions(cast, joris, at):
    browser = own_client(joris, at)
    erase_entrepreneur(
        actor=cast.own.actor(), at=at, entrepreneur_id=joris.pk, reason=ErasureReason.ASKED.value
    )
    assert not OwnSession.objects.exists() and browser.get(HOME).status_code == 302


def test_a_colleague_sends_a_link_that_a_tap_opens(cast, joris, at, carry_post, log_in):
    assert (
        "de link"
        in log_in(cast.own.account())
        .get(reverse("employers:employer", args=[joris.employer_id]))
        .content.decode()
    )
    send_firm_link(actor=cast.own.actor(), at=at, entrepreneur_id=joris.pk)
    (sent,) = carry_post()
    path, browser = re.search(r"http://\S+(/mijn/link/\S+/)", sent.body).group(1), Client()
    assert "de pagina van Bakkerij Jansen" in browser.get(path).content.decode()
    assert browser.post(path, follow=True).redirect_chain[-1][0] == HOME


def test_an_invitation_is_answered_with_one_tap_from_the_page(cast, joris, at):
    gathering = making.gathering(cast.own, tables=1)
    guest = making.guest(gathering, joris, "invited")
    browser, address = own_client(joris, at), reverse("portal:firm_invitation", args=[gathering.pk])
    assert f'action="{address}"' in browser.get(HOME).content.decode()
    answer = tap(browser, address, answer="yes")
    assert answer.headers["Location"] == address and Guest.objects.get(pk=guest.pk).reply == "yes"
    assert "u komt" in browser.get(HOME).content.decode()
    assert browser.get(reverse("portal:firm_invitation_calendar", args=[gathering.pk])).status_code == 200


def test_of_the_people_one_met_only_what_they_approved_is_read_and_it_is_logged(cast, joris, at, clock):
    gathering = making.gathering(cast.own, tables=1)
    came = {"arrived_at": gathering.starts_at}
    mine = making.guest(gathering, joris, "yes", **came)
    for name, approved in (("Fatima", "Ik bak brood."), ("Karim", "")):
        person = making.candidate(cast.own, name, last_name="Zonnebloem")
        Click.objects.create(
            gathering=gathering,
            chooser=mine,
            chosen=making.guest(gathering, person, "yes", **came),
            noted_at=at,
        )
        Presentation.objects.create(
            candidate=person, words="Nieuw en geheim.", approved_words=approved, written_at=at,
            approved_at=at if approved else None,
        )  # fmt: skip
    clock.set(gathering.ends_at)
    browser = own_client(joris, gathering.ends_at)
    assert "U sprak 2 kandidaten." in browser.get(HOME).content.decode()
    page = browser.get(reverse("portal:people_met")).content.decode()
    assert "Fatima" in page and "Ik bak brood." in page
    for word in ("Karim", "Zonnebloem", "geheim"):
        assert word not in page
    assert [each.actor_kind for each in PersonalView.objects.filter(page="portal:people_met")] == [
        "entrepreneur"
    ]


def test_own_details_are_put_right_and_another_address_asks_a_new_code(joris, at):
    browser, address = own_client(joris, at), reverse("portal:own_details")
    typed = {
        "first_name": "Joris",
        "last_name": "de Bakker",
        "email": "joris@post.example",
        "languages": "nl",
    }
    version = re.search(r'name="version" value="([^"]*)"', browser.get(address).content.decode()).group(1)
    typed["version"] = version.replace("&quot;", '"')
    assert tap(browser, address, **typed).headers["Location"] == HOME
    assert Entrepreneur.objects.get().last_name == "de Bakker"
    assert tap(browser, address, **typed).status_code == 409, "what stood there is not written over unseen"
    faulty = tap(browser, address, **(typed | {"version": "", "phone": "12"}))
    assert "Schrijf tien cijfers" in faulty.content.decode() and "de Bakker" in faulty.content.decode()
    moved = tap(browser, address, **(typed | {"version": "", "email": "nieuw@post.example"}))
    assert moved.headers["Location"] == WAY_IN and browser.get(HOME).headers["Location"] == WAY_IN


def test_work_is_offered_in_one_sentence_once_and_taken_back(cast, joris, at):
    browser, address = own_client(joris, at), reverse("portal:own_work")
    for words in ("Vanaf maart twee mensen in de inpak", "  vanaf maart twee mensen in de inpak "):
        assert tap(browser, address, words=words).headers["Location"] == address
    work = WorkProfile.objects.get()
    assert (work.status, work.to_call_id, work.noted_by_id) == ("idea", joris.pk, None)
    assert work.what in browser.get(HOME).content.decode()
    assert "Schrijf in één zin" in tap(browser, address, words=" ").content.decode()
    other = own_client(making.entrepreneur(joris.employer, "Ineke"), at)
    assert tap(other, address, take_back=str(work.pk)).status_code == 404
    tap(browser, address, take_back=str(work.pk))
    work.refresh_from_db()
    assert work.status == "gone" and work.closed_at == at


def test_on_the_own_page_a_question_is_one_field_and_the_answer_stands_below_it(cast, joris, at):
    browser, address = own_client(joris, at), reverse("portal:own_question")
    tap(browser, address, words="Mag iemand een dag meelopen?")
    row = EmployerQuestion.objects.get()
    assert (row.employer_id, row.entrepreneur_id, row.way) == (joris.employer_id, joris.pk, "own_page")
    answer_it(actor=cast.own.actor(), at=at, employer_question_id=row.pk, said="Ja, bel mij maandag.")
    assert "Ja, bel mij maandag." in browser.get(address).content.decode()


def test_the_road_of_an_entrepreneur_from_a_code_to_leaving(cast, joris, ask):
    gathering = making.gathering(cast.own, tables=1)
    guest = making.guest(gathering, joris, "invited")
    browser, codes = ask("joris@post.example")
    browser.post(TYPE, {"code": codes.popitem()[1]})
    page = browser.get("/mijn/", follow=True).content.decode()
    address = reverse("portal:firm_invitation", args=[gathering.pk])
    assert f'action="{address}"' in page and reverse("portal:own_work") in page
    tap(browser, address, answer="yes")
    tap(browser, reverse("portal:own_work"), words="Iemand voor de schoonmaak, twee ochtenden")
    assert Guest.objects.get(pk=guest.pk).reply == "yes" and WorkProfile.objects.count() == 1
    tap(browser, "/mijn/uit/")
    assert browser.get(HOME).headers["Location"] == WAY_IN
