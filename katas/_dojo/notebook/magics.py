"""``%%kata losses`` above a cell: it is the answer, and below it stands the verdict.

The cell is saved to the kata's own file, after a copy of what was there.  Once it can be
imported its names are the notebook's too, to be played with.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict

import pytest
from _pytest._io import TerminalWriter
from IPython.core.error import UsageError
from IPython.core.magic import Magics, cell_magic, line_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring
from IPython.display import HTML, Markdown, display

from katas._dojo.curriculum import ROOT, Kata
from katas._dojo.judging.spec import WATCHED_DEADLINE
from katas._dojo.notebook.output import block
from katas._dojo.notebook.server import COMMAND, Answer, Request
from katas._dojo.reading import is_stub
from katas._dojo.showing import map as curriculum_map
from katas._dojo.showing.hint import next_hint
from katas._dojo.showing.page import dim
from katas._dojo.showing.reset import Exchange
from katas._dojo.showing.state import (
    SOLVED,
    kata_asked_for,
    load,
    next_kata,
    relative,
    standing,
    standings,
)
from katas._dojo.watching.comparison import comparison
from katas._dojo.watching.run import ONCE_LOADED
from katas._dojo.watching.watch import DIFF_MARKUP

# What a kernel sets for itself: where it draws, and that it understands colours.
OF_THE_KERNEL = {"MPLBACKEND", "FORCE_COLOR", "CLICOLOR_FORCE"}


class Judge:
    """The server, as the kernel sees it; it is begun anew when it has ended."""

    def __init__(self):
        self.begin()
        atexit.register(self.end)

    def begin(self) -> None:
        self.errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        self.process = subprocess.Popen(
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            encoding="utf-8",
            cwd=ROOT,
            env={name: it for name, it in os.environ.items() if name not in OF_THE_KERNEL},
            start_new_session=True,  # an interrupt is for the kernel
        )

    def end(self) -> None:
        self.process.terminate()
        self.process.communicate()
        self.errors.close()

    def ask(self, request: Request) -> Iterator[Answer]:
        if self.process.poll() is not None:
            self.end()
            self.begin()
        try:
            print(json.dumps(asdict(request)), file=self.process.stdin, flush=True)
        except BrokenPipeError:
            raise self._ended() from None
        for line in self.process.stdout:
            answer = Answer(**json.loads(line))
            yield answer
            if answer.last:
                return
        raise self._ended()

    def _ended(self) -> UsageError:
        self.process.wait()
        self.errors.seek(0)
        *_, last = ["", *self.errors.read().splitlines()]
        return UsageError(f"the process that judges has ended; run the cell again. {last}")


@magics_class
class KataMagics(Magics):
    def __init__(self, shell):
        super().__init__(shell)
        self.judge = Judge()
        self.current: Kata | None = None  # what %hint and %solution are about
        self.asked_for_solution: Kata | None = None

    @magic_arguments()
    @argument("name", metavar="KATA", help="as losses, or ch05_mechanics/losses")
    @argument(
        "--deadline",
        type=float,
        default=WATCHED_DEADLINE,
        metavar="SECONDS",
        help="end a test that takes longer than this",
    )
    @cell_magic
    def kata(self, line, cell):
        """Save the cell as your answer to a kata, and judge it."""
        asked = parse_argstring(self.kata, line)
        if not 0 < asked.deadline < float("inf"):
            raise UsageError(f"--deadline {asked.deadline:g}: a number of seconds, please")
        self.current = kata = _named(asked.name)
        in_cell, said = _save(kata, cell)
        notes = [dim(it) for it in said]
        request = Request(kata.chapter, kata.stem, asked.deadline, in_cell, notes)
        below = display(HTML(block([(f"{kata} · …", {"bold": True})], *notes)), display_id=True)
        try:
            for answer in self.judge.ask(request):
                below.update(HTML(answer.html))
        except KeyboardInterrupt:
            below.update(HTML(block([(f"{kata} · interrupted", {"bold": True})], *notes)))
            self.judge.end()
            self.judge.begin()
            return
        if answer.importable:
            code = compile(kata.stub.read_bytes(), kata.stub, "exec", dont_inherit=True)
            exec(code, self.shell.user_ns)

    @line_magic
    def hint(self, line):
        """The next hint for the kata that you name, or that you ran last."""
        kata = self._asked(line)
        state = load(print)
        try:
            display(Markdown(next_hint(kata, state, again=f"`%hint {kata.stem}`")))
        except pytest.UsageError as error:
            raise UsageError(str(error)) from None
        state.save(print)

    @line_magic
    def map(self, line):
        """What is solved, and what comes next; with -v, every kata."""
        state = load(print)
        terminal = TerminalWriter(sys.stdout)
        terminal.hasmarkup = True
        whole = line.strip() == "-v"
        curriculum_map.draw(terminal, standings(state), state.green, whole=whole)

    @line_magic
    def solution(self, line):
        """The reference solution beside your own code; asked for twice, if you have none yet."""
        kata = self._asked(line)
        solved = standing(kata, load(print)).status == SOLVED
        if not solved and self.asked_for_solution != kata:
            self.asked_for_solution = kata
            again = f"run %solution {kata.stem} again"
            print(f"You have not solved {kata} yet. To see a solution all the same, {again}.")
            return
        try:
            lines = list(comparison(kata))
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{relative(kata.stub)} cannot be compared: {error}") from None
        lines = lines or ["Your code is the reference solution, letter for letter."]
        display(HTML(block((it, DIFF_MARKUP.get(it[:1], {})) for it in lines)))

    def _asked(self, line: str) -> Kata:
        name = line.strip()
        kata = _named(name) if name else self.current or next_kata(standings(load(print)))
        if kata is None:
            raise UsageError("every kata is solved: name one, please")
        return kata


def load_ipython_extension(shell) -> None:
    print(f"Loading torch. {ONCE_LOADED}")
    shell.register_magics(KataMagics)


def unload_ipython_extension(shell) -> None:
    shell.magics_manager.registry["KataMagics"].judge.end()


def _named(name: str) -> Kata:
    try:
        return kata_asked_for(name)
    except pytest.UsageError as error:
        raise UsageError(str(error)) from None


def _save(kata: Kata, cell: str) -> tuple[bool, list[str]]:
    """Whether the kata's file is what the cell holds, and what is to be said of that.

    A notebook that is opened anew holds stubs: running it is not to undo what was solved.
    """
    content, said = f"{cell.rstrip()}\n".encode(errors="replace"), []
    if is_stub(content) and kata.stub.exists() and not is_stub(kata.stub.read_bytes()):
        path = relative(kata.stub)
        said.append(f"The cell is still a stub, so {path} was left as it is, and judged.")
        said.append(f"To begin it anew: pytest --reset {kata.stem}")
        return False, said
    job = Exchange(said.append)
    if not job.put(kata, content, "holds this cell now"):
        raise UsageError(job.refused[0])
    return True, said
