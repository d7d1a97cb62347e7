"""`werktop lock`: the versions and hashes of every package, for every system at once."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from werktop.config.commandline.places import REQUIREMENTS
from werktop.config.commandline.refusals import Refusal

# (file, what must agree with it): what runs in a test is what runs in production.
LOCKS = (("bootstrap", None), ("run", None), ("test", "run"), ("benchmarks", "run"))


class NoAgreement(Refusal):
    """The wishes in requirements/*.in cannot all be met."""


def run_lock(arguments: list[str]) -> int:
    """Write requirements/*.lock from requirements/*.in; no address of any registry goes into them."""
    parser = argparse.ArgumentParser(
        prog="./werktop lock",
        description="Pins what requirements/*.in ask for in requirements/*.lock, with hashes.",
    )
    parser.add_argument("--upgrade", action="store_true", help="take newer versions where they fit")
    chosen = parser.parse_args(arguments)
    for name, agrees_with in LOCKS:
        words = [_uv(), "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-header"]
        words += ["--python-version", "3.11", f"{name}.in", "--output-file", f"{name}.lock"]
        words += ["--constraint", f"{agrees_with}.lock"] if agrees_with else []
        words += ["--upgrade"] if chosen.upgrade else []
        environment = {**os.environ, "UV_NO_PROGRESS": "1"}
        environment.setdefault("SSL_CERT_FILE", os.environ.get("PIP_CERT", ""))
        if not environment["SSL_CERT_FILE"]:
            del environment["SSL_CERT_FILE"]
        if subprocess.run(words, cwd=REQUIREMENTS, env=environment, check=False).returncode:
            raise NoAgreement(f"requirements/{name}.lock could not be made; see above.")
        print(f"requirements/{name}.lock is up to date.")
    return 0


def _uv() -> str:
    beside = Path(sys.executable).with_name("uv")
    return str(beside) if beside.exists() else "uv"
