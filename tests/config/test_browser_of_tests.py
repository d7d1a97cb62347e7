"""Which Chromium `werktop test` takes: the one without a window before the one with, and which it installs."""

import subprocess
from types import SimpleNamespace

import pytest

from werktop.config.commandline import testing


@pytest.fixture
def machine(monkeypatch):
    """A machine with these programs; `offers` is what apt can install, and `asked` what it was asked for."""
    found = SimpleNamespace(programs={"apt-get"}, offers=set(), asked=[])

    def apt_get(words, **_):
        found.asked.append(words[-1])
        if words[1] == "install":
            if words[-1] not in found.offers:
                return subprocess.CompletedProcess(words, 100)
            found.programs.add(words[-1])
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(testing.shutil, "which", lambda name: name if name in found.programs else None)
    monkeypatch.setattr(testing.subprocess, "run", apt_get)
    monkeypatch.setattr(testing.os, "getuid", lambda: 0)
    return found


def test_the_one_without_a_window_goes_first(machine):
    machine.programs |= {"chromium", "google-chrome", "chromium-headless-shell"}
    assert testing.chromium() == "chromium-headless-shell"
    machine.programs.remove("chromium-headless-shell")
    assert testing.chromium() == "chromium"
    assert machine.asked == [], "nothing is installed where there is one"


@pytest.mark.parametrize("offered", [{"chromium", "chromium-headless-shell"}, {"chromium"}])
def test_on_a_bare_machine_the_best_that_the_system_has_is_installed(machine, offered):
    machine.offers = offered
    assert testing.chromium() == max(offered, key=len)


def test_a_system_that_has_neither_is_told_in_words(machine):
    with pytest.raises(testing.BrowserIsMissing, match="apt-get install chromium"):
        testing.chromium()


def test_who_may_not_install_reads_what_to_install(machine, monkeypatch):
    monkeypatch.setattr(testing.os, "getuid", lambda: 1000)
    with pytest.raises(testing.BrowserIsMissing, match="sudo apt install chromium-headless-shell"):
        testing.chromium()
    assert machine.asked == []
