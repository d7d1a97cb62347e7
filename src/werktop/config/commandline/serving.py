"""`werktop serve`, with what prepares its database, and `worker`; on the database of DATABASE_URL."""

import argparse
import contextlib
import os
import signal
import socket
import sys
from collections.abc import Iterator
from importlib import import_module

import psycopg

from werktop.config.commandline.processes import run
from werktop.config.commandline.refusals import Refusal

SETTINGS = "werktop.config.settings"


PREPARING = "werktop.prepare"
"""The name of the advisory lock that whoever prepares the database holds."""


class DatabaseIsNotNamed(Refusal):
    """DATABASE_URL is not set."""


class GatewayIsWrong(Refusal):
    """What carries messages cannot be loaded."""


class DatabaseDoesNotAnswer(Refusal):
    """The database of DATABASE_URL cannot be reached; the message says why."""


def django(*words: str) -> list[str]:
    """The words that run one of Django's own commands."""
    return [sys.executable, "-m", "django", *words, "--settings", SETTINGS]


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def web_server(*, bind: str, processes: int = 1, threads: int = 8) -> list[str]:
    """The words that run the web server; it talks plain HTTP, for a proxy in front."""
    words = [sys.executable, "-m", "gunicorn", "werktop.config.wsgi:application", "--bind", bind]
    words += ["--worker-class", "gthread", "--workers", str(processes), "--threads", str(threads)]
    return [
        *words,
        "--config",
        "python:werktop.config.starting",
        "--no-control-socket",
        "--graceful-timeout",
        "8",
        "--timeout",
        "60",
    ]


def worker(*, jobs_at_once: int = 4) -> list[str]:
    """The words that run the jobs, under the settings in the environment of whoever runs them."""
    return [sys.executable, "-m", "django", *_jobs(jobs_at_once)]


def _jobs(at_once: int) -> list[str]:
    return ["procrastinate", "worker", "--concurrency", str(at_once), "--shutdown-graceful-timeout", "8"]


def run_serve(arguments: list[str]) -> int:
    """Becomes the web server, or does what `prepare` and `organisation` ask for. SIGTERM while it starts ends it with 0."""
    if arguments[:1] == ["prepare"]:
        return run_prepare(arguments[1:])
    if arguments[:1] == ["organisation"]:
        from werktop.config.commandline.founding import run_organisation

        return run_organisation(arguments[1:])
    parser = argparse.ArgumentParser(
        prog="./werktop serve",
        description="The web server on the database of DATABASE_URL. Plain HTTP: put a proxy in front.",
        epilog="Before it: './werktop serve prepare' brings the database up to this version, and './werktop serve "
        "organisation' adds an organisation and its first administrator (--help of each tells more). "
        "docs/operations.md lists the settings that all read from the environment.",
    )
    parser.add_argument("--bind", default="127.0.0.1:8000", help="address and port (default: 127.0.0.1:8000)")
    parser.add_argument("--processes", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--threads", type=int, default=8, help="threads in each (default: 8)")
    chosen = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))  # nothing is begun yet
    return _become(web_server(bind=chosen.bind, processes=chosen.processes, threads=chosen.threads))


def run_worker(arguments: list[str]) -> int:
    """Does jobs until SIGTERM or Ctrl-C, finishes what it has begun, and ends with 0, also while still starting."""
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))  # nothing is begun yet
    parser = argparse.ArgumentParser(
        prog="./werktop worker",
        description="Does the jobs of DATABASE_URL (messages, reminders, cleaning up). Several may run.",
        epilog="docs/operations.md lists the settings that it reads from the environment.",
    )
    parser.add_argument("--jobs-at-once", type=int, default=4, help="jobs done side by side (default: 4)")
    chosen = parser.parse_args(arguments)
    require_settings()
    require_gateways()
    from django.core.management import call_command

    call_command(*_jobs(chosen.jobs_at_once))
    return 0


def run_prepare(arguments: list[str]) -> int:
    """Migrate, then load the reference data of this version (regions, postcodes, the catalogue).

    A second one at the same time waits for the first, and then finds little to do.
    """
    parser = argparse.ArgumentParser(
        prog="./werktop serve prepare",
        description="Brings the database of DATABASE_URL (as the role that owns it) up to this version, "
        "reference data included. Safe to repeat; a second one at the same time waits.",
    )
    parser.parse_args(arguments)
    require_settings()
    environment = {"DJANGO_SETTINGS_MODULE": SETTINGS}
    with _only_one_prepares():
        return run(django("migrate", "--no-input"), environment=environment) or run(
            [sys.executable, "-m", "werktop.config.commandline.founding"], environment=environment
        )


@contextlib.contextmanager
def _only_one_prepares() -> Iterator[None]:
    try:
        connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
    except psycopg.OperationalError as fault:
        raise DatabaseDoesNotAnswer(str(fault).strip()) from None
    with connection:
        connection.execute("select pg_advisory_lock(hashtext(%s))", [PREPARING])
        yield


def require_database() -> None:
    """The settings of production, whatever the environment says. Raises DatabaseIsNotNamed without DATABASE_URL.

    The demo and the tests start their processes themselves: on a named database no clock stands still, no key is
    the one that everybody can read, and no page shows logins or mail.
    """
    os.environ["WERKTOP_MODE"] = "production"
    os.environ.pop("WERKTOP_TODAY", None)
    if not os.environ.get("DATABASE_URL"):
        raise DatabaseIsNotNamed(
            "DATABASE_URL is not set; for example postgresql://werktop_web@db.example/werktop\n"
            "(to look around without a database of your own: ./werktop demo)"
        )


def require_gateways() -> None:
    """Raises GatewayIsWrong where a setting names a way out of the house that cannot be loaded."""
    from django import setup
    from django.core.checks import ERROR, run_checks

    setup()
    wrong = [f for f in run_checks(tags=["post", "employers"]) if f.level >= ERROR]
    if wrong:
        raise GatewayIsWrong("\n".join(f"{fault.msg}\n({fault.hint})" for fault in wrong))


def require_settings() -> None:
    """Says what is missing in the environment and ends; a web server would start its processes over and over."""
    require_database()
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import_module(SETTINGS)


def _become(words: list[str]) -> int:
    """Replace this process, so that signals reach the program itself."""
    require_settings()
    require_gateways()
    os.execv(words[0], words)
