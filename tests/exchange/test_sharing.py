"""A later list that says Nee at Toestemming ends the sharing; a later Ja begins nothing."""

from __future__ import annotations

from uuid import uuid4

import pytest
from tests.exchange.making import codes, read, workbook
from tests.exchange.test_command import run  # noqa: F401 - a fixture
from tests.exchange.test_pages import client, send  # noqa: F401 - a fixture

from werktop.audit.models import Entry
from werktop.candidates.models import Candidate
from werktop.employers.models import Entrepreneur

pytestmark = pytest.mark.django_db
NOTHING = "Er is niets om over te nemen."


def sonar(*people):
    """People as (name, Toestemming), alike in all else."""
    return workbook(
        [
            ("Volledige Naam", "E-mailadres", "Inschrijfdatum", "Toestemming"),
            *[(name, f"{name.split()[0].lower()}@post.example", "01-03-2026", said) for name, said in people],
        ]
    )


def look(client, *people):  # noqa: F811
    address = send(client, sonar(*people), "sonar").url
    return address, client.get(address).content.decode()


def take(client, address):  # noqa: F811
    return client.post(address, {"request_key": str(uuid4())}, follow=True).content.decode()


def shared():
    return dict(Candidate.objects.values_list("first_name", "is_shared"))


@pytest.mark.parametrize("word", ["Nee", ""], ids=["no", "no clear yes"])
def test_a_later_no_is_named_and_taken_over(client, word):  # noqa: F811
    take(client, look(client, ("Sam Jansen", "Ja"), ("Bo de Wit", "Ja"))[0])
    address, shown = look(client, ("Sam Jansen", word), ("Bo de Wit", "Ja"))
    assert "<strong>1</strong> persoon wordt niet meer gedeeld met andere organisaties: rij 2." in shown
    assert "<strong>1</strong> rij is al eerder overgenomen" in shown
    assert "Neem over wie niet meer gedeeld wordt" in shown and NOTHING not in shown
    assert shared() == {"Sam": True, "Bo": True}
    assert "1 persoon wordt niet meer gedeeld" in take(client, address)
    assert shared() == {"Sam": False, "Bo": True}
    told = Entry.objects.filter(verb="exchange.apply_upload").values_list("detail", flat=True)
    assert {"added": 0, "already_there": 2, "no_longer_shared": 1} in told


def test_a_repeated_no_changes_nothing_more(client):  # noqa: F811
    take(client, look(client, ("Sam Jansen", "Nee"))[0])
    _address, shown = look(client, ("Sam Jansen", "Nee"))
    assert NOTHING in shown and "niet meer gedeeld" not in shown


def test_a_later_yes_is_named_and_shares_nobody(client):  # noqa: F811
    take(client, look(client, ("Sam Jansen", "Nee"))[0])
    address, shown = look(client, ("Sam Jansen", "Ja"))
    assert "Bij ons wordt deze persoon niet gedeeld" in shown and "zet het delen zelf aan" in shown
    assert f"/{Candidate.objects.get().pk}/" in shown and NOTHING in shown
    take(client, address)
    assert shared() == {"Sam": False}


def test_a_list_without_that_column_changes_nobody(client):  # noqa: F811
    guests = workbook([("Naam", "E-mail", "Hoe uitnodigen"), ("Sam Jansen", "sam@post.example", "e-mail")])
    take(client, send(client, guests).url)
    Candidate.objects.update(is_shared=False)
    shown = client.get(send(client, guests).url).content.decode()
    assert NOTHING in shown and "zet het delen" not in shown
    assert shared() == {"Sam": False}


def test_the_command_line_says_and_does_the_same(run, tmp_path):  # noqa: F811
    file = tmp_path / "sonar.xlsx"
    file.write_bytes(sonar(("Sam Jansen", "Ja"), ("Bo de Wit", "Nee")))
    run(file, "--apply")
    file.write_bytes(sonar(("Sam Jansen", "Nee"), ("Bo de Wit", "Ja")))
    _code, report = run(file)
    assert (report["no_longer_shared"], report["asks_to_share"]) == ([2], [3])
    _code, report = run(file, "--apply")
    assert report["taken"] == {"added": 0, "already_there": 2, "no_longer_shared": 1}
    assert shared() == {"Sam": False, "Bo": False}
    assert run(file, "--apply")[1]["taken"]["no_longer_shared"] == 0


@pytest.mark.parametrize("said", [("Ja", "Nee"), ("Nee", "Ja"), ("Ja", "Ja", "Nee")])
def test_of_a_yes_and_a_no_in_one_list_the_no_counts(client, said):  # noqa: F811
    address, shown = look(client, *[("Sam Jansen", word) for word in said], ("Bo de Wit", "Ja"))
    is_later = said[0] == "Ja"
    assert ("deze rij niet. We delen niet." in shown) == is_later
    if is_later:
        assert "Rij 2 deelt deze persoon" in shown
    take(client, address)
    assert shared() == {"Sam": False, "Bo": True}


