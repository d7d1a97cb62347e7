"""`werktop check` goes on after a failure and says what failed; a rebuild is compared byte for byte."""

import sys

import pytest

from werktop.config.commandline import checks
from werktop.config.commandline.assets import differences


def step(name: str, code: str) -> checks.Step:
    return checks.Step(name, [sys.executable, "-c", code])


@pytest.fixture
def three_steps(monkeypatch):
    steps = [
        step("first", ""),
        step("second", "print('a line too long'); raise SystemExit(3)"),
        step("third", ""),
    ]
    monkeypatch.setattr(checks, "steps", lambda: steps)


def test_all_steps_run_and_the_failed_one_is_named_with_its_words(three_steps, capsys):
    assert checks.run_check([]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in said if line.startswith(("ok", "FAILED"))] == [
        ["ok", "first"],
        ["FAILED", "second"],
        ["ok", "third"],
    ]
    assert "       a line too long" in said
    assert said[-1] == "Again, only these: ./werktop check second"


def test_named_steps_run_alone(three_steps, capsys):
    assert checks.run_check(["third"]) == 0
    assert "first" not in capsys.readouterr().out


def test_a_step_that_does_not_exist_is_refused(three_steps):
    with pytest.raises(SystemExit) as refused:
        checks.run_check(["fourth"])
    assert refused.value.code == 2


def test_a_rebuild_differs_by_content_and_by_files_on_either_side(tmp_path):
    for folder, files in {
        "one": {"a": "1", "b": "1", "c": "1"},
        "other": {"a": "1", "b": "2", "d": "1"},
    }.items():
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text)
    assert differences(tmp_path / "one", tmp_path / "other") == ["b", "c", "d"]
