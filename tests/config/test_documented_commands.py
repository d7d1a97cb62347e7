"""What the documentation tells to type works: each command in a `sh` block is run, each other one exists."""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys

import pytest
from tests.copying import fill_with_tables

from werktop.config import commandline
from werktop.config.commandline import postgres
from werktop.config.commandline.places import ROOT

PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
PAGES += sorted(ROOT.glob("docs/**/*.md"))
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`(\./werktop [^`]+)`")

# Not run here, and why; one that is no longer written in the documentation fails, too.
EXEMPT = {
    "./werktop demo": "runs until Ctrl-C; test_demo.py starts and ends it",
    "./werktop test": "is what runs this test",
    "./werktop check": "CI runs it before the tests, and it takes as long as all of these",
}
# `werktop` of this checkout, with the demo in another folder.
WERKTOP = """
import sys
from pathlib import Path
from werktop.config.commandline import places
places.STATE = Path(sys.argv[1])
from werktop.config.commandline import main
sys.exit(main(sys.argv[2:]))
"""


def written() -> list[str]:
    """Every command of every `sh` block, without its comment."""
    lines = [
        shlex.join(words)
        for page in PAGES
        for block in BLOCK.findall(page.read_text(encoding="utf-8"))
        for line in block.replace("\\\n", " ").splitlines()
        if (words := shlex.split(line, comments=True))
    ]
    return sorted(set(lines))


@pytest.fixture(scope="module")
def state(tmp_path_factory):
    """A folder with a small demo: the organisation and the colleague that the documentation names."""
    folder = tmp_path_factory.mktemp("state")
    with postgres.running(postgres.Cluster(folder / "demo", is_throwaway=True)) as cluster:
        fill_with_tables(cluster)
        environment = {
            "WERKTOP_MODE": "demo",
            "DJANGO_SETTINGS_MODULE": "werktop.config.settings",
            "DATABASE_URL": cluster.url(postgres.WEB),
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        }
        made = subprocess.run(
            [sys.executable, "-m", "tests.config.small_demo"],
            env={**os.environ, **environment},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert made.returncode == 0, made.stderr
        yield folder


@pytest.mark.parametrize("line", [line for line in written() if line not in EXEMPT])
def test_a_command_in_the_documentation_does_what_it_says(line, state):
    program, *words = shlex.split(line)
    assert program == "./werktop", "only ./werktop is run here; what cannot be run belongs in EXEMPT"
    environ = {
        key: value
        for key, value in os.environ.items()
        if key != "DATABASE_URL" and not key.startswith("WERKTOP_")
    }
    done = subprocess.run(
        [sys.executable, "-c", WERKTOP, str(state), *words],
        env={**environ, "PYTHONPATH": str(ROOT / "src")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    assert done.stdout.startswith("{"), "every command here answers in JSON"


def test_what_is_exempt_is_still_written():
    assert EXEMPT.keys() <= set(written())


@pytest.mark.parametrize(
    "span", sorted({span for page in PAGES for span in SPAN.findall(page.read_text(encoding="utf-8"))})
)
def test_a_command_in_a_sentence_exists_with_its_options(span):
    name, *words = span.split()[1:]
    if name in ("--help", "COMMAND"):
        return
    assert name in commandline.COMMANDS
    sub = words[:1] if name == "serve" and words and words[0].isalpha() and words[0].islower() else []
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.suppress(SystemExit):
        commandline.main([name, *sub, "--help"])
    for option in (word for word in words if word.startswith("--")):
        assert re.search(rf"{option}\b", said.getvalue()), f"{span}: there is no {option}"


def test_a_command_that_is_neither_run_nor_exempt_would_be_found():
    assert "./werktop import" in " ".join(written())
    assert len(written()) > len(EXEMPT)
