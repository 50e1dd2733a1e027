"""``--report``: one page of what is solved, with pictures that the learner's own code draws.

A kata's picture is ``draw(figure)`` in ``solutions/pictures/``.  It imports the kata by its
plain name, as a spec does; its docstring is a title, and what there is to see.  A picture that
is named as no kata stands at the end of its chapter, once all katas that it imports are solved.
"""

from __future__ import annotations

import ast
import importlib
import io
import warnings
from contextlib import redirect_stdout
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata, joint_pictures
from katas._dojo.judging.clean_torch import CleanTorch
from katas._dojo.judging.failures import BROKEN, TODO, WAITING, WRONG, Verdict, describe
from katas._dojo.reading import drawn_by
from katas._dojo.showing.map import record_of
from katas._dojo.showing.page import BLUE, GREEN, ORANGE, PURPLE, RED, dim, page, picture, pictures
from katas._dojo.showing.progress import Score
from katas._dojo.showing.state import (
    PARTLY,
    RECHECK,
    SKIPPED,
    SOLVED,
    Standing,
    digest,
    load,
    next_kata,
    recorded,
    standings,
    writable,
    write,
)
from katas._dojo.system.process import EndedEarlyError, Process, receive, send

NOT_RUN = "not run"
MARKS = {SOLVED: "✓", PARTLY: "◐", BROKEN: "✗", RECHECK: "↻", TODO: "○"}
MARKS |= {SKIPPED: "-", NOT_RUN: "·"}
RULE_MARKS = {None: "✓", TODO: "○", WAITING: "·", WRONG: "✗", BROKEN: "✗"}  # the worst comes last

RULES_STYLE = f"""
ul {{ list-style: none; padding: 0; margin: .5rem 0 }}
.rules li {{ padding-left: 1.5rem; text-indent: -1.5rem; margin: .3rem 0 }}
.mark {{ display: inline-block; width: 1.5rem; text-indent: 0; font-weight: bold }}
.rules .status {{ text-indent: 0 }}
.status {{ color: var(--dim); font-size: .9rem; font-weight: normal }}
summary {{ cursor: pointer }}
.passed > .mark {{ color: {GREEN} }} .{BROKEN} > .mark, .{WRONG} > .mark {{ color: {RED} }}
"""
STYLE = f"""{RULES_STYLE}
.map {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .5rem }}
.map li {{ border-left: .25rem solid var(--line); padding-left: .5rem; line-height: 1.3 }}
.map .status {{ display: block }}
.map li.next {{ outline: 2px solid {BLUE}; outline-offset: 1px }}
section {{ margin: 2rem 0 }}
li.{SOLVED} {{ border-color: {GREEN} }} li.{PARTLY} {{ border-color: {ORANGE} }}
li.{BROKEN} {{ border-color: {RED} }} li.{RECHECK} {{ border-color: {PURPLE} }}
.{SOLVED} > .mark {{ color: {GREEN} }} .{PARTLY} > .mark {{ color: {ORANGE} }}
.{RECHECK} > .mark {{ color: {PURPLE} }}
"""


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--report",
        metavar="FILE.html",
        help="write a page of what is solved, with pictures that your own code draws",
    )


@pytest.hookimpl(trylast=True)  # its sessionfinish comes after that of whatever else there is
def pytest_configure(config):
    if config.option.report is not None and not hasattr(config, "workerinput"):
        if not config.option.report.lower().endswith((".html", ".htm")):
            raise pytest.UsageError(
                f"--report {config.option.report}: "
                "the page is HTML, so its name has to end in .html"
            )
        path = writable(config.option.report, "--report", config)
        config.pluginmanager.register(Reporter(config, path), "kata-report")