@pytest.mark.parametrize(
    "header",
    ["Toestemming", "Mag gedeeld worden", "Mag gedeeld worden?", "Delen in de regio", "Toestemming delen met partners (J/N)"],
)  # fmt: skip
def test_an_own_list_that_says_no_shares_nobody_whatever_the_column_is_called(header):
    said = ("Ja", "Nee", "N", 0, False, "", "in overleg", "j")
    people = [(f"Sam {word}", f"sam{n}@post.example", word) for n, word in enumerate(said)]
    reading = read(workbook([("Naam", "E-mail", header), *people]))
    assert [row.is_shared for row in reading.rows] == [True, *[False] * 6, True]
    assert not reading.dropped_columns and codes(reading) == ["sharing_unclear"] * 2


@pytest.mark.parametrize(("kind", "when"), [("candidates", "Wanneer"), ("sonar", "Inschrijfdatum")])
def test_who_is_marked_as_not_to_be_shared_is_not(kind, when):
    says = ("Volledige Naam", "E-mailadres", when, "Toestemming", "Niet delen in de regio")
    rows = [
        (f"Sam {n}", f"s{n}@post.example", "01-03-2026", "Ja", word)
        for n, word in enumerate(("x", "Nee", ""))
    ]
    assert [row.is_shared for row in read(workbook([says, *rows]), kind).rows] == [False, True, True]


@pytest.mark.parametrize(
    "header", ["Geen toestemming", "Toestemming ingetrokken", "Wil niet gedeeld worden", "Mag niet delen"]
)
@pytest.mark.parametrize("kind", ["candidates", "sonar"])
def test_a_column_that_says_no_is_not_read_as_one_that_says_yes(header, kind):
    says = ("Volledige Naam", "E-mailadres", "Inschrijfdatum", "Toestemming", header)
    if kind == "candidates":
        says = ("Naam", "E-mail", "Wanneer", "Opmerking", header)
    rows = [
        (f"Sam {n}", f"s{n}@post.example", "01-03-2026", "Ja", word)
        for n, word in enumerate(("Ja", "Nee", ""))
    ]
    assert [row.is_shared for row in read(workbook([says, *rows]), kind).rows] == [False, True, True]


def test_a_firm_whose_entrepreneur_may_not_be_shared_is_not_taken_over():
    rows = [(f"Bakkerij {word}", f"Robin {word}", word) for word in ("Ja", "Nee", "N", "vragen", "")]
    reading = read(workbook([("Bedrijf", "Contactpersoon", "Mag gedeeld worden"), *rows]), "entrepreneurs")
    assert reading.refused_rows == (3, 4)


def test_an_entrepreneur_of_whom_a_list_says_neither_yes_nor_no_comes_in_with_a_remark(client):  # noqa: F811
    rows = [
        ("Bakkerij Bos", "Robin Bos", "Ja", "r@firma.example"),
        ("Molen", "Bo de Wit", "", "b@firma.example"),
    ]
    list_of = workbook([("Bedrijf", "Contactpersoon", "Mag gedeeld worden", "E-mail"), *rows])
    address = send(client, list_of, "entrepreneurs").url
    assert "en de hele regio ziet ondernemers" in client.get(address).content.decode()
    take(client, address)
    assert set(Entrepreneur.objects.values_list("first_name", flat=True)) == {"Robin", "Bo"}


def test_a_list_that_marks_only_who_is_not_shared_says_of_nobody_that_they_are(client):  # noqa: F811
    def marked(word):
        said = [("Naam", "E-mail", "Niet delen"), ("Sam Jansen", "sam@post.example", word)]
        return send(client, workbook(said)).url

    take(client, marked("x"))
    shown = client.get(marked("")).content.decode()
    assert NOTHING in shown and "zet het delen" not in shown and shared() == {"Sam": False}


def test_the_preview_of_an_own_list_says_for_how_many(client):  # noqa: F811
    def guests(sam):
        rows = [("Sam Jansen", "sam@post.example", sam), ("Bo de Wit", "bo@post.example", "Ja")]
        return send(client, workbook([("Naam", "E-mail", "Mag gedeeld worden"), *rows])).url

    address = guests("Nee")
    shown = client.get(address).content.decode()
    assert "<strong>1</strong> nieuwe persoon delen we niet met andere organisaties: rij 2." in shown
    take(client, address)
    assert shared() == {"Sam": False, "Bo": True}
    Candidate.objects.update(is_shared=True)
    take(client, guests("N"))
    assert shared() == {"Sam": False, "Bo": True}, "a later list says it too"
