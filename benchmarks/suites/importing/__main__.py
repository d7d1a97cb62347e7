"""A spreadsheet of so many people, from a browser until all are in: `benchmarks/import [--rows 5000] [--candidates 5000]`.

The web server and the worker run as they do in use, each in a process of its own; another colleague opens the list of candidates
again and again meanwhile. `--candidates` is how many the region has before: they are made once, and each run begins with a copy.
"""

import argparse
import os
import shutil

from benchmarks.region import environment_of, region_of
from benchmarks.tables import header
from werktop.config.commandline import postgres
from werktop.config.commandline.places import STATE
from werktop.config.commandline.processes import started, stop
from werktop.config.commandline.serving import free_port, web_server, worker


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=5_000, help="in the spreadsheet (default: 5000)")
    parser.add_argument("--candidates", type=int, default=5_000, help="in the region before (default: 5000)")
    parser.add_argument("--fresh", action="store_true", help="throw the region away and make it anew")
    options = parser.parse_args()
    folder = STATE / "benchmark-importing"
    if options.fresh:
        shutil.rmtree(folder, ignore_errors=True)
    with postgres.running(postgres.Cluster(folder, is_throwaway=True)) as cluster:
        name = _copied(cluster, region_of(cluster, options.candidates))
        os.environ |= environment_of(cluster, name)
        port = free_port()
        children = []
        try:
            for words, log in ((web_server(bind=f"127.0.0.1:{port}"), "web.log"), (worker(), "worker.log")):
                children.append(started(words, environment={}, log=folder / log))
            import django as framework

            framework.setup()
            from benchmarks.suites.importing.measuring import report

            command = f"benchmarks/import --rows {options.rows} --candidates {options.candidates}"
            print(header(command, ["django", "psycopg", "openpyxl", "python-calamine"]))
            print(report(f"http://127.0.0.1:{port}", options.rows))
        finally:
            stop(children)


def _copied(cluster: postgres.Cluster, region: str) -> str:
    """A database of this run alone, as the region is before it."""
    import psycopg

    name = "import_of_this_run"
    with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
        connection.execute(f'drop database if exists "{name}" with (force)')
        connection.execute(f'create database "{name}" template "{region}"')
    return name


if __name__ == "__main__":
    main()