class Reporter:
    """Writes the page when all else of a run is done and written down."""

    def __init__(self, config, path: Path):
        self.config = config
        self.path = path

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, exitstatus):
        result = yield
        terminal = self.config.pluginmanager.getplugin("terminalreporter")
        say = terminal.write_line if terminal else print
        name = self.config.option.report
        if exitstatus == pytest.ExitCode.INTERRUPTED:
            say(f"The run was interrupted: no page was written to {name}")
            return result
        try:
            content = self._page(say).encode("utf-8", "xmlcharrefreplace")
            write(self.path, content, self.path.parent)
        except OSError as error:
            say(f"{name} cannot be written ({error.strerror}): there is no page of this run")
        else:
            say(f"The page of this run is {name}")
        return result

    def _page(self, say) -> str:
        progress = self.config.pluginmanager.getplugin("kata-progress")
        reference = self.config.option.solutions
        where = _of_the_run(progress) if reference else standings(load(say))
        upcoming = None if reference else next_kata(where)
        solved = sum(it.status == SOLVED for it in where)
        about = [f"{solved} of {len(where)} katas are solved."]
        if reference:
            about.append("The reference solutions ran, and drew the pictures: not your own code.")
        if upcoming:
            about.append(f"Next: {upcoming}.")
        if progress.partial:
            about.append("Only the tests that you chose have run.")
        parts = [f"<p>{escape(' '.join(about))}</p>", _map(where, upcoming)]
        for chapter, members in groupby(where, lambda it: it.kata.chapter):
            parts.append(f"<h2>{escape(chapter)}</h2>")
            parts += [self._section(it, progress.scores.get(str(it.kata))) for it in members]
            parts += [self._joint(path, where) for path in joint_pictures(chapter)]
        title = "The reference solutions" if reference else "My katas"
        return page(title, "\n".join(parts), STYLE)

    def _section(self, it: Standing, score: Score | None) -> str:
        parts = [
            f'<section id="{it.kata}">\n<h3>{it.kata.stem} {_status(it)}</h3>',
            f"<p>{escape(_title(it.kata))}</p>",
        ]
        if it.kata.picture.exists():
            parts.append(self._picture(it.kata.picture, [it]))
        if it.status == SKIPPED:
            parts.append(dim(it.kata.missing))
        elif score:
            parts.append(rules([*score.passed, *score.unmet]))
        return "\n".join([*parts, "</section>"])

    def _joint(self, path: Path, where: list[Standing]) -> str:
        """What several katas draw together, of this chapter and of those before it."""
        katas = drawn_by(path)
        title, _ = _caption(path)
        parts = [
            f'<section id="{path.parent.name}/{path.stem}">\n<h3>{escape(title)}</h3>',
            self._picture(path, [it for it in where if it.kata in katas]),
        ]
        return "\n".join([*parts, "</section>"])

    def _picture(self, path: Path, where: list[Standing]) -> str:
        """What the code of these katas draws, or in one line why there is nothing to see."""
        title, _ = _caption(path)
        to_run = [it.kata.stem for it in where if it.status in (RECHECK, NOT_RUN)]
        to_solve = [it.kata.stem for it in where if it.status not in (SOLVED, RECHECK, NOT_RUN)]
        if to_solve or to_run:
            verb = "Solve" if to_solve else "Run"
            return dim(f"{verb} {_listed(to_solve or to_run)} to see: {title}")
        specs = self.config.pluginmanager.getplugin("kata-specs")
        clean_torch = self.config.pluginmanager.getplugin("clean-torch")
        if not specs.isolates:
            return _draw_quietly(path, clean_torch)
        return drawn(path, clean_torch, specs.deadline)


def drawn(path: Path, clean_torch: CleanTorch, seconds: float) -> str:
    """The picture ``path``, drawn in a process of its own: it is the learner's code that draws."""
    import matplotlib.figure  # noqa: F401  before the fork: once for all pictures

    def serve(connection):
        receive(connection)
        send(connection, ["answer", _draw_quietly(path, clean_torch)])

    process = Process(serve)
    try:
        return process.ask("draw", seconds)
    except EndedEarlyError as ended:
        return dim(f"The picture is left out: {ended.reason}")
    finally:
        process.close()


