"""One HTML page that needs nothing else: good on a phone, in light and in dark."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Each stands out from a white page and from a dark one.
BLUE, ORANGE, GREEN = "#3b82c4", "#d97706", "#2e9e6b"
RED, PURPLE, GREY = "#d1495b", "#8a63d2", "#858b94"

_INK = "#000000"  # what matplotlib draws in black takes the colour of the page's text

_STYLE = """
:root { color-scheme: light dark; --ink: #1c2128; --paper: #fff; --line: #d5d9df; --dim: #5c6570 }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e3e7ec; --paper: #15181d; --line: #3a414b; --dim: #a0a9b4 }
}
body {
  max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
}
h1, h2, h3 { line-height: 1.25 }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
a { color: inherit }
code, pre, td, th { font-variant-numeric: tabular-nums }
pre, .wide { overflow-x: auto; overflow-wrap: normal }
table { border-collapse: collapse; font-size: .875rem }
th, td { padding: .2rem .8rem .2rem 0; text-align: left; border-bottom: 1px solid var(--line) }
figure { margin: 1.5rem 0 }
figure svg { display: block; width: 100%; max-width: 36rem; height: auto }
figcaption, .dim { color: var(--dim); font-size: .9rem }
"""


def page(title: str, body: str, style: str = "") -> str:
    """``body`` is HTML, ``style`` its CSS; ``title`` is plain text, and the first heading too."""
    title = html.escape(title)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}{style}</style>\n</head>\n"
        f"<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def dim(text: str) -> str:
    """A line that stands back."""
    return f'<p class="dim">{html.escape(text)}</p>'


def picture(figure: Figure, caption: str) -> str:
    """``figure`` as part of a page, with ``caption`` below it, in plain text."""
    import matplotlib as mpl

    file = io.StringIO()
    # Ids are hashes with the salt: those of two pictures on one page must differ.
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": caption}):
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    svg = file.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<g id="[^"]*"', "<g", svg).replace(_INK, "currentColor")
    caption = html.escape(caption)
    svg = svg.replace("<svg", f'<svg fill="currentColor" role="img" aria-label="{caption}"', 1)
    return f"<figure>\n{svg}\n<figcaption>{caption}</figcaption>\n</figure>"


@contextmanager
def pictures() -> Iterator[None]:
    """How every picture of a page is drawn: wide, quiet, its text as large as the page's."""
    import matplotlib as mpl
    from cycler import cycler

    look = {
        "backend": "agg",  # who draws with pyplot needs no screen for it, either
        "figure.figsize": (6, 3.4),
        "figure.dpi": 72,
        "figure.constrained_layout.use": True,
        "font.family": "sans-serif",
        "font.sans-serif": ["system-ui", "sans-serif", "DejaVu Sans"],
        "font.size": 12,
        "axes.titlesize": 12,
        "axes.prop_cycle": cycler(color=[BLUE, ORANGE, GREEN, RED, PURPLE, GREY]),
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "grid.color": GREY,
        "grid.alpha": 0.25,
        "legend.frameon": False,
        "lines.linewidth": 2,
    }
    with mpl.rc_context(look):
        yield
