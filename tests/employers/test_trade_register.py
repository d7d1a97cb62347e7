"""Firms are looked up in the trade register, asked at a server that answers by its published contracts."""

from __future__ import annotations

import re
import socket
import threading
import time
from contextlib import suppress
from uuid import uuid4

import pytest
from django.core.checks import run_checks
from django.urls import reverse
from tests import making
from tests.employers import kvk_server
from tests.gatherings.page_asking import text_of

from werktop.employers import commands
from werktop.employers.models import Employer
from werktop.employers.sections import section_of
from werktop.employers.trade_register import (
    RegisterIsSilent,
    RegisterRefusesUs,
    chosen_register,
    is_offered,
    kvk,
)
from werktop.employers.trade_register.kvk import Kvk


def shown_version(page) -> str:
    """The version that the form carries."""
    return re.search(r'name="version" value="([^"]*)"', page.content.decode())[1]


@pytest.fixture(scope="module")
def server():
    with kvk_server.running() as found:
        yield found


@pytest.fixture
def register(server, settings):
    """This installation knows the server and has a key."""
    server.broken = None
    settings.TRADE_REGISTER = "werktop.employers.trade_register.kvk.Kvk"
    settings.TRADE_REGISTER_URL, settings.TRADE_REGISTER_KEY = server.address, kvk_server.KEY
    return chosen_register()


def test_a_firm_is_found_by_a_part_of_its_name(register):
    found = register.firms_found(name=" korenaar ")
    assert [(each.number, each.branch, each.place, each.is_main, each.is_active) for each in found] == [
        ("90000001", "000090000001", "Tiel", True, True),
        ("90000001", "000090000009", "Culemborg", False, False),
    ]
    assert (found[0].address, found[0].postcode) == ("Molenweg 12", "4001 AB")


def test_a_place_and_a_number_narrow_it(register):
    assert [each.place for each in register.firms_found(name="Korenaar", place="Tiel")] == ["Tiel"]
    assert len(register.firms_found(number="90000001")) == 2
    assert register.firms_found(name="Slagerij") == []


def test_without_a_question_nobody_is_asked(register, server):
    server.broken = (500, "{}")
    assert register.firms_found(name=" ") == []


def test_a_profile_says_what_our_form_asks(register):
    found = register.profile_of("90000001")
    assert (found.name, found.address, found.postcode, found.place) == (
        "Bakkerij Korenaar", "Molenweg 12 bis", "4001 AB", "Tiel"
    )  # fmt: skip
    assert (found.sbi_code, found.people_working, found.no_unasked_post, found.has_ended) == (
        "1071",
        24,
        True,
        False,
    )
    assert [(each.branch, each.address) for each in found.branches] == [
        ("000090000001", "Molenweg 12 4001AB Tiel"),
        ("000090000009", ""),
    ]


def test_a_shielded_address_is_not_handed_out_and_an_end_is_said(register):
    found = register.profile_of("90000002")
    assert (found.address, found.postcode, found.place, found.has_ended) == ("", "", "", True)
    assert found.sbi_code == "" and found.people_working is None


def test_an_unknown_number_is_nobody(register):
    assert register.profile_of("12345678") is None


@pytest.mark.parametrize(
    "broken", [(500, '{"fout": []}'), (200, "<html>onderhoud</html>"), (200, "[]"), (302, "{}")]
)
def test_an_answer_that_is_none_is_said(register, server, broken):
    server.broken = broken
    with pytest.raises(RegisterIsSilent):
        register.firms_found(name="Korenaar")


@pytest.mark.parametrize(
    "said",
    [
        '{"resultaten": [{"naam": "A", "adres": "Tiel"}]}',
        '{"resultaten": [{"naam": "A", "adres": {"binnenlandsAdres": ["Tiel"]}}]}',
        "[" * 100_000,
        " " * (kvk.MOST_BYTES + 1),
    ],
)
def test_a_list_that_is_not_as_the_contract_says_is_no_answer(register, server, said):
    server.broken = (200, said)
    with pytest.raises(RegisterIsSilent):
        register.firms_found(name="Korenaar")


