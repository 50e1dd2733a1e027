"""What stands below a cell, as HTML that any notebook shows, in light and in dark."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from katas._dojo.curriculum import Kata
from katas._dojo.judging.failures import BROKEN
from katas._dojo.showing.page import BLUE, GREEN, RED
from katas._dojo.showing.report import RULES_STYLE, rules
from katas._dojo.showing.state import relative
from katas._dojo.watching.verdict import Shown

CSS = {"red": f"color: {RED}", "green": f"color: {GREEN}", "cyan": f"color: {BLUE}"}
CSS["bold"] = "font-weight: bold"
# A notebook has colours of its own, so the quiet ones are made of the colour of its text.
STYLE = f"""<style>.torch-kata {{
--dim: color-mix(in srgb, currentColor 65%, transparent); max-width: 46rem;
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .5rem }}
figure {{ margin: 1rem 0 }}
figure svg {{ display: block; width: 100%; max-width: 36rem; height: auto }}
figcaption, .dim {{ color: var(--dim); font-size: .9rem }}
{RULES_STYLE}}}</style>"""


def block(lines: Iterable[tuple[str, dict[str, bool]]], *parts: str) -> str:
    """``lines`` with their markup, and below them ``parts``, which are HTML."""
    text = "\n".join(_span(text, markup) for text, markup in lines)
    return f'{STYLE}<div class="torch-kata"><pre>{text}</pre>{"".join(parts)}</div>'


def verdict_block(shown: Shown, *parts: str, in_cell_of: Kata | None) -> str:
    """What a run has shown; if the cell is what a kata's file holds, its lines are named too."""
    broken = any(it.status == BROKEN for it in shown.rules)  # then none of them has been run
    start, stop = (0, 0) if broken else shown.listed
    lines = [*shown.lines[:start], *shown.lines[stop:]]
    if in_cell_of:
        lines = [(_with_line_of_cell(text, in_cell_of), markup) for text, markup in lines]
    rest = [rules(shown.rules, opened=True)] if shown.rules and not broken else []
    return block(lines, *rest, *parts)


def _with_line_of_cell(text: str, kata: Kata) -> str:
    place = re.fullmatch(rf"Edit {re.escape(relative(kata.stub))}:(\d+)", text)
    # In the cell, %%kata stands above the first line of the file.
    return f"{text}, line {int(place[1]) + 1} of this cell" if place else text


def _span(text: str, markup: dict[str, bool]) -> str:
    css = "; ".join(CSS[name] for name, on in markup.items() if on)
    return f'<span style="{css}">{escape(text)}</span>' if css else escape(text)
