"""What axe finds on a page in a real browser."""

from __future__ import annotations

from weakref import WeakSet

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

# Only what is wrong leaves the browser: all that axe approves of would be carried over for each page.
# A colour that is on its way to another is neither: what moves is brought to its end first.
LOOK = """async (known) => {
    document.getAnimations().forEach((each) => each.effect.getComputedTiming().endTime < Infinity && each.finish());
    const fresh = lookedForContrast(new Set(known.split("\\n")));
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return [violations.map((each) => [each.id, each.nodes.map((node) => node.html)]), [...fresh]];
}"""

# More than half of what axe takes is whether letters stand out against what is behind them. The answer is the same wherever
# colour, size and all that lies behind are the same: where it was asked before and was yes, it is not asked again. What may
# lie over something else than what it stands in is always asked.
CONTRAST = """() => {
    const rule = axe._audit.rules.find((each) => each.id === "color-contrast");
    const check = axe._audit.checks["color-contrast"];
    const [matches, evaluate] = [rule.matches, check.evaluate];
    let known, fresh, behind, movers;
    const CLEAR = "rgba(0, 0, 0, 0)";
    const isMoved = (style) => ["absolute", "fixed", "sticky"].includes(style.position) || style.float !== "none"
        || style.transform !== "none" || (style.position === "relative" && style.zIndex !== "auto");
    const isDrawn = (style) => style.backgroundColor !== CLEAR || style.backgroundImage !== "none";
    const mayLieUnder = (each) => {
        movers ??= [...document.querySelectorAll("body *")].filter((other) => {
            const style = getComputedStyle(other);
            return isMoved(style) && isDrawn(style);
        }).map((other) => [other, other.getBoundingClientRect()]);
        const own = each.getBoundingClientRect();
        return movers.some(([other, box]) => !other.contains(each) && box.left < own.right && own.left < box.right
            && box.top < own.bottom && own.top < box.bottom);
    };
    const groundOf = (each) => {
        if (!each) return "";
        if (behind.has(each)) return behind.get(each);
        const under = groundOf(each.parentElement), style = getComputedStyle(each);
        const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode].join(" ");
        const isPlain = own === `${CLEAR} none 1 none normal`;
        const isOpaque = style.backgroundColor.startsWith("rgb(");
        const isUnsure = under === null || (isMoved(style) && !isOpaque);
        const found = isUnsure ? null : isPlain ? under : `${under}/${own}`;
        behind.set(each, found);
        return found;
    };
    const keyOf = (each) => {
        const ground = groundOf(each);
        if (ground === null || mayLieUnder(each)) return null;
        const style = getComputedStyle(each);
        return [style.color, style.fontSize, style.fontWeight, style.textShadow, ground].join("|");
    };
    rule.matches = function (node, ...words) {
        return !known.has(keyOf(node)) && matches.call(this, node, ...words);
    };
    check.evaluate = function (node, ...words) {
        const answer = evaluate.call(this, node, ...words), key = answer === true ? keyOf(node) : null;
        if (key !== null && node.checkVisibility()) fresh.add(key);
        return answer;
    };
    window.lookedForContrast = (asked) => { known = asked; behind = new Map(); movers = null; return fresh = new Set(); };
}"""

# Half a megabyte: a window in which a second page is looked at has it at hand for all that follow.
AXE = f"{Axe().axe_script}; ({CONTRAST})();"
IS_THERE = "'axe' in window || ('bringAxe' in window && (bringAxe(), true))"
_looked_at: WeakSet[BrowserContext] = WeakSet()
"""Windows of which one page was looked at."""
_stands_out: set[str] = set()
"""Letters and what is behind them, of which axe said in this process that they stand out."""


def violations(page: Page) -> list[list[object]]:
    """Every rule that is violated on the page as it is now, with the pieces of HTML that violate it."""
    if not page.evaluate(IS_THERE):
        page.evaluate(AXE)
        if page.context in _looked_at:
            page.context.add_init_script(f"window.bringAxe = () => {{ {AXE} }}")
        _looked_at.add(page.context)
    found, fresh = page.evaluate(LOOK, "\n".join(_stands_out))
    _stands_out.update(fresh)
    return found
