"""Whether a rule holds, and if not, what there is to say of it.

Everything here runs beside the learner's code, in whatever process that is.
"""

from __future__ import annotations

import functools
import importlib
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest

from katas._dojo.curriculum import Kata
from katas._dojo.judging import trial
from katas._dojo.judging.diagnosis import Diagnostician
from katas._dojo.judging.ending import ending
from katas._dojo.judging.failures import (
    FAULT_OF_OURS,
    TODO,
    WRONG,
    Verdict,
    clue,
    describe,
    file_of,
    known_mistake,
    link,
    stub_line,
    todo,
    told,
    what_happened,
)
from katas._dojo.judging.implementation import home
from katas._dojo.judging.recording import Recorder, public_names, recording
from katas._dojo.judging.trespass import TrespassError, Watchman
from katas._dojo.system.leftovers import Leftovers
from katas._dojo.writing.devices import runs_on_cuda
from katas._dojo.writing.examples import is_property, unshrunk
from katas._dojo.writing.mismatch import MismatchError, unread
from katas._dojo.writing.mistakes import known_mistakes, together

DIAGNOSING = 30.0  # seconds a kata, at most
EVIDENCE = 32  # tests of a rule that are compared


@dataclass
class Judgement:
    """The verdict on one test, in plain types; ``text`` is None if it passed.

    Without a verdict, ``text`` tells what kept the spec itself from running the test.
    ``sections`` hold what was printed: when, on which stream, the text.  ``interrupted`` is
    whether the run is to end, as whoever quits a debugger wants it to.
    """

    verdict: dict[str, Any] | None
    text: str | None = None
    sections: list[tuple[str, str, str]] = field(default_factory=list)
    interrupted: bool = False


class OutOfTimeError(Exception):
    """To find the mistake takes too long."""


class LeftRunningError(AssertionError):
    """A thread or a process that is still there when its test is over."""


