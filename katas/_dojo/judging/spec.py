"""A kata's spec as pytest collects and runs it: the learner's code in a process of its own.

The spec is collected on the reference solution, so what it declares is known whatever a
learner has written.  A forked process then imports the learner's file, puts its names into the
spec, and judges one test after the other; here each is an ordinary test of pytest's, which
passes, or fails with the words that came back.  The solutions, a debugger, and systems that
cannot fork have it all in one process.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from _pytest.main import FSHookProxy
from _pytest.runner import SetupState

from katas._dojo.curriculum import Kata, kata_of
from katas._dojo.judging.failures import (
    BROKEN,
    TODO,
    WAITING,
    WRONG,
    Verdict,
    broken,
    describe,
    frames_in,
    link,
    missing_name,
    stub_line,
    told,
    verdict_of,
    what_ended,
    where_it_was,
)
from katas._dojo.judging.judge import Judge, Judgement
from katas._dojo.judging.trespass import Watchman
from katas._dojo.judging.trial import other_plugins
from katas._dojo.judging.unbegun import UnbegunSpec, read_in_passing
from katas._dojo.judging.warned import answers_may_warn
from katas._dojo.reading import imported_names, stated, unbegun
from katas._dojo.system.imports import (
    LATE_IMPORTS,
    import_quietly,
    imported_from_others,
    newest_import,
)
from katas._dojo.system.leftovers import Leftovers
from katas._dojo.system.process import FORKS, LATE, PAUSE, EndedEarlyError, Process, receive, send
from katas._dojo.writing.values import compared

DEADLINE, WATCHED_DEADLINE = 60.0, 20.0  # seconds a test
WATCHED = "TORCH_KATAS_WATCHED"  # names the folder of the process that watches, where one does
# Options and settings of pytest's that ask for what is logged.
LOGS = ("log_cli", "log_cli_level", "log_file", "log_file_level", "log_level")
# Of programs that follow a process and would lose sight of another.
DEBUGGERS = ("pydevd", "debugpy", "_pydevd_bundle")


class Hooks:
    def pytest_kata_failed(self, verdict: Verdict, text: str) -> None:
        """A rule of a kata is broken; ``text`` says how.  Which mistake it is may take longer."""


def pytest_addhooks(pluginmanager):
    pluginmanager.add_hookspecs(Hooks)


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--deadline",
        type=float,
        metavar="SECONDS",
        help="end a test that takes longer than this "
        f"(default: {DEADLINE:g}; with --watch {WATCHED_DEADLINE:g})",
    )


def deadline(config, default: float) -> float:
    """What ``--deadline`` asks for; if that makes no sense, one clear line."""
    asked = config.option.deadline
    if asked is not None and not 0 < asked < float("inf"):
        raise pytest.UsageError(f"--deadline {asked:g}: a number of seconds, please")
    return asked or default


def pytest_configure(config):
    config.pluginmanager.register(Specs(config), "kata-specs")


class Specs:
    """Which spec has a process now: one at a time, so that none has to wait for memory."""

    def __init__(self, config):
        self.config = config
        option = config.option
        # A debugger, and whoever looks at fixtures, gets the test itself instead of its trial.
        self.plain = option.usepdb or option.trace or option.setuponly or option.setupshow
        self.isolates = FORKS and not (option.solutions or self.plain or _is_traced())
        self.deadline = deadline(config, WATCHED_DEADLINE if WATCHED in os.environ else DEADLINE)
        self.imports_late = False  # what torch imports late, once a kata needs it
        self.running: Spec | None = None
        self.connection: Connection | None = None  # of the process in which a kata runs

    def turn_to(self, spec: Spec | None) -> None:
        if self.running not in (spec, None):
            self.running.end_process()
        self.running = spec

    def prepare(self, kata: Kata) -> None:
        """Import before a fork what would be imported after each; threads do not survive one."""
        gc.enable()  # it is off while all is collected, and is to be on in what is forked
        self.config.pluginmanager.getplugin("clean-torch").know_settings()
        # Whatever torch's own imports warn of is not to be the learner's fault.
        self.imports_late |= "optim" in kata.spec.read_text("utf-8")
        for name in LATE_IMPORTS if self.imports_late else ():
            import_quietly(name)

    def pytest_pycollect_makemodule(self, module_path, parent):
        if not (kata := kata_of(module_path)):
            return None
        if not self._is_asked_for(module_path):
            return pytest.Module.from_parent(parent, path=module_path)  # which is left alone
        if kata.missing:
            return UnbegunSpec.from_parent(parent, path=module_path, stated=stated(kata))
        if self._may_be_read(kata) and (as_read := unbegun(kata)):
            return UnbegunSpec.from_parent(parent, path=module_path, stated=as_read)
        return Spec.from_parent(parent, path=module_path)

    def _is_asked_for(self, path: Path) -> bool:
        """Whether ``path`` is to be collected; pytest makes a node of each of its neighbours."""
        return not self.asked_for.keys().isdisjoint((path, *path.parents))

    def _is_asked_for_whole(self, folder: Path) -> bool:
        """Whether the command line names ``folder``, or what it is in, and nothing in it."""
        within = any(folder in asked.parents for asked in self.asked_for)
        return self._is_asked_for(folder) and not within

    @functools.cached_property
    def asked_for(self) -> dict[Path, list[str]]:
        """What the command line names, by file or folder: "test_it[cpu]", or "" for all of it."""
        here, found = self.config.invocation_params.dir, {}
        for path, _, test in (it.partition("::") for it in self.config.args):
            found.setdefault((here / path).resolve(), []).append(test)
        return found

    def _may_be_read(self, kata: Kata) -> bool:
        """Whether nobody wants more of an unbegun kata than what its spec says."""
        if self.config.option.solutions or self.plain:
            return False
        return not any("[" in test for test in self.asked_for.get(kata.spec, ()))

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector):
        """A kata that cannot be imported is one red row: what is wrong, and its line."""
        if not isinstance(collector, Spec):
            report = yield
            if isinstance(collector, pytest.Dir) and self._is_asked_for_whole(collector.path):
                report.result = [*read_in_passing(report.result)]
            return report
        try:
            report = yield
            raised = report.call.excinfo.value if report.failed else None
            if report.skipped and frames_in(collector.kata.stub, report.call.excinfo.value):
                raised, report.outcome, report.result = report.call.excinfo.value, "failed", []
        except (SystemExit, pytest.exit.Exception) as stopped:
            # pytest would let it end the run; no kata may do that to the others.
            report = pytest.CollectReport(collector.nodeid, "failed", None, [])
            raised = stopped
        if isinstance(raised, CannotImportError):
            verdict = raised.verdict
        elif raised and (found := broken(collector.kata, raised)):
            verdict = _cannot_import(collector.kata, *found)
        else:
            return report
        report.longrepr = told(verdict, verdict.rule)
        report.kata = asdict(verdict)
        return report

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item):
        if not isinstance(item, Rule):  # none of a spec's
            self.turn_to(None)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        report = yield
        if isinstance(item, Rule) and call.when == "call" and not report.skipped:
            if self.plain:
                item.verdict = item.parent.plain_verdict(item, call.excinfo)
            report.kata = item.verdict
        return report

    def pytest_report_teststatus(self, report):
        verdict = verdict_of(report) if report.failed else None  # not of one to be run again
        if verdict and verdict.status == TODO:
            return TODO, "t", ("TODO", {"yellow": True})
        if verdict and verdict.status == WAITING:
            return WAITING, "w", ("WAITING", {"yellow": True})
        return None

    def pytest_assertrepr_compare(self, op, left, right):
        """Plain ``assert a == b`` in a spec, in the words of ``assert_close``."""
        if op != "==" or self.running is None:
            return None
        return compared(left, right)

    @pytest.hookimpl(tryfirst=True)
    def pytest_enter_pdb(self):
        if self.connection:  # whoever looks for a mistake by hand has all the time there is
            self.running.judge_here.debugging = True
            send(self.connection, [PAUSE, None])

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self):
        self.turn_to(None)


class CannotImportError(pytest.Collector.CollectError):
    """A kata that cannot be imported."""

    def __init__(self, verdict: Verdict):
        super().__init__(told(verdict, verdict.rule))
        self.verdict = verdict


class Rule(pytest.Function):
    """A test of a spec.  What pytest sets up and runs is its trial, wherever that is held."""

    on_trial = False
    verdict: dict[str, Any] | None = None
    warned: Iterable[str] = ()  # what the last trial was warned of

    @property
    def ihook(self):
        return self.parent.hooks_of_rules

    @property
    def rule(self) -> str:
        """What the test states: its docstring, on one line."""
        return " ".join((self.function.__doc__ or self.name).split())

    def new_warnings(self) -> str:
        """What the last trial was warned of, as far as it has not been told before."""
        new = [it for it in dict.fromkeys(self.warned) if it not in self.parent.warned]
        self.parent.warned.update(new)
        return "\n".join(new)

    def setup(self):
        if self.on_trial:
            super().setup()

    def runtest(self):
        if self.on_trial:
            super().runtest()
            return
        judgement = self.parent.judge(self)
        if judgement.interrupted:
            pytest.exit("the run was interrupted", pytest.ExitCode.INTERRUPTED)
        self.verdict = judgement.verdict
        if self.verdict and self.parent.note:
            notes = self.parent.note, self.verdict["note"]
            self.verdict["note"], self.parent.note = "\n".join(filter(None, notes)), ""
        for section in judgement.sections:
            self.add_report_section(*section)
        if judgement.text is not None:
            self._offer_comparison(judgement.text)
            raise AssertionError(judgement.text)

    def repr_failure(self, excinfo):
        if self.on_trial or excinfo.type is not AssertionError:
            return super().repr_failure(excinfo)
        shown = excinfo.getrepr(style="value", chain=False)
        if self.verdict and self.verdict["edit"]:
            # One line is all that some clients show, and a place to go to.
            path, _, line = self.verdict["edit"].rpartition(":")
            shown.reprcrash.path, shown.reprcrash.lineno = path, int(line)
            shown.reprcrash.message, *_ = str(excinfo.value).splitlines() or [""]
        return shown

    def _offer_comparison(self, text: str) -> None:
        """For clients that show two values side by side: they take the last ones compared."""
        compared = re.search(r"^ +got       (.*)\n +expected  (.*)$", text, re.MULTILINE)
        if compared:
            self.ihook.pytest_assertrepr_compare(
                config=self.config, op="==", left=compared[1], right=compared[2]
            )


class Spec(pytest.Module):
    """The module of a spec; ``rules`` are its tests."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kata = kata_of(self.path)
        self.specs: Specs = self.config.pluginmanager.getplugin("kata-specs")
        self.isolated = self.specs.isolates
        self.rules: list[Rule] = []
        self.setup_state = SetupState()  # of the trials
        self.judge_here: Judge | None = None
        self.process: Process | None = None
        self.waits_for = ""  # the line to mend before anything else can be told
        self.cannot: CannotImportError | None = None
        self.note = ""  # to be told with the next verdict
        self.warned: set[str] = set()  # what was told of that

    @property
    def title(self) -> str:
        return (self.obj.__doc__ or "").partition("\n")[0]

    @functools.cached_property
    def hooks_of_rules(self) -> FSHookProxy:
        """Pytest's, without those for logs, if nobody asks for them.

        Around each phase of each test they hang handlers on every logger that torch has.
        """
        hooks, manager = self.ihook, self.config.pluginmanager
        left_out = set() if _asks_for_logs(self.config) else {manager.getplugin("logging-plugin")}
        return FSHookProxy(manager, left_out.union(getattr(hooks, "remove_mods", ())))

    def _getobj(self):
        if not self.isolated:
            if not (self.config.option.solutions or self.kata.stub.exists()):
                raise _missing(self.kata)
            with answers_may_warn(self.kata) as warned:
                module = super()._getobj()
            self.note = "\n".join(dict.fromkeys(warned))
            return module
        with _reference_in_place(self.kata):
            return super()._getobj()

    def collect(self):
        rules = list(super().collect())
        for rule in rules:
            rule.__class__ = Rule  # pytest makes functions of its own class only
            rule.on_trial = self.specs.plain
        self.rules = rules
        if self.isolated and not self.config.option.collectonly:
            self.specs.turn_to(self)
            try:
                self._begin()
            except CannotImportError as cannot:
                if not any(self.specs.asked_for.get(self.path, ())):
                    raise
                self.cannot = cannot  # or what was asked for would not be there
        return rules

    def judge(self, rule: Rule) -> Judgement:
        self.specs.turn_to(self)
        if self.isolated:
            return self._judge_elsewhere(rule)
        if self.judge_here is None:
            self.judge_here = Judge(self.kata, self.rules, self._failed)
        return self.judge_here.judge(rule)

    def plain_verdict(self, rule: Rule, raised: pytest.ExceptionInfo | None) -> dict[str, Any]:
        verdict = self._verdict(rule)
        verdict.note = "\n".join(filter(None, (self.note, rule.new_warnings())))
        self.note = ""
        if raised:
            todo = stub_line(raised, self.kata)
            verdict.status = TODO if todo else WRONG
            verdict.edit = link(todo or (self.kata.stub, 1))
        return asdict(verdict)

    def end_process(self) -> None:
        if self.process:
            self.process.close()
            self.process = None

    def _failed(self, verdict: Verdict, text: str) -> None:
        self.ihook.pytest_kata_failed(verdict=verdict, text=text)

    def _verdict(self, rule: Rule, status: str | None = None, edit: str = "") -> Verdict:
        line = rule.reportinfo()[1] or 0
        return Verdict(str(self.kata), rule.rule, line, status, edit or None)

    def _judge_elsewhere(self, rule: Rule) -> Judgement:
        if self.waits_for:
            verdict = self._verdict(rule, WAITING, self.waits_for)
            text = f"waiting: run as soon as {verdict.edit} is mended"
            return Judgement(asdict(verdict), text)
        failures = []

        def failed(early):
            failures.append(early)
            self._failed(Verdict(**early["verdict"]), early["text"])

        try:
            if self.cannot:
                raise self.cannot
            if self.process is None:
                self._begin()
            answer = self.process.ask(rule.nodeid, self.specs.deadline, failed)
            self.specs.imports_late |= not set(LATE_IMPORTS).isdisjoint(answer["modules"])
            if messenger := self.config.pluginmanager.getplugin("kata-messenger"):
                messenger.imported_elsewhere += answer["modules"]
            return Judgement(**answer["judgement"])
        except CannotImportError as cannot:  # which it could when it was collected
            self.waits_for = cannot.verdict.edit
            return Judgement(asdict(self._verdict(rule, WRONG, self.waits_for)), str(cannot))
        except EndedEarlyError as ended:
            self.process = None
            if failures:  # it is known what is wrong, though not which mistake it is
                verdict = Verdict(**failures[0]["verdict"])
                return Judgement(asdict(verdict), told(verdict, failures[0]["text"]))
            place = where_it_was([self.kata], ended.trace)
            edit = link(place or (self.kata.stub, 1))
            if ended.late:
                self.waits_for = edit
            verdict = self._verdict(rule, WRONG, edit)
            happened = f"{verdict.rule}\n{what_ended(ended, place)}"
            self._failed(verdict, happened)
            return Judgement(asdict(verdict), told(verdict, happened))

    def _begin(self) -> None:
        """Start the process, and let it import the learner's file."""
        self.specs.prepare(self.kata)
        self.process = Process(self._serve)
        try:
            trouble, left, warned = self.process.ask("import", self.specs.deadline)
            if left:
                warned.append(f"{self.kata} has started {' and '.join(left)}, ended with this run.")
            self.note = "\n".join(dict.fromkeys(warned))
        except EndedEarlyError as ended:
            place = where_it_was([self.kata], ended.trace)
            text = f"importing the file was not possible\n{what_ended(ended, place)}"
            trouble = asdict(_cannot_import(self.kata, text, place or (self.kata.stub, 1)))
        if trouble:
            self.end_process()
            raise CannotImportError(Verdict(**trouble))

    def _serve(self, connection: Connection) -> None:
        """In the process: import the kata, then judge what is asked for until nobody asks."""
        # Other plugins' hooks would speak for the process that they were made in.
        manager = self.config.pluginmanager
        for plugin in other_plugins(manager):
            manager.unregister(plugin)
        self.specs.connection = connection
        newest = newest_import()
        receive(connection)
        before, watchman = Leftovers(), Watchman()
        with answers_may_warn(self.kata) as warned:
            trouble = self._import_learners(watchman)
        left = before.names(watchman.started)
        send(connection, ["answer", [trouble and asdict(trouble), left, warned]])

        def failed(verdict, text):
            send(connection, [LATE, {"verdict": asdict(verdict), "text": text}])

        self.judge_here = Judge(self.kata, self.rules, failed, 0.8 * self.specs.deadline)
        rules = {rule.nodeid: rule for rule in self.rules}
        while True:
            judgement = self.judge_here.judge(rules[receive(connection)])
            modules, newest = imported_from_others(newest), newest_import()
            send(connection, ["answer", {"judgement": asdict(judgement), "modules": modules}])

    def _import_learners(self, watchman: Watchman) -> Verdict | None:
        """Put what the learner has written into the spec; what is wrong if that cannot be."""
        clean_torch = self.config.pluginmanager.getplugin("clean-torch")
        with contextlib.suppress(OSError):
            # Python takes two files of one size, saved within one second, for the same.
            Path(importlib.util.cache_from_source(self.kata.stub)).unlink()
        try:
            if not self.kata.stub.exists():
                raise _missing(self.kata)
            with watchman.watching(), clean_torch.guard():
                module = importlib.import_module(self.kata.module)
        except BaseException as raised:
            found = broken(self.kata, raised) or (describe(raised), (self.kata.stub, 1))
            return _cannot_import(self.kata, *found)
        for name, local in imported_names(self.kata).items():
            if not hasattr(module, name):
                return _cannot_import(self.kata, missing_name(name), (self.kata.stub, 1))
            setattr(self.obj, local, getattr(module, name))
        return None