@pytest.mark.parametrize(
    "said",
    [
        '{"_embedded": {"hoofdvestiging": "x"}}',
        '{"_embedded": {"hoofdvestiging": {"adressen": [null]}}}',
        '{"sbiActiviteiten": ["x"]}',
        '{"materieleRegistratie": "x"}',
    ],
)
def test_nor_is_such_a_profile(register, server, said):
    server.broken = (200, said)
    with pytest.raises(RegisterIsSilent):
        register.profile_of("90000001")


def test_a_code_that_is_none_is_left_out(register, server):
    server.broken = (200, '{"sbiActiviteiten": [{"sbiCode": "\\u00b2\\u00b2", "indHoofdactiviteit": "Ja"}]}')
    assert register.profile_of("90000001").sbi_code == ""


@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n"])
def test_a_register_that_drips_is_not_waited_for(settings, monkeypatch, first):
    monkeypatch.setattr(kvk, "SECONDS", 0.2)
    settings.TRADE_REGISTER_KEY = "x"
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings.TRADE_REGISTER_URL = f"http://127.0.0.1:{door.getsockname()[1]}"
        over = threading.Event()

        def drip():
            said, _ = door.accept()
            with said, suppress(OSError):
                said.sendall(first)
                while not over.wait(0.05):
                    said.sendall(b"H")

        server = threading.Thread(target=drip)
        server.start()
        started = time.monotonic()
        with pytest.raises(RegisterIsSilent):
            Kvk().firms_found(name="x")
        took = time.monotonic() - started
        over.set()
        server.join()
    assert took < 1


def test_a_key_that_cannot_be_one_is_said_at_the_start_and_never_told(settings):
    settings.TRADE_REGISTER = "werktop.employers.trade_register.kvk.Kvk"
    settings.TRADE_REGISTER_KEY = "geheim\n"
    (fault,) = run_checks(tags=["employers"])
    assert fault.id == "employers.E003" and "geheim" not in fault.msg
    with pytest.raises(RegisterIsSilent) as silent:
        Kvk().firms_found(name="x")
    assert silent.value.__cause__ is None and silent.value.__context__ is None


@pytest.mark.parametrize(
    ("code", "version", "sector"),
    [
        ("1071", "2008", "C"),
        ("10710", "2025", "C"),
        ("45112", "2008", "G"),
        ("45112", "", "G"),
        ("45112", "2025", ""),
        ("95310", "2025", "G"),
        ("9521", "2008", "S"),
        ("62100", "2025", "J"),
        ("64190", "2025", "K"),
        ("88990", "2025", "Q"),
        ("²²", "", ""),
        ("44", "", ""),
    ],
)
def test_a_code_of_either_version_says_our_sector(code, version, sector):
    assert section_of(code, version) == sector


def test_nobody_there_is_said(settings):
    settings.TRADE_REGISTER_URL, settings.TRADE_REGISTER_KEY = "http://127.0.0.1:9/api", "x"
    with pytest.raises(RegisterIsSilent):
        Kvk().profile_of("90000001")


def test_a_key_that_is_not_known_there_is_said(register, settings):
    settings.TRADE_REGISTER_KEY = "een andere"
    with pytest.raises(RegisterRefusesUs):
        register.firms_found(name="Korenaar")


def test_without_a_register_nothing_is_offered(settings):
    settings.TRADE_REGISTER = ""
    assert not is_offered()
    with pytest.raises(RegisterRefusesUs):
        chosen_register()


@pytest.mark.parametrize(
    ("named", "faults"),
    [
        ("", []),
        ("werktop.employers.trade_register.kvk.Kvk", []),
        ("werktop.employers.trade_register.kvk.Kvq", ["employers.E001"]),
        ("werktop.employers.trade_register.RegisterIsSilent", ["employers.E002"]),
    ],
)
def test_a_register_that_cannot_be_asked_is_said_at_the_start(settings, named, faults):
    settings.TRADE_REGISTER = named
    assert [each.id for each in run_checks(tags=["employers"])] == faults


