"""`werktop note` prints the chips of a sentence, or says in JSON which field is wrong."""

import io
import json

import pytest

from werktop.config.commandline.note import run_note
from werktop.config.commandline.places import ROOT

NAMES = str(ROOT / "docs/examples/names.json")


def typed(text):
    """Standard input that holds this text."""
    return io.TextIOWrapper(io.BytesIO(text.encode("utf-8")))


def test_it_prints_the_chips_and_nothing_else(capsys):
    sentence = "Langs geweest bij @Bakkerij Jansen, zoekt vanaf maart 2 inpakkers, vrijdag terugbellen, Fatima plant goed"
    assert run_note([sentence, "--today", "2026-11-24", "--names", NAMES]) == 0
    assert capsys.readouterr().out == (
        '{"chips": [{"kind": "contact", "channel": "visit", "date": "2026-11-24", "candidates": [], '
        '"employer": "Bakkerij Jansen", "people": []}, '
        '{"kind": "opening", "employer": "Bakkerij Jansen", "places": 2, "what": "inpakkers", "from": "2027-03-01"}, '
        '{"kind": "reminder", "date": "2026-11-27", "what": "terugbellen"}, '
        '{"kind": "competency", "candidate": "Fatima El Amrani", "name": "Plannen"}]}\n'
    )


def test_the_whole_reading_has_what_is_asked_and_what_is_left(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", typed('{"candidates": ["Ama Mensah", "Ama Boateng"]}'))
    assert run_note(["Ama gebeld, ze is blij", "--names", "-", "--whole", "--today", "2026-11-24"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["unsure"] == [{"words": "Ama", "names": ["Ama Boateng", "Ama Mensah"]}]
    assert answer["rest"] == "ze is blij"


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("Langs geweest bij @Bakkerij Jansen, zoekt vanaf maart 2 inpakkers", "Bakkerij Jansen"),
        ("@Slagerij De Vries & Zoon bezocht, zoekt een verkoper", "Slagerij De Vries & Zoon"),
        ("langs bij @Vermeer, zoekt 2 mensen", "Vermeer"),
        ("@Jansen bezocht, zoekt 2 mensen", "Bakkerij Jansens Brood"),  # known, by a part of its name
        ("gebeld met @Fatma, zoekt 2 mensen", None),  # whose name it is, nobody can tell
        ("langs geweest bij Vermeer, zoekt 2 mensen", None),
    ],
)
def test_a_firm_that_is_marked_and_in_no_list_counts_by_the_name_that_was_written(
    sentence, firm, capsys, monkeypatch
):
    monkeypatch.setattr(
        "sys.stdin", typed('{"employers": ["Bakkerij Jansens Brood"]}' if "@Jansen" in sentence else "{}")
    )
    assert run_note([sentence, "--names", "-", "--today", "2026-11-24"]) == 0
    contact, opening = json.loads(capsys.readouterr().out)["chips"]
    assert (contact["employer"], opening["employer"]) == (firm, firm)


@pytest.mark.parametrize(
    ("arguments", "names", "field"),
    [
        ([], "{}", "sentence"),
        (["  "], "{}", "sentence"),
        (["x", "--today", "2026-13-01"], "{}", "today"),
        (["x", "--today", "2026-W48-2"], "{}", "today"),
        (["x", "--today", "morgen"], "{}", "today"),
        (["x"], "[]", "names"),
        (["x"], '{"candidates": "Fatima"}', "candidates"),
        (["x"], '{"employers": ["Jansen", 3]}', "employers[1]"),
        (["x"], '{"people": [""]}', "people[0]"),
        (["x"], '{"candidate": []}', "candidate"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(arguments, names, field, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", typed(names))
    assert run_note([*arguments, "--names", "-"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["rules"][0]["field"] == field
    assert field in answer["problem"]


@pytest.mark.parametrize("text", ["", "{", "niets"])
def test_names_that_are_no_json_are_refused(text, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", typed(text))
    assert run_note(["x", "--names", "-"]) == 2
    assert json.loads(capsys.readouterr().out)["rules"][0]["rule"] == "unreadable"
