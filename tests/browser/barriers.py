"""What keeps somebody out of a page: axe-core, the size of targets, language and direction."""

from typing import Any

from playwright.sync_api import Page

from controller.web.assets import ROOT
from tests.browser.arriving import settle

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = {
    # The page behind the QR has no scripts and nothing to type: it may load itself anew.
    "meta-refresh": {"enabled": False},
    "target-size": {"enabled": True},
}

EXAMINE = """async (rules) => {
  // axe holds a page up for longer than its link bears on a slow machine: as it was, it is examined
  const { classList } = document.body;
  const held = new MutationObserver(() => {
    // only what is there: to take away nothing is a change, too, and would never end
    for (const name of ["is-cut", "is-busy"]) if (classList.contains(name)) classList.remove(name);
  });
  held.observe(document.body, { attributeFilter: ["class"] });
  const found = await axe.run(document, { rules, resultTypes: ["violations"] });
  held.disconnect();
  return found.violations;
}"""

SMALL = """() => [...document.querySelectorAll('a, button, input:not([type=hidden])')]
  .filter((each) => each.checkVisibility())
  .map((each) => ({ each, box: each.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 44 || box.height < 44)
  .map(({ each, box }) => `${box.width} x ${box.height}: ${each.outerHTML.slice(0, 90)}`)"""


def barriers(page: Page) -> list[str]:
    """Return what axe finds, one line for each thing, and the targets that are under 44 pixels."""
    settle(page)
    if not page.evaluate("'axe' in window"):
        # not as a script of the page's: its policy lets in only its own
        page.evaluate(f"() => {{ {AXE.read_text(encoding='utf-8')} }}")
    violations: list[dict[str, Any]] = page.evaluate(EXAMINE, RULES)
    broken = [
        f"{each['id']}: {node['html'][:120]}" for each in violations for node in each["nodes"]
    ]
    return broken + page.evaluate(SMALL)


def direction(page: Page) -> tuple[str | None, str | None, bool]:
    """Return the page's language and direction, and whether its title says what it is."""
    root = page.locator("html")
    return root.get_attribute("lang"), root.get_attribute("dir"), page.title() not in {"", "Nouba"}


def right(language: str) -> tuple[str, str, bool]:
    """Return what `direction` should return in this language."""
    return language, "rtl" if language == "ar" else "ltr", True
