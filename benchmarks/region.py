"""A cluster with a made-up region in it, for benchmarks of the product itself: filled once for each number of candidates."""

import os

from werktop.config.commandline import postgres
from werktop.config.commandline.places import ROOT
from werktop.config.commandline.processes import run
from werktop.config.commandline.serving import SETTINGS, django


def environment_of(cluster: postgres.Cluster, name: str) -> dict[str, str]:
    """The settings under which this database of the cluster is used."""
    return {
        "WERKTOP_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": cluster.url(postgres.OWNER, name),
        "WERKTOP_TODAY": "2026-11-24",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }


def region_of(cluster: postgres.Cluster, candidates: int) -> str:
    """The name of the filled database, made where it is missing."""
    import psycopg

    name, migrate = f"pages_{candidates}", django("migrate", "--no-input", "--verbosity=0")
    with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
        found = {row[0] for row in connection.execute("select datname from pg_database")}
        if name not in found:
            connection.execute('drop database if exists "half_pages"')
            connection.execute('create database "half_pages"')
    if name in found:
        if run(migrate, environment=environment_of(cluster, name)):
            raise SystemExit("the rows are of another version: --fresh makes them anew.")
        return name
    environment = environment_of(cluster, "half_pages")
    for words in (migrate, _filling(candidates)):
        if run(words, environment=environment):
            raise SystemExit("the rows could not be made; see above.")
    with psycopg.connect(cluster.url("postgres", "half_pages"), autocommit=True) as connection:
        connection.execute("vacuum analyze")
    with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
        connection.execute(f'alter database "half_pages" rename to "{name}"')
    return name


def _filling(candidates: int) -> list[str]:
    return [*django()[:1], "-m", "benchmarks.suites.pages.filling", str(candidates)]
