"""The picture of the network at the server, in regions of so many employers: `benchmarks/network [--employers 253 5000]`.

A cluster of its own, as the demo and the tests have one; it is kept under .werktop and filled once for each number of
employers. `--fresh` fills it anew.
"""

import argparse
import os
import shutil
import subprocess
import sys

from benchmarks.region import environment_of
from benchmarks.tables import header, table
from werktop.config.commandline import postgres
from werktop.config.commandline.places import STATE
from werktop.config.commandline.processes import run
from werktop.config.commandline.serving import django

TITLES = ["employers", "page", "trees", "dots", "queries", "median ms", "p95 ms", "processor ms", "KB"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--employers", type=int, nargs="+", default=[253, 5000], help="in the region")
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked (default: 20)")
    parser.add_argument("--fresh", action="store_true", help="throw the rows away and make them anew")
    options = parser.parse_args()
    folder = STATE / "benchmark-network"
    if options.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    rows = []
    with postgres.running(postgres.Cluster(folder, is_throwaway=True)) as cluster:
        for count in options.employers:
            environment = environment_of(cluster, _filled(cluster, count))
            told = subprocess.run(
                [sys.executable, "-m", "benchmarks.suites.network.measuring", str(options.times)],
                env=os.environ | environment,
                check=True,
                capture_output=True,
                text=True,
            )
            rows += [[f"{count:,}", *line.split("\t")] for line in told.stdout.splitlines()]
    words = " ".join(str(count) for count in options.employers)
    print(header(f"benchmarks/network --employers {words}", ["django", "psycopg"]))
    print(table(TITLES, rows))


def _filled(cluster: postgres.Cluster, count: int) -> str:
    """The name of the filled database, made where it is missing."""
    import psycopg

    name = f"network_{count}"
    with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
        if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
            return name
        connection.execute('drop database if exists "half_network"')
        connection.execute('create database "half_network"')
    environment = environment_of(cluster, "half_network")
    for words in (
        django("migrate", "--no-input", "--verbosity=0"),
        [*django()[:1], "-m", "benchmarks.suites.network.filling", str(count)],
    ):
        if run(words, environment=environment):
            raise SystemExit("the rows could not be made; see above.")
    with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
        connection.execute(f'alter database "half_network" rename to "{name}"')
    return name


if __name__ == "__main__":
    main()
