"""`werktop import`: people from a spreadsheet, as the page does it, for files too many or too large for a page."""

import argparse
import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from werktop.config.commandline import serving
from werktop.config.commandline.refusals import Refusal

KINDS = ("sonar", "candidates", "entrepreneurs")


class FileIsMissing(Refusal):
    """There is no file of that name."""


class NotKnown(Refusal):
    """The organisation or the colleague is not known, or may not do this."""


def run_import(arguments: list[str]) -> int:
    """Print the report as JSON; 2 when rows or the whole file are refused, 1 for an unknown name, else 0."""
    chosen = _parser().parse_args(arguments)
    if not chosen.file.is_file():
        raise FileIsMissing(f"there is no file {chosen.file}")
    with _database(of_demo=chosen.demo):
        import django

        django.setup()
        from werktop.audit import refusals
        from werktop.audit.clock import now
        from werktop.exchange.commandline import import_file

        try:
            report = import_file(
                path=chosen.file,
                kind=chosen.kind,
                organisation=chosen.organisation,
                actor_email=chosen.actor,
                is_applied=chosen.apply,
                at=now(),
                key=chosen.key,
            )
        except refusals.NotVisible:
            raise NotKnown(f"there is no organisation {chosen.organisation}") from None
        except refusals.NotAllowed:
            raise NotKnown(
                f"{chosen.actor} may not take in {chosen.kind} for {chosen.organisation}: their role does not include "
                "it, or the organisation (a collective, a school) keeps no files of people"
            ) from None
        except refusals.Refusal as refusal:
            raise NotKnown(str(refusal.text)) from None
    print(json.dumps(report, ensure_ascii=False, indent=2, default=str))
    return 2 if report["refused"] or report["problem"] else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./werktop import",
        description="Reads people from a spreadsheet into the database of DATABASE_URL. Without --apply it\n"
        "changes nothing and prints, as JSON, what it would do and which rows it refuses.",
        epilog="Exit code: 0 fine, 2 rows or the whole file are refused, 1 the file or a name is not known.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="an XLSX or CSV file")
    parser.add_argument("--kind", required=True, choices=KINDS, help="what the file is")
    parser.add_argument("--organisation", required=True, metavar="SLUG", help="whose people they become")
    parser.add_argument("--actor", required=True, metavar="EMAIL", help="the colleague who answers for it")
    parser.add_argument("--apply", action="store_true", help="write the rows that are not refused")
    parser.add_argument(
        "--key",
        type=UUID,
        metavar="UUID",
        help="request key: the same run started again with it, by a schedule say, does nothing and prints the same "
        "while its report is kept (a week); keys are known for 30 days",
    )
    parser.add_argument("--demo", action="store_true", help="into this checkout's demo, not DATABASE_URL")
    return parser


@contextlib.contextmanager
def _database(*, of_demo: bool) -> Iterator[None]:
    os.environ["DJANGO_SETTINGS_MODULE"] = serving.SETTINGS
    if not of_demo:
        serving.require_database()
        yield
        return
    from werktop.config.commandline import demo, postgres

    with postgres.running(demo.CLUSTER):
        os.environ.update(demo.demo_environment(role=postgres.WEB))
        yield
