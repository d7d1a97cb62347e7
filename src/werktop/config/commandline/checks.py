"""`werktop check`: all that can be known without running the product, a line per step with its time."""

import argparse
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from werktop.config.commandline.places import ROOT
from werktop.config.commandline.processes import run_quietly, stopping_in_order
from werktop.config.commandline.serving import SETTINGS, django

# What a municipality would set; a key that is long enough, of no use anywhere.
PRODUCTION = {
    "WERKTOP_MODE": "production",
    "WERKTOP_SECRET_KEY": "only-for-the-deployment-check-" + "0123456789abcdefghijklmnopqrstuvwxyz",
    "WERKTOP_BASE_URL": "https://werktop.example",
    "WERKTOP_HOSTS": "werktop.example",
}


@dataclass(frozen=True)
class Step:
    """One thing that is checked: its name, the words that do it, and what it needs in its environment."""

    name: str
    words: list[str]
    environment: Mapping[str, str] = field(default_factory=dict)


def steps() -> list[Step]:
    """All steps, the quick ones first."""
    ours = [sys.executable, "-m", "werktop.config.commandline"]
    return [
        Step("style", [_tool("ruff"), "check", "--output-format", "concise", "."]),
        Step("format", [_tool("ruff"), "format", "--check", "--output-format", "concise", "."]),
        Step("contracts", [_tool("lint-imports"), "--no-cache"]),
        Step("templates", [sys.executable, "-m", "werktop.config.commandline.templates"]),
        Step("template-style", [_tool("djlint"), "--lint", "--quiet", "src"]),
        Step("migrations", django("makemigrations", "--check", "--dry-run")),
        Step("catalogues", [*ours, "catalogues", "--check"]),
        Step("assets", [*ours, "assets", "--check"]),
        Step("deployment", django("check", "--deploy", "--fail-level", "WARNING"), PRODUCTION),
        Step("types", [_tool("mypy")]),
    ]


def run_check(arguments: list[str]) -> int:
    """Run all steps (or those named), also after one failed; 1 when any did."""
    known = steps()
    parser = argparse.ArgumentParser(
        prog="./werktop check",
        description="Style, contracts, templates, migrations, translations, assets, settings, types.",
    )
    parser.add_argument(
        "steps", nargs="*", metavar="STEP", help=f"only these: {', '.join(step.name for step in known)}"
    )
    wanted = parser.parse_args(arguments).steps
    if unknown := set(wanted) - {step.name for step in known}:
        parser.error(f"there is no step {', '.join(sorted(unknown))}")
    failed = []
    with stopping_in_order():
        for step in known:
            if wanted and step.name not in wanted:
                continue
            began = time.monotonic()
            code, said = run_quietly(step.words, cwd=ROOT, environment=_environment(step))
            mark = "ok    " if code == 0 else "FAILED"
            print(f"{mark} {step.name:<15} {time.monotonic() - began:5.1f} s", flush=True)
            if code:
                failed.append(step.name)
                print("\n".join(f"       {line}" for line in said.rstrip().splitlines()), flush=True)
    if failed:
        print(f"\n{len(failed)} failed: {', '.join(failed)}")
        print(f"Again, only these: ./werktop check {' '.join(failed)}")
    return 1 if failed else 0


def _environment(step: Step) -> dict[str, str]:
    """No step reads a database: the address leads nowhere, at once."""
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    nowhere = "postgresql://nobody@/nowhere?host=%2Fnonexistent"
    base = {
        "WERKTOP_MODE": "check",
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": nowhere,
        "PYTHONPATH": path,
        "PYTHONWARNINGS": "ignore",
    }
    return {**base, **step.environment}


def _tool(name: str) -> str:
    """A program of our environment; where that is not complete, whatever has that name."""
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else name
