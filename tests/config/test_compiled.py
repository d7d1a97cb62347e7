"""Compiled mechanisms are kept per version of their source: an upgrade never runs the old search."""

import os
import shutil
import subprocess
import sys

from werktop.config import compiled
from werktop.config.commandline.places import ROOT


def test_a_change_in_any_source_gives_another_folder(tmp_path):
    sources = tmp_path / "mechanisms"
    shutil.copytree(compiled.SOURCES, sources, ignore=shutil.ignore_patterns("__pycache__"))
    before = compiled.digest(sources)
    assert before == compiled.digest(compiled.SOURCES)
    (sources / "seating" / "worth.py").write_text("# another version\n")
    assert compiled.digest(sources) != before


def test_whoever_imports_the_mechanisms_keeps_compiled_code_there(tmp_path):
    for given in (str(tmp_path), str(tmp_path / "mechanisms-of-the-parent-process")):
        done = subprocess.run(
            [sys.executable, "-c", "import werktop.config, numba; print(numba.config.CACHE_DIR)"],
            env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "NUMBA_CACHE_DIR": given},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.strip() == str(tmp_path / f"mechanisms-{compiled.digest(compiled.SOURCES)}")


def test_old_versions_do_not_pile_up(tmp_path, monkeypatch):
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path))
    for number in range(5):
        folder = tmp_path / f"mechanisms-{number}"
        folder.mkdir()
        os.utime(folder, (number, number))
    compiled.keep_compiled_code_apart()
    assert {each.name for each in tmp_path.iterdir()} == {"mechanisms-4", "mechanisms-3"}