@pytest.mark.django_db
@pytest.mark.usefixtures("clock")
class TestOnScreen:
    """What a colleague sees of it."""

    @pytest.fixture
    def firm(self, cast):
        return making.employer(cast.own, "Korenaar", place="Tiel", address="Oude Weg 1", sector="")

    def test_found_seen_beside_ours_and_taken_over(self, cast, log_in, register, firm):
        client, address = log_in(cast.own.account()), reverse("employers:trade_register", args=[firm.pk])
        assert "Korenaar" in client.get(address).content.decode()
        found = text_of(client.post(address, {"name": "Korenaar", "place": ""}))
        assert "90000001, Molenweg 12, 4001 AB Tiel" in found
        seen = client.post(address, {"chosen": "90000001"})
        beside = text_of(seen)
        assert "bij ons staat: Oude Weg 1" in beside
        assert "10 tot en met 49 mensen" in beside
        taken = {
            "request_key": uuid4(), "take": ["register_number", "sbi_code", "sector", "size", "bogus"],
            "says_register_number": "90000001", "says_sbi_code": "1071", "says_sector": "C", "says_size": "49",
            "says_address": "Molenweg 12 bis", "sbi_version": "2025", "version": shown_version(seen),
        }  # fmt: skip
        done = client.post(reverse("employers:take_from_register", args=[firm.pk]), taken, follow=True)
        assert "Overgenomen uit het Handelsregister." in text_of(done)
        firm.refresh_from_db()
        assert (firm.register_number, firm.sbi_code, firm.sector, firm.size) == (
            "90000001",
            "1071",
            "C",
            "49",
        )
        assert firm.address == "Oude Weg 1", "what was not ticked stays"
        assert firm.sbi_version == "2025"
        commands.change_employer(
            actor=cast.own.actor(), at=making.MOMENT, employer_id=firm.pk, sbi_code="1072"
        )
        firm.refresh_from_db()
        assert firm.sbi_version == "", "of a code that was typed nobody knows the version"

    def test_what_a_colleague_changed_meanwhile_and_what_is_no_size_are_not_taken_over(
        self, cast, log_in, register, firm
    ):
        client, take = log_in(cast.own.account()), reverse("employers:take_from_register", args=[firm.pk])
        seen = client.post(reverse("employers:trade_register", args=[firm.pk]), {"chosen": "90000001"})
        typed = {"request_key": uuid4(), "take": ["size"], "says_size": "zz", "version": shown_version(seen)}
        client.post(take, typed)
        Employer.objects.filter(pk=firm.pk).update(name="Naam van een collega")
        typed |= {"request_key": uuid4(), "take": ["name", "size"], "says_name": "Oud", "says_size": "49"}
        assert "Een collega wijzigde dit intussen" in text_of(client.post(take, typed, follow=True))
        assert client.post(take, typed | {"request_key": uuid4(), "version": ""}).status_code == 302
        firm.refresh_from_db()
        assert (firm.name, firm.size) == ("Naam van een collega", "")

    def test_what_cannot_be_is_said_and_silence_is_not_the_end(self, cast, log_in, register, server, firm):
        client, address = log_in(cast.own.account()), reverse("employers:trade_register", args=[firm.pk])
        assert "Vul een naam of een KVK-nummer in." in text_of(client.post(address, {"name": " "}))
        assert "acht cijfers" in text_of(client.post(address, {"name": "x", "number": "123"}))
        server.broken = (500, "{}")
        silent = client.post(address, {"name": "Korenaar"})
        assert silent.status_code == 503
        assert "vul het bedrijf zelf in" in text_of(silent)

    def test_without_a_register_there_is_no_page(self, cast, log_in, settings, firm):
        settings.TRADE_REGISTER = ""
        client = log_in(cast.own.account())
        assert client.get(reverse("employers:trade_register", args=[firm.pk])).status_code == 404
        about = client.get(reverse("employers:change_about", args=[firm.pk])).content.decode()
        assert "handelsregister" not in about
