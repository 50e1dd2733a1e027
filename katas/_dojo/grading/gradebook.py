"""What a course has come to: a table for the gradebook, and a page to look at.

Names, messages and all else that comes from a submission is text here, and nothing more.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path

from katas._dojo.curriculum import Kata
from katas._dojo.grading.grade import PASS
from katas._dojo.showing.page import BLUE, page
from katas._dojo.showing.state import write

TABLE, PAGE = "grades.csv", "summary.html"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run what begins with it
MISTAKE = re.compile(r"^A known mistake: (.*)$", re.MULTILINE)
SHARES = 10  # bars of the distribution
COMMONEST = 20

STYLE = f"""
.bar {{ background: {BLUE}; height: 1rem; min-width: 1px }}
td.wide {{ width: 60% }}
td {{ vertical-align: top }}
.n {{ text-align: right; white-space: nowrap }}
"""


def write_all(out: Path, katas: list[Kata], results: list[dict]) -> None:
    write(out / TABLE, table(katas, results).encode("utf-8", "backslashreplace"), out)
    write(out / PAGE, summary(katas, results).encode("utf-8", "xmlcharrefreplace"), out)


def table(katas: list[Kata], results: list[dict]) -> str:
    """One row a submission, one column a kata."""
    file = io.StringIO()
    rows = csv.writer(file)
    names = list(map(str, katas))
    rows.writerow(["name", "status", "points", "max_points", *names, "remarks", "seconds"])
    for it in results:
        about, points = it["submission"], {kata["kata"]: kata["points"] for kata in it["katas"]}
        of_katas = [points.get(name, "") for name in names]
        remarks = harmless("; ".join(about["remarks"]))
        start = [harmless(about["name"]), about["status"], it.get("points", "")]
        rows.writerow([*start, it.get("max_points", ""), *of_katas, remarks, about["seconds"]])
    return file.getvalue()


def harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text


def summary(katas: list[Kata], results: list[dict]) -> str:
    graded = [it for it in results if "points" in it]
    begun = {name for it in graded for name in it["submission"]["begun"]}
    points = {kata["kata"]: kata["max_points"] for it in graded for kata in it["katas"]}
    worth = sum(points[name] for name in begun)  # what nobody has begun tells nobody apart
    about = f"{len(begun)} of {len(katas)} katas are begun, and worth {worth:g} points"
    parts = [
        f'<p class="dim">{len(results)} submissions. {about}.</p>',
        "<h2>Points</h2>",
        _distribution([it["points"] for it in graded], worth),
        "<h2>Katas that stop people</h2>",
        _katas(katas, graded),
        "<h2>The commonest known mistakes</h2>",
        _mistakes(graded),
        "<h2>Submissions</h2>",
        _submissions(results),
    ]
    return page("The course", "\n".join(parts), STYLE)


def _distribution(points: list[float], worth: float) -> str:
    """How many have how much of all there is to have."""
    counts = Counter(min(int(SHARES * it / worth), SHARES - 1) if worth else 0 for it in points)
    most = max(counts.values(), default=1)
    rows = []
    for n in range(SHARES):
        between = f"{worth * n / SHARES:g} to {worth * (n + 1) / SHARES:g}"
        bar = f'<div class="bar" style="width: {100 * counts[n] / most:.0f}%"></div>'
        rows.append([between, (counts[n], "n"), (bar, "wide")])
    return _table(["points", "submissions", ""], rows)


def _katas(katas: list[Kata], graded: list[dict]) -> str:
    begun = Counter(name for it in graded for name in it["submission"]["begun"])
    failed = Counter()
    for it in graded:
        unsolved = {test["task_id"] for test in it["tests"] if test["status"] != PASS}
        names = {it["katas"][number - 1]["kata"] for number in unsolved}
        failed.update(names.intersection(it["submission"]["begun"]))
    rows = [
        [escape(name), (n, "n"), (begun[name] - n, "n"), (begun[name], "n")]
        for name, n in sorted(failed.items(), key=lambda it: -it[1])
    ]
    untouched = [escape(str(kata)) for kata in katas if not begun[str(kata)]]
    said = _table(["kata", "begun, not solved", "solved", "begun"], rows) if rows else ""
    if untouched:
        said += f'\n<p class="dim">Nobody has begun {", ".join(untouched)}.</p>'
    return said or "<p>None: whatever was begun was solved.</p>"


def _mistakes(graded: list[dict]) -> str:
    """In how many submissions each was diagnosed."""
    found = Counter(pair for it in graded for pair in mistakes_of(it))
    if not found:
        return "<p>None was found.</p>"
    rows = [
        [(n, "n"), escape(kata), escape(said)] for (kata, said), n in found.most_common(COMMONEST)
    ]
    return _table(["submissions", "kata", "what was said"], rows)


def mistakes_of(result: dict) -> set[tuple[str, str]]:
    return {
        (result["katas"][test["task_id"] - 1]["kata"], said)
        for test in result["tests"]
        for said in MISTAKE.findall(test["message"] or "")
    }


def _submissions(results: list[dict]) -> str:
    rows = []
    for it in results:
        about = it["submission"]
        points = f"{it['points']:g}" if "points" in it else ""
        remarks = "<br>".join(map(escape, about["remarks"]))
        rows.append([escape(about["name"]), (points, "n"), about["status"], remarks])
    return _table(["name", "points", "", "remarks"], rows)


def _table(heads: list[str], rows: Iterable[list]) -> str:
    """``rows`` are HTML; a cell may come with its class."""
    shown = ["<tr>" + "".join(f"<th>{it}</th>" for it in heads) + "</tr>"]
    for row in rows:
        cells = [it if isinstance(it, tuple) else (it, "") for it in row]
        inner = "".join(f'<td class="{style}">{it}</td>' for it, style in cells)
        shown.append(f"<tr>{inner}</tr>")
    return '<div class="wide"><table>\n' + "\n".join(shown) + "\n</table></div>"
