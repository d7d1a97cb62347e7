"""`werktop seat` and `werktop match`: exit codes, what is written where, and no Django."""

import json
import os
import subprocess
import sys

import pytest
from tests.mechanisms.problems import gathering
from tests.mechanisms.referee import referee

from werktop.config.commandline.mechanisms import run_match, run_seat

WISHES = {
    "version": 1,
    "agreed": [["c2", "e1"]],
    "candidates": [
        {"id": "c1", "capacity": 2, "wants": [["e3"], ["e1"]], "groups": ["banenafspraak"]},
        {"id": "c2", "capacity": 1, "wants": []},
        {"id": "c3", "capacity": 1, "wants": [["e3"]]},
    ],
    "places": [
        {"id": "e1", "capacity": 2, "wants": [["c1"]], "reserve": {"banenafspraak": 1}},
        {"id": "e3", "capacity": 1, "wants": [["c1", "c3"]]},
    ],
}

PLACE = WISHES["places"][0]


@pytest.fixture
def written(tmp_path):
    """Writes a document to a file and gives its path."""

    def write(document, name="problem.json"):
        path = tmp_path / name
        path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
        return str(path)

    return write


def test_seat_writes_a_plan_and_ends_with_0(written, tmp_path, capsys):
    document = gathering()
    out = tmp_path / "plan.json"
    assert run_seat([written(document), "--seconds", "0.2", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    plan = json.loads(out.read_text())
    assert referee(document, plan["rounds"]) == (plan["report"]["objective"], [])
    assert plan["report"]["seconds"] > 0
    assert plan["report"]["bound"] == "flow"


def test_seat_with_steps_gives_the_same_plan_every_time(written, capsys):
    problem = written(gathering(20, 4))
    answers = []
    for _ in range(2):
        assert run_seat([problem, "--steps", "5000", "--seed", "3"]) == 0
        answers.append(json.loads(capsys.readouterr().out))
    assert answers[0]["rounds"] == answers[1]["rounds"]
    assert answers[0]["report"]["steps"] == 5000


def test_an_earlier_plan_can_be_given_back(written, capsys):
    document = gathering(20, 4)
    assert run_seat([written(document), "--steps", "5000"]) == 0
    first = json.loads(capsys.readouterr().out)
    again = document | {"previous": first["rounds"], "change_cost": 100_000}
    assert run_seat([written(again), "--steps", "5000"]) == 0
    assert json.loads(capsys.readouterr().out)["report"]["chairs_changed"] == 0


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        ("{", "unreadable"),
        (gathering() | {"rounds": 0}, "malformed"),
        (gathering() | {"max_table_size": 5}, "too_few_chairs"),
    ],
)
def test_bad_or_impossible_input_ends_with_2_and_says_why(written, tmp_path, capsys, document, rule):
    out = tmp_path / "plan.json"
    assert run_seat([written(document), "--out", str(out)]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["problem"]
    assert [r["rule"] for r in answer["rules"]] == [rule]
    assert not out.exists()


def test_a_file_that_is_not_there_ends_with_2(tmp_path, capsys):
    assert run_seat([str(tmp_path / "none.json")]) == 2
    assert run_match([str(tmp_path / "none.json")]) == 2
    assert "none.json" in capsys.readouterr().out


def test_match_writes_pairs_and_ends_with_0(written, capsys):
    assert run_match([written(WISHES)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert sorted(answer["pairs"]) in (
        [["c1", "e1"], ["c1", "e3"], ["c2", "e1"]],
        [["c1", "e1"], ["c2", "e1"], ["c3", "e3"]],
    )
    report = answer["report"]
    assert (report["size"], report["largest_possible"], report["exact"]) == (3, 3, True)
    assert report["blocking_pairs"] == 0
    assert report["unserved"] == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"version": "1"}, "version"),
        ({"agreed": [["c9", "e1"]]}, "agreed[0][0]"),
        ({"agreed": [["c1"]]}, "agreed[0]"),
        ({"places": [{"id": "c1", "capacity": 1, "wants": []}]}, "places[0].id"),
        ({"places": [PLACE | {"capacity": -1}, WISHES["places"][1]]}, "places[0].capacity"),
        ({"places": [PLACE | {"wants": ["c1"]}, WISHES["places"][1]]}, "places[0].wants[0]"),
        (
            {"candidates": [{"id": "c2", "capacity": 1, "wants": [["e1"], ["e1"]]}]},
            "candidates[0].wants[1][0]",
        ),
        ({"candidates": [{"id": "c2", "capacity": 1}]}, "candidates[0].wants"),
        ({"candidates": [{"id": "c2", "capacity": 1, "wants": [], "groups": "a"}]}, "candidates[0].groups"),
    ],
)
def test_a_wrong_field_of_match_is_named(written, capsys, change, field):
    assert run_match([written(WISHES | change)]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert answer["problem"].startswith(field + ":")
    assert answer["rules"][0]["field"] == field


def test_neither_command_loads_django(written):
    code = (
        "import sys; from werktop.config.commandline.mechanisms import run_match, run_seat\n"
        f"assert run_seat([{written(gathering(8, 2))!r}, '--steps', '10']) == 0\n"
        f"assert run_match([{written(WISHES, 'wishes.json')!r}]) == 0\n"
        "assert not {'django', 'psycopg'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=120)


@pytest.mark.parametrize("command", ["seat", "match"])
@pytest.mark.parametrize(
    ("spoiled", "words"),
    [
        (lambda text: text.replace('"c1"', '"\\ud800"', 1), "half of a letter"),
        (lambda text: text.replace("{", '{"version": 1, ', 1), "'version' stands twice"),
    ],
)
def test_what_is_no_whole_text_or_stands_twice_is_refused_with_its_name(
    written, capfd, command, spoiled, words
):
    document = spoiled(json.dumps(gathering(4, 1, 1, 1) if command == "seat" else WISHES))
    assert {"seat": run_seat, "match": run_match}[command]([written(document)]) == 2
    assert words in json.loads(capfd.readouterr().out)["problem"]


def test_what_is_written_is_utf_8_whatever_the_terminal_speaks(written):
    document = json.dumps(WISHES, ensure_ascii=False).replace("c1", "☃").encode()
    done = subprocess.run(
        [sys.executable, "-m", "werktop.config.commandline", "match", "-"],
        input=document,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        check=True,
    )
    assert any("☃" in pair for pair in json.loads(done.stdout.decode("utf-8"))["pairs"])
