"""Every list and person page at the server, in a region of so many candidates: `benchmarks/pages [--candidates 50000]`.

A cluster of its own, as the demo and the tests have one; it is kept under .werktop and filled once for each number of
candidates. `--fresh` fills it anew.
"""

import argparse
import os
import shutil

from benchmarks.region import environment_of, region_of
from benchmarks.tables import header
from werktop.config.commandline import postgres
from werktop.config.commandline.places import STATE


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
        name = region_of(cluster, options.candidates)
        os.environ |= environment_of(cluster, name)
        import django as framework

        framework.setup()
        from benchmarks.suites.pages.measuring import report

        print(header(f"benchmarks/pages --candidates {options.candidates}", ["django", "psycopg"]))
        print(report(options.times, options.only))


if __name__ == "__main__":
    main()
