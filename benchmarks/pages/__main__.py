"""Every list and person page at the server, in a region of so many candidates: `benchmarks/run pages [--candidates 50000]`.

A cluster of its own, as the demo and the tests have one; it is kept under .werktop and filled once for each number of
candidates. `--fresh` fills it anew.
"""

import argparse
import os
import shutil

from benchmarks.tables import header
from werktop.config.commandline import postgres
from werktop.config.commandline.places import ROOT, STATE
from werktop.config.commandline.processes import run
from werktop.config.commandline.serving import SETTINGS, django


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--candidates", type=int, default=50_000, help="in the region (default: 50000)")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked (default: 20)")
    parser.add_argument("--only", default="", help="pages whose words hold this")
    parser.add_argument("--fresh", action="store_true", help="throw the rows away and make them anew")
    options = parser.parse_args()
    folder = STATE / "benchmark-pages"
    if options.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    with postgres.running(postgres.Cluster(folder, is_throwaway=True)) as cluster:
        name = _database(cluster, options.candidates)
        os.environ |= _environment(cluster, name)
        import django as framework

        framework.setup()
        from benchmarks.pages.measuring import report

        print(header(f"benchmarks/run pages --candidates {options.candidates}", ["django", "psycopg"]))
        print(report(options.times, options.only))


def _environment(cluster: postgres.Cluster, name: str) -> dict[str, str]:
    return {
        "WERKTOP_MODE": "demo",
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": cluster.url(postgres.OWNER, name),
        "WERKTOP_TODAY": "2026-11-24",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }


def _database(cluster: postgres.Cluster, candidates: int) -> str:
    """The name of the filled database, made where it is missing."""
    import psycopg

    name, migrate = f"pages_{candidates}", django("migrate", "--no-input", "--verbosity=0")
    with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
        found = {row[0] for row in connection.execute("select datname from pg_database")}
        if name not in found:
            connection.execute('drop database if exists "half_pages"')
            connection.execute('create database "half_pages"')
    if name in found:
        if run(migrate, environment=_environment(cluster, name)):
            raise SystemExit("the rows are of another version: --fresh makes them anew.")
        return name
    environment = _environment(cluster, "half_pages")
    for words in (migrate, _filling(candidates)):
        if run(words, environment=environment):
            raise SystemExit("the rows could not be made; see above.")
    with psycopg.connect(cluster.url("postgres", "half_pages"), autocommit=True) as connection:
        connection.execute("vacuum analyze")
    with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
        connection.execute(f'alter database "half_pages" rename to "{name}"')
    return name


def _filling(candidates: int) -> list[str]:
    return [*django()[:1], "-m", "benchmarks.pages.filling", str(candidates)]


if __name__ == "__main__":
    main()
