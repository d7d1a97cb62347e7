"""The `werktop` command and the script in the root that makes its environment."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from werktop.config import commandline
from werktop.config.commandline import environment
from werktop.config.commandline.places import ROOT


def test_help_names_every_command(capsys):
    assert commandline.main(["--help"]) == 0
    said = capsys.readouterr().out
    for name in commandline.COMMANDS:
        assert f"\n  {name} " in said


def test_an_unknown_command_is_refused_with_the_help(capsys):
    assert commandline.main(["dmeo"]) == 2
    said = capsys.readouterr().err
    assert "'dmeo'" in said
    assert "  demo " in said


@pytest.mark.parametrize("name", commandline.COMMANDS)
def test_only_serve_worker_and_import_read_the_address_of_a_real_database(name, monkeypatch):
    seen = []
    monkeypatch.setenv("DATABASE_URL", "postgresql://db.example/a-real-one")
    _run, *words = commandline.COMMANDS[name]
    probe = (lambda _: seen.append(os.environ.get("DATABASE_URL")) or 0, *words)
    monkeypatch.setitem(commandline.COMMANDS, name, probe)
    assert commandline.main([name]) == 0
    reads = name in ("serve", "worker", "import")
    assert seen == ["postgresql://db.example/a-real-one" if reads else None]


@pytest.fixture
def checkout(tmp_path):
    """A checkout whose environment is as good as made: the stamp fits, and its `werktop` echoes."""
    for name in ("run", "test"):
        (tmp_path / "requirements").mkdir(exist_ok=True)
        (tmp_path / "requirements" / f"{name}.lock").write_text(f"{name}\n")
    shutil.copy(ROOT / "werktop", tmp_path)
    commands = tmp_path / "src" / "werktop" / "config" / "commandline"
    commands.mkdir(parents=True)
    # Stands for the set-up: notes that it ran, and with what.
    (commands / "environment.py").write_text(
        "import sys, pathlib\n"
        "root = pathlib.Path(sys.argv[1])\n"
        "with open(root / 'set-ups', 'a') as log: print(sys.argv[2], file=log)\n"
        "(root / '.venv/werktop.stamp').write_text(sys.argv[3] + '\\n')\n"
    )
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (tmp_path / ".venv" / "bin" / "werktop").write_text('#!/bin/sh\necho "handed over: $*"\n')
    (tmp_path / ".venv" / "bin" / "werktop").chmod(0o755)
    return tmp_path


def start(checkout: Path, *arguments: str) -> str:
    environ = {**os.environ, "WERKTOP_PYTHON": sys.executable}
    done = subprocess.run(
        [checkout / "werktop", *arguments], env=environ, capture_output=True, text=True, check=True, cwd="/"
    )
    return done.stdout


def set_ups(checkout: Path) -> list[str]:
    log = checkout / "set-ups"
    return log.read_text().split() if log.exists() else []


def test_a_second_start_sets_nothing_up_and_is_quick(checkout):
    start(checkout, "seat", "a file.json")
    took = []
    for _ in range(3):  # the machine may be busy for a moment
        began = time.monotonic()
        assert start(checkout, "seat", "a file.json") == "handed over: seat a file.json\n"
        took.append(time.monotonic() - began)
    assert min(took) < 0.5
    assert set_ups(checkout) == ["run"]


def test_tests_need_more_and_a_demo_is_content_with_that(checkout):
    start(checkout, "demo")
    start(checkout, "test")
    start(checkout, "demo")
    assert set_ups(checkout) == ["run", "test"]


def test_a_changed_lock_sets_up_again(checkout):
    start(checkout, "demo")
    (checkout / "requirements" / "run.lock").write_text("another version\n")
    start(checkout, "demo")
    assert set_ups(checkout) == ["run", "run"]


def test_a_moved_checkout_sets_up_again(checkout, tmp_path_factory):
    start(checkout, "demo")
    moved = shutil.move(checkout, tmp_path_factory.mktemp("elsewhere") / "moved")
    start(Path(moved), "demo")
    assert set_ups(Path(moved)) == ["run", "run"]


def test_without_a_fitting_python_it_says_what_to_install(checkout):
    for name in ("sh", "dirname", "cksum", "cat"):
        (checkout / "bin").mkdir(exist_ok=True)
        (checkout / "bin" / name).symlink_to(shutil.which(name))
    done = subprocess.run(
        [checkout / "werktop", "demo"],
        env={"PATH": str(checkout / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "apt install python3 python3-venv" in done.stderr
    broken = checkout / "bin" / "python3"
    broken.write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n')
    broken.chmod(0o755)
    done = subprocess.run(
        [checkout / "werktop", "demo"],
        env={"PATH": str(checkout / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def steps_of(monkeypatch, *, fails_at=None):
    """The set-up's outside steps, noted instead of run; one of them may fail."""
    steps = []

    def note(step, *words):
        steps.append(step)
        if step == fails_at:
            raise environment.SetUpFailed(step)
        if step == "venv":
            packages = Path(words[-1]) / "lib" / "python3.11" / "site-packages"
            packages.mkdir(parents=True)
            (Path(words[-1]) / "bin").mkdir()
            (Path(words[-1]) / "bin" / "python").symlink_to(sys.executable)

    monkeypatch.setattr(environment, "_run", note)
    monkeypatch.setattr(environment, "_compile_kernels", lambda folder: steps.append("kernels"))
    return steps


@pytest.fixture
def empty_checkout(tmp_path):
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "bootstrap.lock").write_text("uv\n")
    return tmp_path


def make(root, level="run"):
    environment.make(root, level=level, stamp=f"{level} stamp", test_stamp="test stamp")


def test_an_interrupted_set_up_is_taken_up_where_it_stopped(empty_checkout, monkeypatch):
    steps_of(monkeypatch, fails_at="uv")
    with pytest.raises(environment.SetUpFailed):
        make(empty_checkout)
    assert not (empty_checkout / ".venv" / "werktop.stamp").exists()
    steps = steps_of(monkeypatch)
    make(empty_checkout)
    assert steps == ["uv", "kernels"]
    assert (empty_checkout / ".venv" / "werktop.stamp").read_text() == "run stamp\n"


def test_an_environment_broken_off_before_its_installer_is_made_anew(empty_checkout, monkeypatch):
    steps_of(monkeypatch, fails_at="pip")
    with pytest.raises(environment.SetUpFailed):
        make(empty_checkout)
    steps = steps_of(monkeypatch)
    make(empty_checkout)
    assert steps == ["venv", "pip", "uv", "kernels"]


def test_a_start_that_waited_for_another_does_nothing_twice(empty_checkout, monkeypatch):
    steps_of(monkeypatch)
    make(empty_checkout, "test")
    steps = steps_of(monkeypatch)
    make(empty_checkout, "test")
    make(empty_checkout, "run")
    assert steps == []
