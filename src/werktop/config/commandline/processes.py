"""Child processes that end with us: asked to when we stop, and by the kernel when we are killed."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from werktop.config.commandline.refusals import Stopped

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
GRACE_SECONDS = 10


def tied_to_parent(signal_name: str = "SIGTERM") -> Callable[[], None]:
    """What a child does before it becomes its program: ask the kernel for a signal when we die.

    Start such a child from the main thread: the kernel means the death of the thread that started it.
    """
    parent = os.getpid()
    number = int(signal.Signals[signal_name])

    def before_the_program() -> None:
        if _libc is not None:
            _libc.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
            if os.getppid() != parent:  # died in the moment before
                os._exit(1)

    return before_the_program


@contextlib.contextmanager
def stopping_in_order() -> Iterator[None]:
    """Turns SIGTERM and SIGHUP into an exception, so that what was started is stopped in reverse order."""

    def stop(number: int, frame: object) -> None:
        raise Stopped

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def started(
    command: Sequence[str], *, environment: Mapping[str, str], log: Path | None = None
) -> "subprocess.Popen[bytes]":
    """A child with the addition to our environment, in a session of its own, tied to us.

    What it says goes to our output or to the end of `log`.
    """
    with contextlib.ExitStack() as files:
        output = files.enter_context(log.open("ab")) if log else None
        return subprocess.Popen(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            start_new_session=True,
            preexec_fn=tied_to_parent(),
        )


def run(command: Sequence[str], *, environment: Mapping[str, str]) -> int:
    """Run a child to its end, stopping it when we are stopped; its exit code."""
    child = started(command, environment=environment)
    try:
        return child.wait()
    finally:
        stop([child])


def run_quietly(command: Sequence[str], *, cwd: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a child to its end; its exit code, and what it said on both its outputs."""
    child = subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        preexec_fn=tied_to_parent(),
    )
    try:
        said, _ = child.communicate()
        return child.returncode, said
    finally:
        if child.poll() is None:
            child.terminate()


def stop(children: Sequence["subprocess.Popen[bytes]"], *, with_group: bool = True) -> None:
    """Ask all to stop, wait, and kill (with all their descendants) what is left after the grace."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(0.1, deadline - time.monotonic()))
        with contextlib.suppress(ProcessLookupError, PermissionError):
            # A child that leads its own process group takes what it left behind with it.
            os.killpg(child.pid, signal.SIGKILL) if with_group else child.kill()
        child.wait()
