"""The screen of a table in a browser: what tests tap and read on it."""

from __future__ import annotations

from django.urls import reverse

SENT = "Alles is bewaard."
WAITS = "Geen netwerk. Alles staat veilig op dit toestel en gaat straks vanzelf mee."


def screen_of(day, table=1):
    return reverse("gatherings:table_screen", args=[day.gathering.pk, table])


def is_kept(page):
    """The worker runs and the page lies in its cache."""
    until(
        page,
        "async () => Boolean(navigator.serviceWorker.controller"
        " && await (await caches.open('werktop-table')).match(location.href))",
    )


def until(page, question, seconds=15):
    """Ask the page until it says yes."""
    for _time in range(seconds * 10):
        if page.evaluate(question):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never: {question}")


def klik(page, day, candidate, entrepreneur):
    value = f"{day.guests[candidate].pk}:{day.guests[entrepreneur].pk}"
    return page.locator(f'input[name=klik][value="{value}"]')


def strip(page, words):
    page.get_by_text(words, exact=True).first.wait_for(state="visible", timeout=15000)


def waits_on_device(page):
    return page.evaluate(
        """() => new Promise(done => { const o = indexedDB.open("werktop-table");
        o.onsuccess = () => { const r = o.result.transaction("taps").objectStore("taps").getAll();
          r.onsuccess = () => { o.result.close(); done(r.result.filter(t => t.state === "waiting").length); }; }; })"""
    )
