"""axe-core in a page: what it finds against WCAG 2.2, levels A and AA."""

from functools import cache
from typing import Any

from playwright.sync_api import Page

from samenspraak.config import ROOT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async tags => {
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
  return found.violations.map(each => [each.id, each.help, each.nodes.map(node => node.html)]);
}"""
IS_LOADED = "typeof axe === 'object'"


@cache
def source() -> str:
    """Return axe-core itself; a context that has it as an init script need not be sent it with each page."""
    return (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()


def violations(page: Page) -> list[str]:
    """Return what is wrong with the page as it is now, one line for each rule."""
    if not page.evaluate(IS_LOADED):
        page.evaluate(source())
    found: list[Any] = page.evaluate(RUN, TAGS)
    return [f"{rule} ({explanation}): {nodes[:3]}" for rule, explanation, nodes in found]
