"""One fault at a time in a process of its own: the module is replaced in memory, nothing on disk changes."""

from __future__ import annotations

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType

from tests.mutants.making import Mutant
from tests.mutants.parts import MECHANISMS, ROOT

MEMORY = 12 << 30
"""Bytes of addresses, far beyond what the tests need: a fault that asks for everything is stopped."""
PASSED, FAILED = 0, 1


class Replaced(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from the code given. What it compiles is not kept, nor read from what was kept of the true one."""

    def __init__(self, name: str, path: Path, code: CodeType, *, all_anew: bool):
        self.name, self.path, self.code, self.all_anew = name, path, code, all_anew

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        from werktop.mechanisms.compiling import OPTIONS

        OPTIONS["cache"] = False
        exec(self.code, module.__dict__)
        OPTIONS["cache"] = not self.all_anew


def prepare() -> None:
    """What every process needs, read once; not the mechanisms themselves."""
    import duckdb  # noqa: F401
    import hypothesis  # noqa: F401
    import numba  # noqa: F401
    import numpy  # noqa: F401
    import pytest  # noqa: F401
    import scipy.optimize  # noqa: F401
    import scipy.sparse.csgraph  # noqa: F401


def objects(module: str, mutant: Mutant | None, tests: Sequence[str], seconds: float) -> tuple[str, float]:
    """(who objected, or "" when every test passed; seconds of processor time). No mutant: the module as it is.

    A process that takes more than so many seconds of processor time, or dies, counts as an objection: a test run
    would not have ended well either.
    """
    code = None
    path = MECHANISMS / module
    if mutant is not None:
        try:
            code = compile(mutant.tree(path.read_text(encoding="utf-8")), str(path), "exec")
        except (SyntaxError, ValueError):
            return "the compiler", 0.0
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        child = os.fork()
        if child == 0:
            _run(module, mutant, code, tests, seconds, said.fileno())
        _, status, used = _wait(child, 5 * seconds + 60)
        said.seek(0)
        lines = said.read().splitlines()
    spent = used.ru_utime + used.ru_stime or time.monotonic() - began
    if os.WIFSIGNALED(status):
        return f"the time limit or a crash (signal {os.WTERMSIG(status)})", spent
    if os.WEXITSTATUS(status) == PASSED:
        return "", spent
    told = [line for line in lines if line.startswith(("FAILED", "ERROR"))]
    return (told or lines or ["no words"])[-1 if not told else 0][:160], spent


def _wait(child: int, seconds: float) -> tuple[int, int, resource.struct_rusage]:
    end = time.monotonic() + seconds  # asleep for ever takes no processor time
    while True:
        done = os.wait4(child, os.WNOHANG)
        if done[0]:
            return done
        if time.monotonic() > end:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, 9)
            return os.wait4(child, 0)
        time.sleep(0.02)


def _run(
    module: str, mutant: Mutant | None, code: CodeType | None, tests: Sequence[str], seconds: float, said: int
) -> None:
    """In the child: pytest, the same cases each time and no search for simpler ones, and the end of this process."""
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer = FAILED
    try:
        import hypothesis
        import pytest

        for name in [
            name for name in sys.modules if name.startswith(("werktop.mechanisms", "tests.mechanisms"))
        ]:
            del sys.modules[name]
        hypothesis.settings.register_profile(
            "mutants", deadline=None, derandomize=True, database=None,
            phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
        )  # fmt: skip
        hypothesis.settings.load_profile("mutants")
        if mutant is not None and code is not None:
            name = "werktop.mechanisms." + module.removesuffix(".py").replace("/", ".")
            # a number outside the functions may have been compiled into other modules
            sys.meta_path.insert(0, Replaced(name, MECHANISMS / module, code, all_anew=not mutant.function))
        answer = pytest.main(
            ["-q", "-x", "--tb=line", "--noconftest", "-m", "not django_db", "-p", "no:django", "-p", "no:cacheprovider",
             "-p", "no:xdist",
             "-W", "ignore", "-o", "addopts=--import-mode=importlib", f"--rootdir={ROOT}", *tests]
        )  # fmt: skip
    finally:
        sys.stdout.flush()
        os._exit(int(answer))