@contextmanager
def _reference_in_place(kata: Kata) -> Iterator[None]:
    """While a spec is imported: nothing else is to take the reference for the learner's.

    What the reference does not have, a plain class stands for: it is never called.
    """
    _forget(kata)
    module = ModuleType(kata.module)
    if kata.solution.exists():
        found = importlib.util.spec_from_file_location(kata.module, kata.solution)
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
    module.__getattr__ = lambda name: _stand_in(name)
    sys.modules[kata.module] = module
    try:
        yield
    finally:
        _forget(kata)


def _missing(kata: Kata) -> ModuleNotFoundError:
    """Raised before Python looks in another tree, which may have it, and is not asked for."""
    return ModuleNotFoundError(name=kata.module)


def _stand_in(name: str) -> type:
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (), {})


def _forget(kata: Kata) -> None:
    sys.modules.pop(kata.module, None)
    package, _, name = kata.module.rpartition(".")
    if package in sys.modules:
        vars(sys.modules[package]).pop(name, None)


def _asks_for_logs(config) -> bool:
    with contextlib.suppress(ValueError):  # where pytest does without its logging
        return any(config.getoption(it, None) or config.getini(it) for it in LOGS)
    return False


def _cannot_import(kata: Kata, text: str, place: tuple[Path, int]) -> Verdict:
    return Verdict(str(kata), text, status=BROKEN, edit=link(place))


def _is_traced() -> bool:
    return sys.gettrace() is not None or any(name in sys.modules for name in DEBUGGERS)
