"""Somebody with a real browser who knows only what is on the screen: taps, fills in, follows. What it costs is counted.

A step is a page load or a form that is sent (the page that follows and the press that sends belong to it); a tap is
any other click or tap, or a filled field; of these, `fields` are the questions that got an answer. Every page that is
arrived at is looked at: axe (on a phone), sideways scroll, a picture.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, Request

WIDE = 1000
PASSWORD = "een-lang-wachtwoord"  # of every account in tests/making.py

# what the browser would send for a press; an answer that leads on to a page is a form that was taken
SEND_EACH = """async ([words, but]) => {
    const isSaid = (told) => told === words || (told.startsWith(words) && /^\\s*:/.test(told.slice(words.length)));
    const buttons = [...document.querySelectorAll("main form button")].filter((each) => each.checkVisibility()
        && isSaid(each.textContent.trim()) && !(but && each.textContent.includes(but)));
    const refused = buttons.length ? [] : ["no button says so"];
    for (const button of buttons) {
        const body = new URLSearchParams(new FormData(button.form, button));
        const answer = await fetch(button.form.getAttribute("action"), { method: "POST", body, redirect: "manual" });
        if (answer.type !== "opaqueredirect") refused.push([button.textContent, answer.status]);
    }
    return refused;
}"""


def said(words: str, of: str = "") -> re.Pattern[str]:
    """A name that is these words; what they are about (`of`) may follow after a colon, for who cannot see it."""
    return re.compile(rf"^{re.escape(words)}" + (rf"\s*:.*{re.escape(of)}" if of else r"(\s*:.*)?$"))


class Visitor:
    """One person with one browser window. What they cost goes on counting; `start_counting` sets it to nought."""

    def __init__(self, page: Page, name: str, has_no_faults: Callable[[Page], None]) -> None:
        self.page, self.name, self._has_no_faults = page, name, has_no_faults
        self.steps = self.taps = self.fields = self._pictures = 0
        page.on("request", self._count)

    def _count(self, request: Request) -> None:
        if (
            request.is_navigation_request()
            and request.redirected_from is None
            and request.frame == self.page.main_frame
        ):
            self.steps += 1

    def start_counting(self) -> None:
        self.steps = self.taps = self.fields = 0

    # ── on a page ──

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def tap(self, what: Locator) -> None:
        """One tap, and nothing is loaded."""
        what.click()
        self.taps += 1

    def field(self, label: str) -> Locator:
        """The field with this label, with or without the words that it may stay empty."""
        return self.main.get_by_label(re.compile(rf"^{re.escape(label)}( \(mag leeg blijven\))?$"))

    def fill(self, label: str, words: str) -> None:
        """One field filled in."""
        self.field(label).fill(words)
        self.taps += 1
        self.fields += 1

    def choose(self, label: str, words: str, nth: int = 0) -> None:
        """One option of a list (the nth with this label) that begins with these words."""
        field = self.field(label).nth(nth)
        option = field.locator("option").filter(has_text=re.compile(rf"^\s*{re.escape(words)}")).first
        field.select_option(value=option.get_attribute("value"))
        self.taps += 1
        self.fields += 1

    def tick(self, words: str) -> None:
        """One box or round ticked whose name begins with these words."""
        name = re.compile(rf"^{re.escape(words)}")
        box, one_of = (self.main.get_by_role(kind, name=name) for kind in ("checkbox", "radio"))
        self.tap(box.or_(one_of).first)
        self.fields += 1

    def unfold(self, words: str) -> None:
        """Open what is folded."""
        self.tap(self.main.locator("summary", has_text=words).first)

    def sees(self, words: str) -> None:
        """These words are on the screen."""
        self.main.get_by_text(words).first.wait_for()

    # ── from page to page ──

    def press(self, words: str, of: str = "", look: bool = True, keyboard: bool = False) -> None:
        """Press the button that says this (about `of`) and arrive."""
        self.arrive(self.main.get_by_role("button", name=said(words, of)).first, look, keyboard)

    def follow(self, words: str, of: str = "", look: bool = True) -> None:
        """Follow the link on the page that says this (about `of`) and arrive."""
        self.arrive(self.main.get_by_role("link", name=said(words, of)).first, look)

    def press_the_rest(self, words: str, but: str = "") -> None:
        """Press all other buttons that say this (not the one about `but`), after one was pressed by `press`.

        Their forms are sent as they stand on the page, one after the other and each as its own request; the page is loaded
        anew, and looked at, when all are answered: drawing it after each of them takes longer than all that they do.
        """
        refused = self.page.evaluate(SEND_EACH, [words, but])
        assert refused == [], f"{self.name} on {self.page.url}: {refused}"
        self.page.reload()
        self.look()

    def go(self, words: str, look: bool = True) -> None:
        """To another part of the house: by the menu, the menu at the bottom of a phone, or the foot of the page."""
        links = self.page.locator("nav, footer").get_by_role("link", name=words, exact=True)
        self.arrive(links.filter(visible=True).first, look)

    def arrive(self, by: Locator, look: bool = True, keyboard: bool = False) -> None:
        """Use a link or button that loads a page, wait for that page, and look at it: a step, which `_count` sees."""
        with self.page.expect_navigation(wait_until="load"):
            if keyboard:
                by.focus()
                self.page.keyboard.press("Enter")
            else:
                by.click()
        self.look() if look else None

    def open(self, address: str, look: bool = True) -> None:
        """The address in a message, behind a code on a badge, or of the page to log in."""
        self.page.goto(address)
        self.look() if look else None

    def look(self) -> None:
        """Nothing scrolls sideways, and on a phone axe finds nothing either (on a wide screen `test_axe` asks it of every
        page); a picture where WERKTOP_PICTURES names a folder."""
        width = self.page.viewport_size["width"]  # type: ignore[index]
        try:
            if width < WIDE:
                self._has_no_faults(self.page)
            else:
                assert self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        except AssertionError as fault:
            raise AssertionError(f"{self.name} at {width} px on {self.page.url}: {fault}") from None
        if folder := os.environ.get("WERKTOP_PICTURES"):
            self._pictures += 1
            path = re.sub(r"[0-9a-f-]{36}/?|https?://[^/]+/", "", self.page.url).split("?")[0]
            where = re.sub(r"\W+", "-", path[:30]).strip("-") or "vandaag"
            name = f"{width}-{self.name}-{self._pictures:02}-{where}.png"
            self.page.screenshot(path=Path(folder) / name, full_page=True)

    # ── a colleague's beginning ──

    def log_in(self, account: Any) -> None:
        """By the front door."""
        self.open("/inloggen/")
        self.fill("E-mailadres", account.email)
        self.fill("Wachtwoord", PASSWORD)
        self.press("Log in")


def link_for(colleague: Visitor, name: str, piece: str) -> str:
    """The link with this piece in the latest message to somebody, found in the mailbox page by its search."""
    colleague.go("Proefpostbus", look=False)
    colleague.field("Zoek").fill(name)
    colleague.press("Toon", look=False)
    cards = colleague.main.locator("li.card", has_text=name)
    for number in range(cards.count()):
        with colleague.page.expect_navigation(wait_until="load"):
            cards.nth(number).locator("p a").first.click()
        found = colleague.main.locator(f'article a[href*="{piece}"]')
        if found.count():
            colleague.look()
            return re.sub(r"^https?://[^/]+", "", found.first.get_attribute("href") or "")
        with colleague.page.expect_navigation(wait_until="load"):
            colleague.page.go_back()
    raise AssertionError(f"no message to {name} has a link with {piece}")
