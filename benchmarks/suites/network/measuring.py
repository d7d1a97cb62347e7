"""Asks the page of the network in its forms, with a clock; a line for each."""

import gc
import sys
from statistics import median
from time import process_time
from typing import Any

from benchmarks.logins import session_of
from benchmarks.tables import milliseconds, timed


class _Seen:
    """Counts what the database is asked."""

    count = 0

    def __call__(self, run: Any, *asked: Any) -> Any:
        self.count += 1
        return run(*asked)


def report(times: int) -> None:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.urls import reverse

    from werktop.accounts.models import Account
    from werktop.accounts.queries import actor_of
    from werktop.ambassadors.models import Club
    from werktop.ambassadors.queries.network import NetworkFilters, network_of

    settings.ALLOWED_HOSTS = ["*"]
    account = Account.objects.get(email="manager@nummer0.example")
    forest = network_of(actor_of(account), NetworkFilters()).forest
    asked: list[tuple[str, dict[str, Any]]] = [
        ("all", {}),
        ("second page of trees", {"bomen": 2}),
        ("up to 2024", {"tot": 2024}),
        ("a club", {"club": Club.objects.get().pk}),
        ("the largest branch opened", {"open": forest.trees[0]}),
        ("by name", {"sort": "name", "q": "nummer 1"}),
    ]
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(account)
    address = reverse("ambassadors:network")
    for words, facts in asked:
        page = client.get(address, facts)
        assert page.status_code == 200, page.status_code
        seen = _Seen()
        with connection.execute_wrapper(seen):
            client.get(address, facts)
        seconds, worked = [], []
        for _n in range(times):
            gc.collect()
            before = process_time()
            seconds.append(timed(client.get, address, facts)[1])
            worked.append(process_time() - before)
        seconds.sort()
        told = page.content.decode()
        p95 = seconds[min(len(seconds) - 1, round(0.95 * len(seconds)))]
        row = [
            words, told.count("<figure"), told.count("<circle"), seen.count, milliseconds(median(seconds)),
            milliseconds(p95), milliseconds(median(worked)), len(page.content) // 1024,
        ]  # fmt: skip
        print("\t".join(str(cell) for cell in row), flush=True)


if __name__ == "__main__":
    import django

    django.setup()
    report(int(sys.argv[1]))
