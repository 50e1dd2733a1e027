"""``--watch``: the verdict on one kata after each save, and the next kata at a key.

One process holds torch, pytest and their plugins, and forks for every run.  It never imports a
kata itself, so what runs is what was saved last.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.judging.implementation import resolve
from katas._dojo.judging.spec import WATCHED, WATCHED_DEADLINE, deadline
from katas._dojo.reading import unbegun
from katas._dojo.showing.hint import next_hint
from katas._dojo.showing.map import draw
from katas._dojo.showing.reset import reset
from katas._dojo.showing.state import SOLVED, VERSION, load, next_kata, relative, standings
from katas._dojo.system.imports import LATE_IMPORTS, import_quietly
from katas._dojo.system.process import FORKS
from katas._dojo.system.signals import on_leaving
from katas._dojo.watching.comparison import comparison
from katas._dojo.watching.editor import Editor
from katas._dojo.watching.keyboard import CLOSED, Keyboard
from katas._dojo.watching.run import ONCE_LOADED, Ending, Run, load_torch
from katas._dojo.watching.saves import Saves
from katas._dojo.watching.verdict import Shown, first_failure, verdict

POLL = 0.01  # seconds between two looks at a run
REST = 0.03  # seconds between two looks at the kata's files
ROUND = 0.5  # seconds between two looks at all other katas
PATIENCE = 2.0  # seconds, and a run that goes on is told of
FAILURES = 2  # and a hint is offered
OPEN = "KATAS_OPEN"  # set to 1, each kata that is turned to is opened in the learner's editor


def pytest_addoption(parser):
    group = parser.getgroup("katas")
    group.addoption(
        "--watch",
        action="store_true",
        help="show the verdict on one kata after each save; start at the next unsolved one; with "
        "KATAS_OPEN=1 your editor keeps up",
    )
    group.addoption(
        "--watch-spawn",
        action="store_true",
        help="the same with a fresh process for every run: slower, but every system can do it",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    option = config.option
    if option.help or os.environ.get(WATCHED):
        return None
    if not (option.watch or option.watch_spawn):
        return None
    if option.solutions:
        raise pytest.UsageError("--watch is for your own code: leave out --solutions")
    if getattr(option, "numprocesses", None):
        raise pytest.UsageError("--watch runs one kata at a time: leave out -n")
    if option.usepdb:
        raise pytest.UsageError("a debugger needs the keyboard: --watch or --pdb, not both")
    if option.report is not None:
        raise pytest.UsageError("--report is about a whole run: leave out --watch")
    deadline(config, WATCHED_DEADLINE)
    # pytest keeps the keyboard to itself even here, where it captures nothing else.
    config.pluginmanager.getplugin("capturemanager").suspend_global_capture(in_=True)
    return Watch(config, _first_kata(config)).until_left()


def _first_kata(config) -> Kata:
    """The kata that the command line names; of several, the first that is not solved."""
    here = config.invocation_params.dir
    asked = [path for it in config.args for path in resolve(it, here)]
    paths = [here / path.partition("::")[0] for path in asked]
    chosen = [k for k in CURRICULUM if any(k.spec.is_relative_to(path) for path in paths)]
    if not chosen:
        raise pytest.UsageError(f"there is no kata in {' '.join(config.args)}")
    known = standings(load(create_terminal_writer(config, sys.stdout).line))
    return next_kata(it for it in known if it.kata in chosen) or chosen[0]


class Watch:
    def __init__(self, config, kata: Kata):
        self.terminal = create_terminal_writer(config, sys.stdout)
        self.keyboard = Keyboard()
        self.deadline = deadline(config, WATCHED_DEADLINE)
        self.forks = FORKS and not config.option.watch_spawn
        given = map(str, config.invocation_params.args)
        self.options = [it for it in given if it not in config.args]
        self.kata = kata
        self.files = Saves([])
        self.other_stubs = Saves([])
        self.version = Saves([VERSION])
        self.next_round = 0.0
        self.run: Run | None = None
        self.whole_screen = False  # whether all that the run prints is shown as it comes
        self.slow_from = 0.0
        self.failure_shown = False
        self.notes: list[str] = []  # to be shown above the next verdict
        self.edit = ""
        self.editor = Editor()
        self.opens = os.environ.get(OPEN, "0") not in ("", "0")
        self.to_open = self.opens  # at the next verdict, which knows the line
        self.led_on: set[Kata] = set()  # those after which the next one was opened
        self.solved = False
        self.asked_for_solution = False
        self.failures: Counter[Kata] = Counter()
        self.to_import = list(LATE_IMPORTS)
        self.left = False
        self.status = pytest.ExitCode.OK

    def until_left(self) -> pytest.ExitCode:
        on_leaving(signal.default_int_handler)
        try:
            with self.keyboard:
                if self.forks:
                    self.terminal.line(f"Loading torch. {ONCE_LOADED}")
                    load_torch()
                # From here on not by an exception: the modules to import may swallow it.
                on_leaving(self._interrupted)
                # Before the first verdict: whoever has one may save at any moment.
                while self.forks and self.to_import and not self.left:
                    self._import_one()
                self._turn_to(self.kata)
                while not self.left:
                    self._step()
        except KeyboardInterrupt:
            self.status = pytest.ExitCode.INTERRUPTED
        finally:
            self._end_run()
        return self.status

    def _interrupted(self, *_) -> None:
        if self.left:  # whoever asks twice is not to be kept waiting
            raise KeyboardInterrupt
        self.left, self.status = True, pytest.ExitCode.INTERRUPTED

    def _step(self) -> None:
        for key in self.keyboard.pressed(POLL if self.run else REST):
            if key == CLOSED:
                self.leave()
            elif key in KEYS:
                _, act = KEYS[key]
                act(self)
        if trouble := self.editor.trouble():
            self.opens = False
            self._tell(trouble)
        if saved := self._saved():
            self._turn_to(saved)
        elif self.run:
            self._follow(self.run)
        elif self.forks:
            self._import_one()

    def _saved(self) -> Kata | None:
        """The kata that was saved last; whoever saves another one has turned to it."""
        if self.version.settled():
            self.terminal.line("\nThis is another version of torch-katas now: start --watch again.")
            self.leave()
            return None
        if self.files.settled():
            return self.kata
        if time.monotonic() < self.next_round:
            return None
        self.next_round = time.monotonic() + ROUND
        stubs = self.other_stubs.settled()
        # Several at once are git's work, or that of --reset.
        return next(k for k in CURRICULUM if k.stub in stubs) if len(stubs) == 1 else None

    def _turn_to(self, kata: Kata) -> None:
        """Run ``kata``, from the files as they are now."""
        if kata != self.kata or not self.files.told:
            self.kata = kata
            self.files = Saves([kata.stub, kata.spec])
            self.other_stubs = Saves(k.stub for k in CURRICULUM if k != kata)
        self.solved = self.asked_for_solution = False
        self.edit = f"{relative(kata.stub)}:1"
        self._begin([str(kata.spec)])

    def _begin(self, paths: list[str], *, whole_screen: bool = False) -> None:
        self._end_run()
        self.run = Run([*self.options, *paths], deadline=self.deadline, fork=self.forks)
        self.whole_screen = whole_screen
        self.slow_from = time.monotonic() + PATIENCE
        self.failure_shown = False
        if whole_screen:
            self._clear()

    def _end_run(self) -> None:
        if self.run:
            self.run.close()
            self.run = None

    def _follow(self, run: Run) -> None:
        ending = run.poll()
        if self.files.pending:  # whatever it tells is about what was there before
            return
        if self.whole_screen:
            self.terminal.write(run.printed(), flush=True)
        if ending is None:
            self._follow_on(run)
            return
        self._end_run()
        if not self.whole_screen:
            self._show(ending)
        elif ending.reason:
            self.terminal.line(f"Ended: {ending.reason}")
        self._keys()

    def _follow_on(self, run: Run) -> None:
        """What can be told before the end."""
        if self.whole_screen:
            return
        if run.failure and self.keyboard.present and not self.failure_shown:
            self.failure_shown = True
            self.slow_from = time.monotonic() + PATIENCE  # what was told of it is cleared away
            self._lines(first_failure(self.kata, run.failure))
        elif time.monotonic() > self.slow_from:
            self.slow_from = float("inf")
            self.terminal.line(f"\nStill running: {run.step or 'starting'}")

    def _import_one(self) -> None:
        """What a run had to import is there at once in those that follow."""
        self.to_import = [it for it in self.to_import if it not in sys.modules]
        if self.to_import:
            import_quietly(self.to_import.pop(0))

    def _show(self, ending: Ending) -> None:
        if ending.told:
            self.to_import += ending.told["modules"]
        shown = verdict(self.kata, ending)
        self._lines(shown)
        self.notes.clear()
        self.solved = shown.solved
        if self.solved:
            self.failures[self.kata] = 0
            self._how_far()
        elif shown.failed:
            self.failures[self.kata] += 1
            if self.failures[self.kata] >= FAILURES and self.keyboard.present:
                self.terminal.line("\nStuck? Press h for a hint.")
        if self.to_open:
            self.to_open = False
            self._open(self.edit)
        elif self.opens and self.solved and self.kata not in self.led_on:
            self.led_on.add(self.kata)
            self._lead_on()

    def _lines(self, shown: Shown) -> None:
        self._clear()
        for note in self.notes:
            self.terminal.line(note)
        for text, markup in shown.lines:
            self.terminal.line(text, **markup)
        self.terminal.flush()
        self.edit = shown.edit or self.edit

    def _how_far(self) -> None:
        known = standings(load(self.terminal.line))
        n_solved = sum(it.status == SOLVED for it in known)
        self.terminal.line(f"\n{n_solved} of {len(known)} katas are solved.")
        if self.keyboard.present:
            self.terminal.line("Take your time: s shows a solution beside yours, n goes on.")

    def _lead_on(self) -> None:
        """Nothing moves here; in the editor the next kata is at hand."""
        if later := self._later():
            stub, stated = relative(later[0].stub), unbegun(later[0])
            if self._open(f"{stub}:{stated.rules[0].stop if stated else 1}"):
                self.terminal.line(f"{stub} is open in your editor: a save there leads on.")

    def _open(self, edit: str) -> bool:
        """In the editor, if that is well; if not, say so, and leave it at that."""
        path, _, line = edit.rpartition(":")
        if trouble := self.editor.open(ROOT / path, int(line), beside=True):
            self.opens = False
            self.terminal.line(trouble)
        return self.opens

    def _clear(self) -> None:
        if self.keyboard.present and self.terminal.hasmarkup:
            self.terminal.write("\033[H\033[2J")
        else:
            self.terminal.line()

    def _keys(self) -> None:
        if self.keyboard.present:
            timed = bool(_benchmark_of(self.kata))
            names = [f"{key} {name}" for key, (name, _) in KEYS.items() if key != "b" or timed]
            self.terminal.line()
            self.terminal.line(" · ".join(names))
        self.terminal.flush()

    def _later(self) -> list[Kata]:
        """The katas that are not solved, from here on and then from the start."""
        known = standings(load(self.terminal.line))
        here = CURRICULUM.index(self.kata)
        return [it.kata for it in known[here + 1 :] + known[:here] if not it.settled]

    def next(self) -> None:
        if later := self._later():
            self.to_open = self.opens
            self._turn_to(later[0])
        else:
            self._tell("There is no other kata left to solve.")

    def previous(self) -> None:
        here = CURRICULUM.index(self.kata)
        if here:
            self.to_open = self.opens
            self._turn_to(CURRICULUM[here - 1])
        else:
            self._tell("This is the first kata.")

    def hint(self) -> None:
        state = load(self.terminal.line)
        self._tell(next_hint(self.kata, state, again="press h"))
        state.save(self.terminal.line)

    def solution(self) -> None:
        if not (self.solved or self.asked_for_solution):
            self.asked_for_solution = True
            self._tell("You have not solved it yet. To see a solution all the same, press s again.")
            return
        try:
            lines = list(comparison(self.kata))
        except (OSError, UnicodeDecodeError) as error:
            lines = [f"{relative(self.kata.stub)} cannot be compared: {error}"]
        self.terminal.line()
        for line in lines or ["Your code is the reference solution, letter for letter."]:
            self.terminal.line(line, **DIFF_MARKUP.get(line[:1], {}))
        self._keys()

    def map(self) -> None:
        state = load(self.terminal.line)
        self.terminal.line()
        draw(self.terminal, standings(state), state.green)
        self._keys()

    def reset(self) -> None:
        """What it says stands above the next verdict, which comes at once."""
        said: list[str] = []
        said += reset([self.kata.stem], said.append)
        if self.files.pending:
            self.notes += said
        else:
            self._tell("\n".join(said))

    def open_editor(self) -> None:
        path, _, line = self.edit.rpartition(":")
        with self.keyboard.lent():
            trouble = self.editor.open(ROOT / path, int(line))
        if trouble:
            self._tell(trouble)

    def run_all(self) -> None:
        self._begin([str(ROOT / "katas")], whole_screen=True)

    def benchmark(self) -> None:
        if selection := _benchmark_of(self.kata):
            self._begin(selection, whole_screen=True)

    def leave(self) -> None:
        self.left = True

    def _tell(self, text: str) -> None:
        self.terminal.line()
        self.terminal.line(text)
        self._keys()


KEYS = {
    "n": ("next", Watch.next),
    "p": ("previous", Watch.previous),
    "h": ("hint", Watch.hint),
    "s": ("solution", Watch.solution),
    "m": ("map", Watch.map),
    "r": ("reset", Watch.reset),
    "e": ("edit", Watch.open_editor),
    "b": ("benchmark", Watch.benchmark),
    "a": ("all", Watch.run_all),
    "q": ("quit", Watch.leave),
}
DIFF_MARKUP = {"-": {"red": True}, "+": {"green": True}, "@": {"cyan": True}}


def _benchmark_of(kata: Kata) -> list[str]:
    """The arguments that time the learner's loop beside the reference; none for most katas."""
    folder = ROOT / "tests" / "benchmarks"
    if not folder.is_dir():
        return []
    from tests.benchmarks.own_loops import KATAS

    return [str(folder), "--benchmark-enable", "-k", kata.stem] if kata in KATAS else []
