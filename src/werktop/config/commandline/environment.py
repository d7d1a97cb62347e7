"""Makes `.venv` from the hash-pinned locks. Run by the system's Python: nothing but the standard library.

Called by `./werktop` only when the stamp in `.venv` does not fit, as
`python -I environment.py ROOT LEVEL STAMP TEST_STAMP`. An interrupted set-up leaves no stamp and is taken up
again; a second start meanwhile waits for the first.
"""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

STAMP = "werktop.stamp"
# Written when the folder is a whole environment with the installer in it.
READY = "werktop.ready"


class SetUpFailed(Exception):
    """A step of the set-up ended badly; its own output stands above."""


def make(root: Path, *, level: str, stamp: str, test_stamp: str) -> None:
    """Bring `.venv` to `level` ("run" or "test"), unless another start did so while we waited."""
    folder = root / ".venv"
    lock_folder = root / ".werktop"
    lock_folder.mkdir(exist_ok=True)
    with open(lock_folder / "setup.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("werktop: another start is setting up; waiting for it ...", file=sys.stderr, flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        present = _read(folder / STAMP)
        if _python(folder) and (present == test_stamp or (level == "run" and present == stamp)):
            return
        if present.startswith("test "):
            level, stamp = "test", test_stamp  # it had the tests' packages: keep them
        began = time.monotonic()
        print(f"werktop: setting up .venv ({level}) ...", file=sys.stderr, flush=True)
        (folder / STAMP).unlink(missing_ok=True)
        _make_environment(root, folder)
        _install(root, folder, level)
        _put_in_place(root, folder)
        _compile_kernels(folder)
        half = folder / f"{STAMP}.half"
        half.write_text(stamp + "\n")
        half.rename(folder / STAMP)
        print(f"werktop: .venv is ready ({time.monotonic() - began:.0f} s).", file=sys.stderr, flush=True)


def _make_environment(root: Path, folder: Path) -> None:
    bootstrap = root / "requirements" / "bootstrap.lock"
    made_from = f"{root}\n{bootstrap.read_text()}"
    if _python(folder) and _read(folder / READY) == made_from.strip():
        return
    shutil.rmtree(folder, ignore_errors=True)
    # The real interpreter, not a name that a later version may take over: then .venv/bin/python would
    # still run and find none of its packages.
    _run("venv", Path(sys.executable).resolve(), "-m", "venv", folder)
    pip = [_python(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run("pip", *pip, "--require-hashes", "--requirement", bootstrap)
    (folder / READY).write_text(made_from)


def _install(root: Path, folder: Path, level: str) -> None:
    lock = root / "requirements" / f"{level}.lock"
    # pip stays: some tools look for it, and sync would remove what the lock does not name.
    words = ["pip", "sync", "--quiet", "--require-hashes", "--python", _python(folder), lock]
    bootstrap = root / "requirements" / "bootstrap.lock"
    _run("uv", _uv(folder), *words, bootstrap)


def _put_in_place(root: Path, folder: Path) -> None:
    """The source on the path, and `.venv/bin/werktop`."""
    packages = next((folder / "lib").glob("python3*")) / "site-packages"
    (packages / "werktop.pth").write_text(f"{root / 'src'}\n")
    script = folder / "bin" / "werktop"
    script.write_text(
        "#!/bin/sh\n"
        'here=$(CDPATH="" cd -- "$(dirname -- "$0")" && pwd -P)\n'
        'exec "$here/python" -m werktop.config.commandline "$@"\n'
    )
    script.chmod(0o755)


def _compile_kernels(folder: Path) -> None:
    """The mechanisms' numeric kernels, once, so that nobody waits for a compiler in front of a page."""
    code = (
        "import importlib.util as u, sys, werktop.config\n"
        "try: found = u.find_spec('werktop.mechanisms.warm')\n"
        "except ModuleNotFoundError: found = None\n"
        "if found:\n"
        "    from werktop.mechanisms.warm import compile_all\n"
        "    compile_all(lambda line: print('werktop:', line, file=sys.stderr, flush=True))\n"
    )
    if subprocess.run([_python(folder), "-c", code], check=False).returncode:
        print("werktop: the kernels were not compiled now; the first plan will take longer.", file=sys.stderr)


def _python(folder: Path) -> str:
    """The environment's interpreter, or "" where it is missing or its own system version has gone."""
    path = folder / "bin" / "python"
    return str(path) if path.exists() else ""


def _uv(folder: Path) -> str:
    return str(folder / "bin" / "uv")


def _read(path: Path) -> str:
    return path.read_text().strip() if path.exists() else ""


def _run(step: str, *words: object) -> None:
    if code := subprocess.run([str(word) for word in words], check=False, env=_environment()).returncode:
        raise SetUpFailed(f"{step} ended with {code}; see above. Start again when it is mended.")


def _environment() -> dict[str, str]:
    """Ours, with what pip is told about certificates and indexes told to uv as well."""
    environment = {**os.environ, "UV_NO_PROGRESS": "1"}
    environment.pop("VIRTUAL_ENV", None)
    for pips, uvs in (("PIP_CERT", "SSL_CERT_FILE"), ("PIP_INDEX_URL", "UV_DEFAULT_INDEX")):
        if pips in os.environ:
            environment.setdefault(uvs, os.environ[pips])
    return environment


if __name__ == "__main__":
    try:
        make(Path(sys.argv[1]), level=sys.argv[2], stamp=sys.argv[3], test_stamp=sys.argv[4])
    except SetUpFailed as failure:
        sys.exit(f"werktop: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
