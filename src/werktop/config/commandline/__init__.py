"""The `werktop` command: one subcommand per job, each imported only when it is asked for.

`seat`, `match`, `note` and `support` are pure computation: they import neither Django nor a database driver.
"""

import os
import sys
from collections.abc import Callable, Sequence

from werktop.config.commandline.refusals import Refusal, Stopped

Run = Callable[[list[str]], int]


def _demo(arguments: list[str]) -> int:
    from werktop.config.commandline.demo import run_demo

    return run_demo(arguments)


def _test(arguments: list[str]) -> int:
    from werktop.config.commandline.testing import run_test

    return run_test(arguments)


def _check(arguments: list[str]) -> int:
    from werktop.config.commandline.checks import run_check

    return run_check(arguments)


def _import(arguments: list[str]) -> int:
    from werktop.config.commandline.importing import run_import

    return run_import(arguments)


def _seat(arguments: list[str]) -> int:
    from werktop.config.commandline.mechanisms import run_seat

    return run_seat(arguments)


def _match(arguments: list[str]) -> int:
    from werktop.config.commandline.mechanisms import run_match

    return run_match(arguments)


def _note(arguments: list[str]) -> int:
    from werktop.config.commandline.note import run_note

    return run_note(arguments)


def _support(arguments: list[str]) -> int:
    from werktop.config.commandline.support import run_support

    return run_support(arguments)


def _assets(arguments: list[str]) -> int:
    from werktop.config.commandline.assets import run_assets

    return run_assets(arguments)


def _catalogues(arguments: list[str]) -> int:
    from werktop.config.commandline.catalogues import run_catalogues

    return run_catalogues(arguments)


def _pictures(arguments: list[str]) -> int:
    from werktop.config.commandline.pictures import run_pictures

    return run_pictures(arguments)


def _lock(arguments: list[str]) -> int:
    from werktop.config.commandline.locks import run_lock

    return run_lock(arguments)


def _serve(arguments: list[str]) -> int:
    from werktop.config.commandline.serving import run_serve

    return run_serve(arguments)


def _worker(arguments: list[str]) -> int:
    from werktop.config.commandline.serving import run_worker

    return run_worker(arguments)


# The order of the help: what a newcomer needs first.
COMMANDS: dict[str, tuple[Run, str, str]] = {
    "demo": (_demo, "try it", "the whole product with a fictitious region, on a database of its own"),
    "test": (_test, "try it", "every test: pure, database, HTTP, browser, accessibility"),
    "check": (
        _check,
        "try it",
        "style, types, contracts, templates, migrations, translations, assets, settings",
    ),
    "import": (_import, "use it", "people from a spreadsheet: a preview, or with --apply for real"),
    "seat": (_seat, "use it", "a seating plan: JSON in, JSON out (no database)"),
    "match": (_match, "use it", "follow-up talks from both sides' wishes: JSON in, JSON out (no database)"),
    "note": (_note, "use it", "what a sentence of a relationship manager says: chips in JSON (no database)"),
    "support": (
        _support,
        "use it",
        "support for employers: what there is, and sums with their steps, in JSON (no database)",
    ),
    "serve": (
        _serve,
        "run it",
        "the web server, on DATABASE_URL; first `serve prepare` and `serve organisation`",
    ),
    "worker": (
        _worker,
        "run it",
        "the jobs (messages, reminders, cleaning up), on DATABASE_URL",
    ),
    "assets": (_assets, "change it", "rebuild the style sheets and scripts that are committed"),
    "catalogues": (_catalogues, "change it", "collect and compile the translations of every room"),
    "pictures": (_pictures, "change it", "make the README's pictures from the demo"),
    "lock": (_lock, "change it", "pin the packages of requirements/*.in with their hashes"),
}

# Nobody else can reach a real database by mistake: for all others DATABASE_URL is not there.
READ_DATABASE_URL = frozenset({"serve", "worker", "import"})


def help_text() -> str:
    """What `werktop --help` prints: every command with one line, in groups."""
    lines = ["usage: ./werktop COMMAND [options]     (./werktop COMMAND --help tells more)", ""]
    group = None
    for name, (_, its_group, line) in COMMANDS.items():
        if its_group != group:
            group = its_group
            lines += [f"{group}:"]
        lines += [f"  {name:<13} {line}"]
    lines += [
        "",
        "The first start makes .venv from the hash-pinned locks in requirements/; later ones keep it.",
        "demo and test bring their own PostgreSQL, kept under .werktop/. Only serve, worker and import",
        "read DATABASE_URL.",
    ]
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 fine, 1 failed, 2 asked wrongly or refused."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    name, *rest = arguments or ["--help"]
    try:
        if name in ("-h", "--help", "help"):
            print(help_text(), flush=True)
            return 0
        if name not in COMMANDS:
            print(f"werktop: there is no command '{name}'.\n\n{help_text()}", file=sys.stderr)
            return 2
        if name not in READ_DATABASE_URL:
            os.environ.pop("DATABASE_URL", None)
        return COMMANDS[name][0](rest)
    except Refusal as refusal:
        print(f"werktop {name}: {refusal}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Stopped:
        return 143
