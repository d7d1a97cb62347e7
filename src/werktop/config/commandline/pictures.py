"""`werktop pictures`: the README's pictures, made from the demo in a real browser."""

import argparse
from dataclasses import dataclass
from typing import Any

from werktop.config.commandline.demo import demo_running
from werktop.config.commandline.places import ROOT
from werktop.config.commandline.processes import stopping_in_order
from werktop.config.commandline.serving import free_port
from werktop.config.commandline.testing import chromium

FOLDER = ROOT / "docs" / "pictures"
DESK = (1280, 900)


@dataclass(frozen=True)
class Picture:
    """One picture: whose screen, where it starts, which links are followed from there, how large it is."""

    name: str
    login: str
    path: str
    follow: tuple[str, ...] = ()
    size: tuple[int, int] = DESK


# `follow` holds CSS selectors of links, clicked one after the other.
PICTURES = (
    Picture("today", "marieke@waalsteen.example", "/"),
    Picture(
        "candidate",
        "marieke@waalsteen.example",
        "/kandidaten/",
        follow=('main table a[href^="/kandidaten/"]',),
    ),
    Picture(
        "seats",
        "marieke@waalsteen.example",
        "/gesprekken/",
        follow=('main tbody a[href^="/gesprekken/"]', 'a[href$="/stoelen/"]'),
    ),
    Picture(
        "after",
        "marieke@waalsteen.example",
        "/",
        follow=('main a[href$="/resultaat/"]', 'main a[href$="/na/"]'),
    ),
    Picture("results", "marieke@waalsteen.example", "/", follow=('main a[href$="/resultaat/"]',)),
)


def run_pictures(arguments: list[str]) -> int:
    """Write docs/pictures/*.png anew; 1 when a page does not answer as it should."""
    parser = argparse.ArgumentParser(
        prog="./werktop pictures",
        description="Makes docs/pictures/*.png, which the README shows, from this checkout's demo.",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these (default: all)")
    wanted = parser.parse_args(arguments).names
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(parents=True, exist_ok=True)
    failed = False
    with stopping_in_order(), demo_running(port=(port := free_port())), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                problem = _take(browser, f"http://localhost:{port}", picture)
                print(f"{picture.name}: {problem or 'made'}", flush=True)
                failed = failed or bool(problem)
        browser.close()
    return 1 if failed else 0


def _take(browser: Any, address: str, picture: Picture) -> str:
    """Take one picture; "" or what was wrong."""
    from werktop.demo.logins import PASSWORD

    width, height = picture.size
    context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL")
    try:
        page = context.new_page()
        page.goto(f"{address}/inloggen/")
        page.locator("input[type=email], input[name=username]").first.fill(picture.login)
        page.locator("input[type=password]").fill(PASSWORD)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url(lambda url: "inloggen" not in url)
        answer = page.goto(address + picture.path)
        for selector in picture.follow:
            with page.expect_navigation() as navigation:
                page.locator(selector).first.click()
            answer = navigation.value
        if answer is None or not answer.ok:
            return f"answered {answer.status if answer else 'nothing'} on {page.url}"
        page.screenshot(path=FOLDER / f"{picture.name}.png")
        return ""
    finally:
        context.close()