def _draw_quietly(path: Path, clean_torch: CleanTorch) -> str:
    _, caption = _caption(path)
    try:
        # What there is to print, or to warn of, the specs have shown.
        with clean_torch.guard(), redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return draw(path, caption)
    except KeyboardInterrupt:
        raise
    except BaseException as raised:  # whatever a learner's code may do
        return dim(f"The picture is left out: drawing it, your code raised {describe(raised)}")


def draw(path: Path, caption: str) -> str:
    """The picture ``path`` as HTML, drawn by whatever implementations are imported."""
    with pictures():
        from matplotlib.figure import Figure

        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        figure = Figure()
        # A kata that makes figures returns its own.
        return picture(importlib.import_module(name).draw(figure) or figure, caption)


def _of_the_run(progress) -> list[Standing]:
    """Where the reference stands: the state tells only of the learner's own code."""
    found = []
    for kata in CURRICULUM:
        score = progress.scores.get(str(kata))
        record = score and record_of(score, digest(kata), progress.partial)
        left_out = SKIPPED if kata.missing else NOT_RUN
        found.append(recorded(kata, record) if record else Standing(kata, left_out))
    return found


def _map(where: list[Standing], upcoming: Kata | None) -> str:
    parts = ["<h2>The map</h2>"]
    for chapter, members in groupby(where, lambda it: it.kata.chapter):
        parts.append(f'<h3>{escape(chapter)}</h3>\n<ul class="map">')
        for it in members:
            is_next = it.kata == upcoming
            parts.append(
                f'<li class="{_class(it)}{" next" if is_next else ""}">'
                f'<a href="#{it.kata}">{it.kata.stem.replace("_", "_<wbr>")}</a> '
                f"{_status(it, is_next)}</li>"
            )
        parts.append("</ul>")
    return "\n".join(parts)


def rules(verdicts: list[Verdict], *, opened: bool = False) -> str:
    """Each rule once, in the order of the spec, with the worst that any test of it gave."""
    worst: dict[str, Verdict] = {}
    order = list(RULE_MARKS)
    for verdict in sorted(verdicts, key=lambda it: order.index(it.status)):
        worst[verdict.rule] = verdict
    rules = sorted(worst.values(), key=lambda it: it.line)
    shown = "\n".join(['<ul class="rules">', *map(_rule, rules), "</ul>"])
    if not rules or rules[-1].status == BROKEN:  # then there is what broke, and no rule
        return shown
    kept = sum(it.status is None for it in rules)
    unclear = {it.status for it in rules} not in ({None}, {TODO})
    summary = f"<summary>{kept} of {len(rules)} rules hold</summary>"
    return f"<details{' open' if opened or unclear else ''}>{summary}\n{shown}</details>"


def _rule(it: Verdict) -> str:
    status = it.status or "passed"
    mark = f'<span class="mark" title="{status}">{RULE_MARKS[it.status]}</span>'
    place = f'<div class="status">{escape(it.edit)}</div>' if it.status in (WRONG, BROKEN) else ""
    return f'<li class="{status}">{mark}{escape(it.rule)}{place}</li>'


def _status(it: Standing, is_next: bool = False) -> str:
    text = f"{MARKS[it.status]} {it}" + (" · next" if is_next else "")
    return f'<span class="status">{text}</span>'


def _class(it: Standing) -> str:
    return it.status.replace(" ", "-")


def _caption(path: Path) -> tuple[str, str]:
    """The title of a picture, and all that is said of it."""
    text = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    return text.partition("\n")[0], " ".join(text.split())


def _listed(names: list[str], n_shown: int = 3) -> str:
    shown, others = names[:n_shown], len(names) - n_shown
    *first, last = [*shown, f"{others} more"] if others > 0 else shown
    return f"{', '.join(first)} and {last}" if first else last


def _title(kata: Kata) -> str:
    """The first line of the kata's spec: its subject, its section, and what it is about."""
    try:
        tree = ast.parse(kata.spec.read_bytes())
    except (OSError, SyntaxError, ValueError):
        return kata.stem
    return (ast.get_docstring(tree) or kata.stem).partition("\n")[0]