class Judge:
    """Judges the rules of one kata.

    ``failed`` is told of a rule that is broken as soon as that is known, since to find the
    mistake may take longer; ``seconds`` is the longest that this may take.
    """

    def __init__(
        self,
        kata: Kata,
        rules: list[pytest.Function],
        failed: Callable[[Verdict, str], None],
        seconds: float = DIAGNOSING,
    ):
        self.kata = kata
        self.rules = rules
        self.failed = failed
        self.seconds = min(seconds, DIAGNOSING)
        self.watchman = Watchman()
        self.own_endings: dict[str, str | None] = {}  # how the rules ended that were judged
        self.taken: dict[Callable, float] = {}  # seconds, by a test of each rule, at most
        self.explained: dict[Callable, str] = {}
        self.lines: dict[Callable, int] = {}  # where to edit for each rule
        self.diagnostician: Diagnostician | None = None
        self.give_up: float | None = None  # when to look for mistakes no longer
        self.debugging = False  # whether the learner has looked at the test in a debugger

    @functools.cached_property
    def reference(self) -> dict[str, Any]:
        """The public names of the reference solution."""
        return public_names(importlib.import_module(f"solutions.{self.kata.module}"))

    def judge(self, rule: pytest.Function) -> Judgement:
        before = Leftovers()
        self.debugging = False
        ended = self._run(rule)
        sections = list(rule._report_sections)
        if not is_property(rule.function):  # whose examples are not those of a trial
            self.own_endings[rule.nodeid] = ending(ended.call)
        trouble = ended.setup or ended.teardown
        raised = ended.call or self._left_running(before) or trouble
        quits = self.debugging and raised and isinstance(raised.value, pytest.exit.Exception)
        if quits or (raised and self._is_of_the_spec(raised, rule, raised is ended.call)):
            interrupted = quits or isinstance(raised.value, KeyboardInterrupt)
            return Judgement(None, _pytests_own(rule, raised), sections, interrupted)
        verdict = Verdict(str(self.kata), rule.rule, rule.reportinfo()[1] or 0)
        verdict.note = rule.new_warnings()
        text = raised and self._words(verdict, raised, rule)
        return Judgement(asdict(verdict), text, sections)

    def _run(self, rule: pytest.Function, *, own: bool = True) -> trial.Trial:
        """Run ``rule``, on the learner's ``own`` code or on what stands in its place."""
        ended, begun = trial.Trial(), time.monotonic()
        try:
            # The reference may read itself; torch does, to tell where it was called from.
            learners = own and not rule.config.option.solutions
            with self.watchman.watching(reading=learners):
                ended = trial.run(rule)
        except TrespassError:
            if not (ended.call and isinstance(ended.call.value, TrespassError)):
                ended.call = pytest.ExceptionInfo.from_current()
        taken = time.monotonic() - begun
        self.taken[rule.function] = max(taken, self.taken.get(rule.function, 0))
        return ended

    def _is_of_the_spec(self, raised: pytest.ExceptionInfo, rule, in_call: bool) -> bool:
        """Whether it says nothing of the kata: a fixture's failure, or an interrupted run."""
        if in_call and not isinstance(raised.value, KeyboardInterrupt):
            return False
        paths = {file_of(entry) for entry in raised.traceback}
        return self.kata.spec in paths and self.kata.stub not in paths

    def _left_running(self, before: Leftovers) -> pytest.ExceptionInfo | None:
        if not (left := before.names(self.watchman.started)):
            return None
        try:
            raise LeftRunningError("left running when the test was over\n" + "\n".join(left))
        except LeftRunningError:
            return pytest.ExceptionInfo.from_current()

    def _words(self, verdict: Verdict, raised: pytest.ExceptionInfo, rule) -> str:
        """What to say of a failure; ``verdict`` is completed by it."""
        explains = rule.config.option.tbstyle == "auto"
        if stub := stub_line(raised, self.kata):
            verdict.status, verdict.edit = TODO, link(stub)
            return todo(verdict) if explains else _pytests_own(rule, raised)
        path = home(self.kata, "", map(file_of, raised.traceback))
        verdict.status, verdict.edit = WRONG, link((path, 1))
        if not explains:
            lines = [it.lineno + 1 for it in raised.traceback if file_of(it) == path]
            verdict.edit = link((path, lines[-1] if lines else 1))
            return _pytests_own(rule, raised)
        try:
            return self._explain(verdict, raised, rule, path)
        except KeyboardInterrupt:
            raise
        except BaseException as trouble:  # nothing that goes wrong here may cost the failure
            fault = f"{FAULT_OF_OURS.format('explain it')} {describe(trouble)}"
            return told(verdict, verdict.rule, _pytests_own(rule, raised), fault)

    def _explain(self, verdict: Verdict, raised: pytest.ExceptionInfo, rule, path: Path) -> str:
        learner = [entry for entry in raised.traceback if file_of(entry) == path]
        recorder = Recorder()
        # With other parameters only the name is shown.
        first = self.explained.setdefault(rule.function, rule.nodeid) == rule.nodeid
        first = first and not self.debugging  # or the debugger would come up once more
        if first and not isinstance(raised.value, (TrespassError, LeftRunningError)):
            with recording(rule) as recorder:
                self._run(rule)
            if recorder.last:
                self.lines[rule.function] = recorder.last.line
                path = home(self.kata, recorder.last.name, map(file_of, learner))
        line = learner[-1].lineno + 1 if learner else self.lines.get(rule.function, 1)
        verdict.edit = link((path, line))
        said = [verdict.rule, what_happened(raised, recorder.last, learner)]
        if first:
            self.failed(verdict, "\n".join(said))
            said += self._why(rule, recorder)
            if not learner:
                verdict.edit = link((path, self.lines.get(rule.function, 1)))
        return told(verdict, *said)

    def _why(self, rule, recorder: Recorder) -> list[str]:
        """What mistake it is, if it is known, else what the values have in common."""
        try:
            if diagnosis := self._diagnosis(rule, recorder):
                return [known_mistake(diagnosis)]
            # Here, because it imports torch, which is there by now.
            from katas._dojo.judging.relations.relation import relation

            if found := relation(self._evidence(rule)):
                return [clue(found)]
        except OutOfTimeError:
            return []
        except KeyboardInterrupt:
            raise
        except BaseException as trouble:
            return [f"{FAULT_OF_OURS.format('find the mistake')} {describe(trouble)}"]
        return []

    def rerun(self, rule: pytest.Function, replacements: Mapping[str, Any]) -> str | None:
        """The ending of ``rule`` with ``replacements`` for some of the learner's names."""
        self._in_time()
        if not replacements and rule.nodeid in self.own_endings:
            return self.own_endings[rule.nodeid]
        with trial.in_place_of(rule, replacements), unshrunk(rule), unread():
            return ending(self._run(rule, own=not replacements).call)

    def _in_time(self) -> None:
        """Begin to count at the first failure; OutOfTimeError once it has taken too long."""
        self.give_up = self.give_up or time.monotonic() + self.seconds
        if time.monotonic() > self.give_up:
            raise OutOfTimeError

    def _diagnosis(self, rule, recorder: Recorder) -> str | None:
        if not (self.kata.solution.exists() and self.kata.mistakes.exists()):
            return None
        if self.diagnostician is None:
            self.diagnostician = self._diagnostician()
        names = sorted({name.partition(".")[0] for name in recorder.names})
        at_fault = self.diagnostician.at_fault(rule, names)
        called = recorder.last.name.partition(".")[0] if recorder.last else None
        match at_fault:
            case [name] if name != called and name in recorder.lines:  # what was called needs it
                self.lines[rule.function] = recorder.lines[name]
        return self.diagnostician.diagnose(rule, at_fault)

    def _evidence(self, rule) -> list:
        """What came back and what was expected, wherever the tests of ``rule`` compare the two."""
        from katas._dojo.judging.relations.case import Evidence

        found = []
        alike = [it for it in self.rules if it.function is rule.function and not runs_on_cuda(it)]
        for item in (alike or [rule])[:EVIDENCE]:
            self._in_time()
            with recording(item) as recorder, unshrunk(item), unread():
                raised = self._run(item).call
            if raised and type(raised.value) is not MismatchError and item is rule:
                return []  # what others have in common is not about this one
            if raised and type(raised.value) is MismatchError:
                wrong = raised.value
                arguments = recorder.last.arguments if recorder.last else {}
                found.append(Evidence(wrong.got, wrong.expected, arguments, wrong.what))
        return found

    def _diagnostician(self) -> Diagnostician:
        return Diagnostician(
            rerun=self.rerun,
            items=[it for it in self.rules if not runs_on_cuda(it)] or self.rules,
            mistakes=known_mistakes(self.kata),
            reference=self.reference,
            together=functools.partial(together, self.kata),
            seconds=self.taken,
        )


def _pytests_own(rule: pytest.Function, raised: pytest.ExceptionInfo) -> str:
    return str(pytest.Function.repr_failure(rule, raised))
