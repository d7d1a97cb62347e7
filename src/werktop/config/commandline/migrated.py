"""A migrated, empty database that each test database is copied from: migrating takes seconds, a copy does not."""

import fcntl
import hashlib

import psycopg

from werktop.config.commandline import postgres
from werktop.config.commandline.places import REQUIREMENTS, SOURCE
from werktop.config.commandline.processes import run
from werktop.config.commandline.refusals import Refusal
from werktop.config.commandline.serving import SETTINGS, django

PREFIX = "werktop_migrated_"


class MigrationsFail(Refusal):
    """The migrations do not run on an empty database."""


def migrated_database(cluster: postgres.Cluster) -> str:
    """The name of a database with this checkout's migrations in it, made where it is missing.

    Raises MigrationsFail.
    """
    name = PREFIX + fingerprint()
    with open(cluster.folder / "migrated.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
            found = connection.execute(
                "select datname from pg_database where starts_with(datname, %s)", [PREFIX]
            )
            names = {row[0] for row in found}
            if name in names:
                return name
            for outdated in names:
                connection.execute(f'drop database "{outdated}"')
            half = f"{PREFIX}half"
            connection.execute(f'create database "{half}"')
            environment = {
                "WERKTOP_MODE": "test",
                "DJANGO_SETTINGS_MODULE": SETTINGS,
                "DATABASE_URL": cluster.url(postgres.OWNER, half),
            }
            if run(django("migrate", "--no-input", "--verbosity=0"), environment=environment):
                raise MigrationsFail("the migrations failed; see above.")
            connection.execute(f'alter database "{half}" rename to "{name}"')
    return name


def fingerprint() -> str:
    """Changes with any migration of ours and with the version of any package."""
    digest = hashlib.sha256((REQUIREMENTS / "run.lock").read_bytes())
    for path in sorted(SOURCE.glob("*/migrations/*.py")):
        digest.update(str(path.relative_to(SOURCE)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
