"""What axe finds on a page in a real browser."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Only what is wrong leaves the browser: all that axe approves of would be carried over for each page.
# A colour that is on its way to another is neither: what moves is brought to its end first.
LOOK = """document.getAnimations().forEach((each) => each.effect.getComputedTiming().endTime < Infinity && each.finish());
    axe.run({resultTypes: ["violations"]}).then((found) => found.violations.map(
    (each) => [each.id, each.nodes.map((node) => node.html)]))"""

AXE = Axe().axe_script


def violations(page: Page) -> list[list[object]]:
    """Every rule that is violated on the page as it is now, with the pieces of HTML that violate it."""
    if not page.evaluate("'axe' in window"):  # half a megabyte, once for each page that is loaded
        page.evaluate(AXE)
    return page.evaluate(LOOK)
