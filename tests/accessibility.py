"""What axe finds on a page in a real browser."""

from __future__ import annotations

from weakref import WeakSet

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

# Only what is wrong leaves the browser: all that axe approves of would be carried over for each page.
# A colour that is on its way to another is neither: what moves is brought to its end first.
LOOK = """document.getAnimations().forEach((each) => each.effect.getComputedTiming().endTime < Infinity && each.finish());
    axe.run({resultTypes: ["violations"]}).then((found) => found.violations.map(
    (each) => [each.id, each.nodes.map((node) => node.html)]))"""

# Half a megabyte: a window in which a second page is looked at has it at hand for all that follow.
AXE = Axe().axe_script
IS_THERE = "'axe' in window || ('bringAxe' in window && (bringAxe(), true))"
_looked_at: WeakSet[BrowserContext] = WeakSet()
"""Windows of which one page was looked at."""


def violations(page: Page) -> list[list[object]]:
    """Every rule that is violated on the page as it is now, with the pieces of HTML that violate it."""
    if not page.evaluate(IS_THERE):
        page.evaluate(AXE)
        if page.context in _looked_at:
            page.context.add_init_script(f"window.bringAxe = () => {{ {AXE} }}")
        _looked_at.add(page.context)
    return page.evaluate(LOOK)
