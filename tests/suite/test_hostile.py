"""Katas that die, hang, leave, skip, fork or change what is global: each costs only itself.

Three neighbours run together: the first is right, the one in the middle does something that
nobody should, the last is wrong.  Whatever the middle does, the others are judged as ever.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import re
import signal
import sys
import textwrap
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.system.process import descendants
from tests.workshop import Run, Workshop, become_pytest, become_python, import_ahead

if sys.platform != "linux":
    pytest.skip("only on Linux has each kata a process of its own", allow_module_level=True)

PATIENCE = 120  # seconds; what has not ended by then never will
DEADLINE = 1  # second, where something is meant not to end
FIRST, SECOND, THIRD = CURRICULUM[:3]
BROADCASTING = Kata("ch05_mechanics", "broadcasting")
ACCUMULATION = Kata("ch05_mechanics", "gradient_accumulation")
SPEC = '''
from katas.{kata} import one, two

def test_one():
    """The first rule."""
    assert one() == 1

def test_two():
    """The second rule."""
    assert two() == 2
'''
RIGHT = "def one():\n    return 1\n\n\ndef two():\n    return 2\n"
WRONG = RIGHT.replace("return 1", "return 7")
GOT_7 = r"got +7\n +expected +1\n"


class Neighbours:
    """Katas in a learner's copy of the project, and pytest on them."""

    def __init__(self, workshop: Workshop, screen: Path):
        self.workshop = workshop
        self.root = workshop.root
        self.screen = screen
        self.katas: list[Kata] = []

    def seat(self, *sources: str | bytes) -> None:
        """Place these answers between one that is right and one that is wrong."""
        self.katas = CURRICULUM[: len(sources) + 2]
        no_mistakes = '"""No known wrong answers."""\n'
        for kata, source in zip(self.katas, [RIGHT, *sources, WRONG], strict=True):
            self.workshop.plain_spec(kata, SPEC.format(kata=str(kata).replace("/", ".")))
            (self.root / kata.solution.relative_to(ROOT)).write_text(RIGHT)
            (self.root / kata.mistakes.relative_to(ROOT)).write_text(no_mistakes)
            content = source.encode() if isinstance(source, str) else source
            self.stub(kata).write_bytes(content)

    def stub(self, kata: Kata) -> Path:
        return self.root / f"katas/{kata}.py"

    def pytest(self, *options: str, become: Callable[..., NoReturn] = become_pytest) -> Run:
        return self.end(self.begin(*options, become=become))

    def begin(self, *options: str, become: Callable[..., NoReturn] = become_pytest) -> int:
        """Start pytest in a session of its own: what ends its whole group must not end ours."""
        import_ahead()
        specs = [f"katas/{kata.chapter}/test_{kata.stem}.py" for kata in self.katas]
        with warnings.catch_warnings():
            # Python 3.12 warns of this process's threads; the new one waits for none of them.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            try:
                os.setsid()
                signal.signal(signal.SIGHUP, signal.SIG_DFL)  # which nohup has switched off
                with self.screen.open("w") as file:
                    os.dup2(file.fileno(), 1)
                    os.dup2(file.fileno(), 2)
                become(self.root, [*specs, *options])
            finally:
                os._exit(70)
        return child

    def end(self, pid: int) -> Run:
        """Wait for a run to end, and for all that it has started: nothing of it may stay."""
        give_up = time.monotonic() + PATIENCE
        while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
            if time.monotonic() > give_up:
                still = "\n".join(f"{it}: {_state_of(it)}" for it in (pid, *descendants(pid)))
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                pytest.fail(f"the run does not end; still there:\n{still}\n{self._read()}")
            time.sleep(0.01)
        while left := self.processes():
            assert time.monotonic() < give_up, f"still running: {left}\n{self._read()}"
            time.sleep(0.01)
        return Run(os.waitstatus_to_exitcode(ended[1]), self._read())

    def processes(self) -> list[int]:
        """All that runs here, in a folder below, or where there was one."""
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                folder = os.readlink(f"/proc/{pid}/cwd").removesuffix(" (deleted)")
                if Path(folder).is_relative_to(self.root):
                    found.append(int(pid))
        return found

    def status(self, kata: Kata) -> str | None:
        """What the record says of ``kata``; None if it says nothing."""
        try:
            saved = json.loads((self.root / ".katas" / "state.json").read_text("utf-8"))
        except FileNotFoundError:
            return None
        return saved["records"].get(str(kata), {}).get("status")

    def _read(self) -> str:
        return self.screen.read_text("utf-8", errors="replace")


@pytest.fixture
def neighbours(workshop, tmp_path_factory) -> Iterator[Neighbours]:
    neighbours = Neighbours(workshop, tmp_path_factory.mktemp("screen") / "screen.txt")
    yield neighbours
    for pid in neighbours.processes():
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def rows_of(run: Run, kata: Kata) -> str:
    """What the screen tells of ``kata``, from the titles of its failures to the next title."""
    rows = re.split(r"(?m)^(?=_+ .* _+$|=+ .* =+$)", run.screen)
    return "".join(row for row in rows if re.match(rf"_+ {kata}\b.* _+\n", row))


def _state_of(pid: int) -> str:
    """Its parent, whether it runs or sleeps, and in what of the kernel's it waits."""
    told = re.compile(r"^(?:State|PPid|Threads):\s*(.*)", re.MULTILINE)
    try:
        waits = Path(f"/proc/{pid}/wchan").read_text()
        return ", ".join([*told.findall(Path(f"/proc/{pid}/status").read_text()), waits])
    except OSError:
        return "gone"


def assert_each_costs_only_itself(run: Run, neighbours: Neighbours, *told: str) -> None:
    __tracebackhide__ = True
    first, *hostile, last = neighbours.katas
    counted = f"1 of {len(neighbours.katas)} katas"
    assert run.status == 1, run.screen
    assert "INTERNALERROR" not in run.screen
    assert "Traceback" not in run.screen
    assert f"{counted} · next: {hostile[0]}" in run.lines, run.screen
    assert run.screen.count(counted) == 1, run.screen
    assert neighbours.status(first) == "solved", run.screen
    assert neighbours.status(last) == "partly", run.screen
    assert re.search(GOT_7, rows_of(run, last)), run.screen
    for kata, words in zip(hostile, told, strict=True):
        assert neighbours.status(kata) != "solved", run.screen
        assert re.search(words, rows_of(run, kata)), run.screen


def at_import(act: str, answer: str = RIGHT) -> str:
    return f"{act}\n\n\n{answer}"


def in_a_call(act: str, answer: str = RIGHT) -> str:
    """The first function acts and then gives its answer; the second only answers."""
    return answer.replace("one():\n", f"one():\n{textwrap.indent(act, '    ')}\n")


PLACES = {", at import": at_import, ", in a call": in_a_call}
Table = dict[str, tuple[str, str]]


def placed(acts: Table, answer: str = RIGHT, places: Iterable[str] = PLACES) -> Table:
    """The source of a kata for each act and place, and what is to be told of it."""
    return {
        act + place: (PLACES[place](code, answer), told)
        for act, (code, told) in acts.items()
        for place in places
    }


FIRST_LINE = r"katas/\w+/\w+\.py:1\b"
FILES = {
    "NUL byte": (RIGHT.encode() + b"\0\n", rf"(?s)null byte.*{FIRST_LINE}"),
    "UTF-16": (RIGHT.encode("utf-16"), FIRST_LINE),
    "UTF-16 without its mark": (RIGHT.encode("utf-16-le"), FIRST_LINE),
    "UTF-32": (RIGHT.encode("utf-32"), FIRST_LINE),
    "binary rubbish": (bytes(range(256)) * 4, FIRST_LINE),
    "compressed": (b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xfe", FIRST_LINE),
    "Latin-1": (f"e = 'é'\n{RIGHT}".encode("latin-1"), r"(?s)SyntaxError.*\w\.py:\d"),
    "unknown encoding": (f"# coding: no-such\n{RIGHT}".encode(), r"SyntaxError.*no-such"),
    "encoding of no text": (f"# coding: rot13\n{RIGHT}".encode(), r"rot13"),
    "wrong encoding": (f"# coding: ascii\n# é\n{RIGHT}".encode(), r"SyntaxError.*'ascii'"),
    "too deep to parse": (
        f"x = {'-' * 100_000}1\n{RIGHT}".encode(),
        r"(Memory|Recursion|Syntax)Error",
    ),
    "too deep to compile": (f"x = {'+'.join('1' * 100_000)}\n".encode(), r"recursion"),
}

EXCEPTIONS = {
    "str raises": (
        "class Mute(Exception):\n"
        "    def __str__(self):\n"
        "        raise RuntimeError('no words')\n"
        "raise Mute",
        r"Mute",
    ),
    "repr raises": (
        "class Mute(Exception):\n"
        "    args = property(lambda self: 1 / 0)\n"
        "    def __repr__(self):\n"
        "        raise RuntimeError('no words')\n"
        "    __str__ = __repr__\n"
        "raise Mute",
        r"Mute",
    ),
    "str is no text": (
        "class Wordless(Exception):\n    def __str__(self):\n        return 7\nraise Wordless",
        r"Wordless",
    ),
    "str leaves": (
        "class Mute(Exception):\n    def __str__(self):\n        raise SystemExit(0)\nraise Mute",
        r"Mute|SystemExit",
    ),
    "every attribute raises": (
        "class Closed(Exception):\n"
        "    def __getattribute__(self, name):\n"
        "        raise RuntimeError('no answer')\n"
        "raise Closed",
        r".",
    ),
    "no name": (
        "class Nameless(type):\n"
        "    __name__ = property(lambda self: 1 / 0)\n"
        "class Mute(Exception, metaclass=Nameless):\n"
        "    pass\n"
        "raise Mute",
        r".",
    ),
    "not to be encoded": (r"raise ValueError('\ud800')", r"ValueError"),
    "a million letters": ("raise ValueError('x' * 1_000_000)", r"ValueError"),
    "its own cause": ("error = ValueError('round')\nraise error from error", r"ValueError"),
    "a SyntaxError of no place": ("raise SyntaxError('no place')", r"SyntaxError.*no place"),
    "an ImportError of no cause": ("raise ImportError(name=__name__)", r"."),
    "code of no file": ("exec(compile('1 / 0', 'nowhere.py', 'exec'))", r"ZeroDivisionError"),
    "a group of interrupts": (
        "raise BaseExceptionGroup('both', [KeyboardInterrupt(), SystemExit(0)])",
        r"ExceptionGroup",
    ),
    "memory": ("bytearray(1 << 60)", r"MemoryError|OverflowError"),
    "recursion": ("def again():\n    again()\nagain()", r"RecursionError"),
}

SYSTEM = {
    "SIGSEGV": ("import ctypes\nctypes.string_at(0)", r"SIGSEGV"),
    "C's stack overflows": (
        "import sys\n"
        "sys.setrecursionlimit(10**9)\n"
        "nest = []\n"
        "for _ in range(10**5):\n"
        "    nest = [nest]\n"
        "repr(nest)",
        r"SIGSEGV|RecursionError|MemoryError",
    ),
    "SIGKILL": ("import os\nos.kill(os.getpid(), 9)", r"SIGKILL"),
    "SIGABRT": ("import os\nos.abort()", r"SIGABRT"),
    "SIGTERM": ("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)", r"SIGTERM"),
    "SIGINT": (
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)",
        r"KeyboardInterrupt|SIGINT",
    ),
    "SIGXCPU": (
        "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass",
        r"SIGXCPU|SIGKILL",
    ),
    "its whole group": ("import os, signal\nos.killpg(0, signal.SIGTERM)", r"SIGTERM"),
    "posix._exit": ("import posix\nposix._exit(0)", r"status 0|_exit"),
    "os._exit": ("import os\nos._exit(0)", r"status 0|_exit"),
    "C's exit": ("import ctypes\nctypes.CDLL(None).exit(0)", r"status 0|not come to an end"),
    "execv": ("import os\nos.execv('/bin/true', ['true'])", r"status 0"),
    "sys.exit": ("import sys\nsys.exit(0)", r"SystemExit"),
    "quit": ("import builtins\nexit(0)", r"SystemExit|NameError"),
    "SystemExit": ("raise SystemExit", r"SystemExit"),
    "KeyboardInterrupt": ("raise KeyboardInterrupt", r"KeyboardInterrupt"),
    "interrupt_main": ("import _thread\n_thread.interrupt_main()", r"KeyboardInterrupt|SIGINT"),
    "GeneratorExit": ("raise GeneratorExit", r"GeneratorExit"),
    "BaseException": ("raise BaseException('enough')", r"BaseException.*enough"),
    "the debugger's end": ("import bdb\nraise bdb.BdbQuit", r"BdbQuit"),
    "pytest.exit": ("import pytest\npytest.exit('bye', 0)", r"bye|Exit"),
    "pytest.exit, raised": ("import pytest\nraise pytest.exit.Exception('bye', 0)", r"bye|Exit"),
    "pytest.skip": ("import pytest\npytest.skip('later')", r"(?i)skip"),
    "pytest.skip of the module": (
        "import pytest\npytest.skip('later', allow_module_level=True)",
        r"(?i)skip",
    ),
    "importorskip": ("import pytest\npytest.importorskip('nothing_there')", r"nothing_there"),
    "SkipTest": ("import unittest\nraise unittest.SkipTest('later')", r"(?i)skip"),
    "pytest.xfail": ("import pytest\npytest.xfail('as expected')", r"(?i)xfail"),
    "pytest.UsageError": ("import pytest\nraise pytest.UsageError('no such option')", r"no such"),
}

# From here on whoever acts is also wrong: so that nothing depends on whether the act is a fault.
MARKS = {
    f"the spec's module says {mark}": (
        "import sys, pytest\n"
        "spec = '/test_' + __name__.rpartition('.')[2] + '.py'\n"
        "for module in list(sys.modules.values()):\n"
        "    if str(getattr(module, '__file__', None)).endswith(spec):\n"
        f"        module.pytestmark = pytest.mark.{mark}",
        GOT_7,
    )
    for mark in ("xfail", "skip")
}
FROM_WITHIN = (
    "import sys, pytest\n"
    "frame = sys._getframe()\n"
    "while frame:\n"
    "    item = frame.f_locals.get('item')\n"
    "    if isinstance(item, pytest.Item):\n"
    "        {}\n"
    "    frame = frame.f_back\n"
)
TESTS = {
    "its test is marked xfail": (FROM_WITHIN.format("item.add_marker(pytest.mark.xfail)"), GOT_7),
    "its session is to stop": (FROM_WITHIN.format("item.session.shouldstop = 'enough'"), GOT_7),
    "its session has failed": (FROM_WITHIN.format("item.session.shouldfail = 'enough'"), GOT_7),
}

SCREENS = {
    "stdout is closed": ("import sys\nsys.stdout.close()", r"."),
    "stderr is closed": ("import sys\nsys.stderr.close()", r"."),
    "stdin is closed": ("import sys\nsys.stdin.close()", r"."),
    "stdout and stderr are None": ("import sys\nsys.stdout = sys.stderr = None", r"."),
    "Python's own streams are closed": (
        "import sys\nsys.__stdout__.close()\nsys.__stderr__.close()",
        r".",
    ),
    "the screen is closed": ("import os\nos.close(1)\nos.close(2)", r"."),
    "the screen is full": (
        "import os\nfull = os.open('/dev/full', os.O_WRONLY)\nos.dup2(full, 1)\nos.dup2(full, 2)",
        r".",
    ),
    "all other files are closed": ("import os\nos.closerange(3, 256)", r"."),
    "a flood": ("import os\nos.write(1, b'x' * 1_000_000)\nprint('x' * 1_000_000)", GOT_7),
}

PYTHON = {
    "the folder is gone": (
        "import os, tempfile\ngone = tempfile.mkdtemp(dir='.')\nos.chdir(gone)\nos.rmdir('../' + "
        "os.path.basename(gone))",
        r".",
    ),
    "the kata is gone": ("import os\nos.remove(__file__)", r"."),
    "no environment": ("import os\nos.environ.clear()", r"."),
    "no paths": ("import sys\nsys.path.clear()", r"."),
    "no modules": ("import sys\nsys.modules.clear()", r"."),
    "no open": ("import builtins\nbuiltins.open = None", r"."),
    "no built-in names": ("import builtins\nvars(builtins).clear()", r"."),
    "no JSON, no pickle": ("import json, pickle\njson.dumps = pickle.dumps = None", r"."),
    "no permissions": ("import os\nos.umask(0o777)", r"."),
    "no file may be opened": (
        "import resource\nresource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))",
        r".",
    ),
    "no file may grow": (
        "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))",
        r".",
    ),
    "no time passes": ("import time\ntime.time = time.monotonic = lambda: 0.0", r"."),
    "no recursion": ("import sys\nsys.setrecursionlimit(60)", r"."),
    "no way out": ("import os\nos._exit = os.kill = lambda *arguments: None", GOT_7),
    "an end that waits": ("import atexit, time\natexit.register(time.sleep, 1000)", GOT_7),
    "an end that leaves": ("import atexit, os\natexit.register(os._exit, 0)", GOT_7),
    "no signals": (
        "import signal\n"
        "for number in (signal.SIGTERM, signal.SIGUSR1, signal.SIGCHLD, signal.SIGINT):\n"
        "    signal.signal(number, signal.SIG_IGN)",
        GOT_7,
    ),
}

PROCESSES = {
    "a fork": ("import os\nos.fork()", r"."),
    "three forks": ("import os\nfor _ in range(3):\n    os.fork()", r"."),
    "a fork with a terminal": ("import os\nos.forkpty()", r"."),
    "a fork that takes its place": ("import os\nif os.fork():\n    os._exit(0)", r"."),
    "a fork that does not end": ("import os, time\nif not os.fork():\n    time.sleep(1000)", r"."),
    "C's fork": ("import ctypes\nctypes.CDLL(None).fork()", r"."),
    "C's fork that takes its place": (
        "import ctypes, os\nif ctypes.CDLL(None).fork():\n    os._exit(0)",
        r".",
    ),
    "a subprocess": ("import subprocess\nsubprocess.Popen(['sleep', '1000'])", rf"{GOT_7}|process"),
    "a session": (
        "import subprocess, sys\n"
        "sys.started = subprocess.Popen(['sleep', '1000'], start_new_session=True)",
        rf"{GOT_7}|process",
    ),
    "a daemon": (
        "import os, subprocess\n"
        "if not os.fork():\n"
        "    subprocess.Popen(['sleep', '1000'], start_new_session=True)\n"
        "    os._exit(0)",
        r".",
    ),
    "a thread": (
        "import threading, time\nthreading.Thread(target=time.sleep, args=[1000]).start()",
        rf"{GOT_7}|thread",
    ),
    "a daemon thread": (
        "import threading, time\n"
        "threading.Thread(target=time.sleep, args=[1000], daemon=True).start()",
        rf"{GOT_7}|thread",
    ),
    "a thread that raises": (
        "import threading\nthreading.Thread(target=lambda: 1 / 0).start()",
        r".",
    ),
    "a thread that raises later": (
        "import threading\nthreading.Timer(0.1, lambda: 1 / 0).start()",
        r".",
    ),
    "a thread that leaves": (
        "import os, threading\nthreading.Timer(0.01, os._exit, [0]).start()",
        r".",
    ),
    "a pool": (
        "import time\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "ThreadPoolExecutor(2).submit(time.sleep, 1000)",
        rf"{GOT_7}|thread",
    ),
}

SPY = RIGHT.replace("one():\n    return 1", "one():\n    return it['one']()").replace(
    "two():\n    return 2", "two():\n    return it['two']()"
)


def spies_on(kata: Kata) -> dict[str, str]:
    """Code by which ``it`` holds what the reference of ``kata`` does."""
    reference = kata.solution.relative_to(ROOT)
    return {
        "imports it": f"import solutions.{kata.module} as it\nit = vars(it)",
        "imports it by name": (
            f"import importlib\nit = vars(importlib.import_module('solutions.{kata.module}'))"
        ),
        "imports it from its file": (
            "import importlib.util\n"
            f"spec = importlib.util.spec_from_file_location('it', '{reference}')\n"
            "it = importlib.util.module_from_spec(spec)\n"
            "spec.loader.exec_module(it)\n"
            "it = vars(it)"
        ),
        "imports it from its folder": (
            "import importlib, sys\n"
            f"sys.path.insert(0, 'solutions/katas/{kata.chapter}')\n"
            f"it = vars(importlib.import_module('{kata.stem}'))"
        ),
        "runs it": f"import runpy\nit = runpy.run_path('{reference}')",
        "runs its text": f"it = {{}}\nexec(open('{reference}').read(), it)",
        "runs its lines": (
            f"import linecache\nit = {{}}\nexec(''.join(linecache.getlines('{reference}')), it)"
        ),
        "runs its bytes": (
            f"import os\nit = {{}}\nexec(os.read(os.open('{reference}', os.O_RDONLY), 10_000), it)"
        ),
        "finds it from here": (
            "from pathlib import Path\n"
            "it = {}\n"
            f"exec((Path(__file__).parents[2] / '{reference}').read_text(), it)"
        ),
    }


MODES = (
    "import torch\n"
    "from torch.overrides import TorchFunctionMode\n"
    "from torch.utils._python_dispatch import TorchDispatchMode\n"
    "class Function(TorchFunctionMode):\n"
    "    def __torch_function__(self, function, types, args=(), kwargs=None):\n"
    "        return function(*args, **(kwargs or {}))\n"
    "class Dispatch(TorchDispatchMode):\n"
    "    def __torch_dispatch__(self, function, types, args=(), kwargs=None):\n"
    "        return function(*args, **(kwargs or {}))\n"
    "def enter(mode):\n"
    "    torch.entered = mode  # some are left as soon as they are forgotten\n"
    "    mode.__enter__()\n"
)
HOOK = "torch.nn.modules.module.register_module_{}(print)"
SETTINGS = {
    "torch.set_grad_enabled(False)": r"grad mode",
    "enter(torch.no_grad())": r"grad mode",
    "enter(torch.inference_mode())": r"inference mode",
    "torch.set_default_device('meta')": r"the default device",
    "enter(torch.device('meta'))": r"the default device|a function mode",
    "torch.set_default_dtype(torch.float64)": r"the default dtype",
    "enter(torch.autocast('cpu'))": r"autocast",
    "enter(Function())": r"a function mode",
    "enter(Dispatch())": r"a dispatch mode",
    HOOK.format("forward_hook"): r"global module hooks",
    HOOK.format("forward_pre_hook"): r"global module hooks",
    HOOK.format("full_backward_hook"): r"global module hooks",
    HOOK.format("parameter_registration_hook"): r"global module hooks",
    "torch.set_deterministic_debug_mode('error')": r"deterministic mode",
    "torch.autograd.set_detect_anomaly(True)": r"anomaly mode",
    "enter(torch.autograd.profiler.profile())": r"the profiler",
    "enter(torch.autograd.graph.saved_tensors_hooks(abs, abs))": r"saved-tensor hooks",
    "enter(torch.autograd.graph.save_on_cpu())": r"saved-tensor hooks",
    "torch.default_generator = torch.Generator()": r".",
    "torch.set_num_threads(3)": r"the number of threads",
    "torch.set_float32_matmul_precision('medium')": r"the float32 matmul precision",
    "torch.backends.cudnn.benchmark = True": r"cudnn\.benchmark",
}

VALUES = {
    "will not be shown": (
        "class Mute:\n"
        "    def __repr__(self):\n"
        "        raise RuntimeError('no words')\n"
        "return Mute()",
        r"Mute|no words",
    ),
    "will not be compared": (
        "class Closed:\n"
        "    def __eq__(self, other):\n"
        "        raise RuntimeError('no answer')\n"
        "return Closed()",
        r"no answer",
    ),
    "is of no class": (
        "class Mute:\n    __class__ = property(lambda self: 1 / 0)\nreturn Mute()",
        r".",
    ),
    "is long": ("return list(range(100_000))", r"got +"),
    "never ends": ("return (1 for _ in iter(int, 1))", r"got +"),
    "leaves when it is shown": (
        "class Leave:\n"
        "    def __repr__(self):\n"
        "        import os\n"
        "        os._exit(0)\n"
        "return Leave()",
        r"status 0|_exit",
    ),
}

SLOWLY = "import torch\ntorch.use_deterministic_algorithms(True)"  # imports a compiler

HOSTILE: dict[str, tuple[str | bytes, str]] = {
    **FILES,
    **placed(EXCEPTIONS),
    **placed(SYSTEM),
    **placed(MARKS, WRONG, [", at import"]),
    **placed(TESTS, WRONG, [", in a call"]),
    **placed(SCREENS, WRONG),
    **placed(PYTHON, WRONG, [", in a call"]),
    **placed(PROCESSES, WRONG),
    **placed({code: (MODES + code, told) for code, told in SETTINGS.items()}),
    "torch.use_deterministic_algorithms(True)": (in_a_call(SLOWLY), r"deterministic mode"),
    **{f"a value that {it}": (in_a_call(code), told) for it, (code, told) in VALUES.items()},
}


LATE = rf"had not come to an end after {DEADLINE} s"
EDIT = r"Edit katas/\w+/\w+\.py:\d+"
ENDLESS = {
    "a loop": ("while True: pass", rf"(?s){LATE}.*in +while True: pass\n{EDIT}"),
    "a loop that nothing can raise out of": (
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        rf"(?s){LATE}.*in +(while True:|while True: pass)\n{EDIT}",
    ),
    "native code": (
        "import itertools\nsum(itertools.repeat(1))",
        rf"(?s){LATE}.*in +sum\(itertools\.repeat\(1\)\)\n{EDIT}",
    ),
    "native code that lets nobody in": (
        "import re\nre.match('(a+)+$', 'a' * 60 + 'b')",
        rf"(?s){LATE}.*in +re\.match\(.*\n{EDIT}",
    ),
    "sleep": ("import time\ntime.sleep(1000)", rf"(?s){LATE}.*in +time\.sleep\(1000\)\n{EDIT}"),
    "a lock": (
        "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()",
        rf"(?s){LATE}.*in +lock\.acquire\(\)\n{EDIT}",
    ),
    "it stops itself": ("import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)", LATE),
    "it hears no signal": (
        "import signal\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())\n"
        "while True: pass",
        LATE,
    ),
    "another program": ("import os\nos.execv('/bin/sleep', ['sleep', '1000'])", r"."),
    "an exception that never ends its words": (
        "class Endless(Exception):\n"
        "    def __str__(self):\n"
        "        while True: pass\n"
        "raise Endless",
        r".",
    ),
}
ENDLESS_VALUE = (
    "class Endless:\n    def __repr__(self):\n        while True: pass\nreturn Endless()"
)
WITHOUT_END = {
    "at import": placed(ENDLESS, places=[", at import"]),
    "in a call": placed(ENDLESS, places=[", in a call"])
    | {"a value that is never shown": (in_a_call(ENDLESS_VALUE), r".")},
}

IN_PARALLEL = [
    "NUL byte",
    "str raises, in a call",
    "SIGSEGV, at import",
    "SIGKILL, in a call",
    "pytest.exit, in a call",
    "pytest.skip, at import",
    "all other files are closed, in a call",
    "C's fork, in a call",
    "a thread, in a call",
    "torch.set_grad_enabled(False), at import",
]


BATCHES = [list(HOSTILE)[start : start + 40] for start in range(0, len(HOSTILE), 40)]


def test_the_neighbours_are_judged_as_they_should_be(neighbours):
    neighbours.seat(RIGHT)
    run = neighbours.pytest()
    assert run.status == 1
    assert f"2 of 3 katas · next: {THIRD}" in run.lines
    assert [neighbours.status(kata) for kata in neighbours.katas] == ["solved", "solved", "partly"]
    assert rows_of(run, SECOND) == ""
    assert re.search(GOT_7, rows_of(run, THIRD))


@pytest.mark.parametrize("names", BATCHES, ids=lambda names: f"{names[0]} and the next")
def test_hostile_katas_cost_only_themselves(neighbours, names):
    """Side by side, since each also has to leave the other ones alone."""
    sources, told = zip(*(HOSTILE[name] for name in names), strict=True)
    neighbours.seat(*sources)
    run = neighbours.pytest("--deadline", "20")
    assert_each_costs_only_itself(run, neighbours, *told)


def test_hostile_katas_cost_only_themselves_in_parallel_too(neighbours):
    sources, told = zip(*(HOSTILE[name] for name in IN_PARALLEL), strict=True)
    neighbours.seat(*sources)
    assert_each_costs_only_itself(neighbours.pytest("-n", "2"), neighbours, *told)


def test_python_itself_ends(neighbours):
    """In the way that Python ends: waiting for threads."""
    waiting = [HOSTILE[it] for it in ("a thread, at import", "an end that waits, in a call")]
    sources, told = zip(*waiting, strict=True)
    neighbours.seat(*sources)
    assert_each_costs_only_itself(neighbours.pytest(become=become_python), neighbours, *told)


def test_a_worker_that_dies_costs_no_other_kata(neighbours):
    neighbours.seat(in_a_call("import os\nos.kill(os.getppid(), 9)", WRONG))
    run = neighbours.pytest("-n", "2")
    assert run.status == 1, run.screen
    assert "INTERNALERROR" not in run.screen
    assert "Traceback" not in run.screen
    assert re.search(rf"(?m)^1 of 3 katas · next: {SECOND.chapter}", run.screen), run.screen
    assert neighbours.status(FIRST) == "solved", run.screen
    assert neighbours.status(THIRD) == "partly", run.screen
    assert neighbours.status(SECOND) != "solved", run.screen
    assert re.search(r"crashed|ended|died", run.screen), run.screen


@pytest.mark.parametrize("endless", WITHOUT_END.values(), ids=WITHOUT_END)
def test_what_does_not_end_is_ended(neighbours, endless):
    sources, told = zip(*endless.values(), strict=True)
    neighbours.seat(*sources)
    run = neighbours.pytest("--deadline", str(DEADLINE))
    assert_each_costs_only_itself(run, neighbours, *told)


def test_what_does_not_end_is_ended_in_parallel_too(neighbours):
    source, told = WITHOUT_END["in a call"]["a loop, in a call"]
    neighbours.seat(source)
    run = neighbours.pytest("-n", "2", "--deadline", str(DEADLINE))
    assert_each_costs_only_itself(run, neighbours, told)


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf"])
def test_a_deadline_is_a_number_of_seconds(neighbours, seconds):
    neighbours.seat(RIGHT)
    run = neighbours.pytest("--deadline", seconds)
    assert run.status == pytest.ExitCode.USAGE_ERROR
    (line,) = run.screen.strip().splitlines()
    assert f"--deadline {seconds}: a number of seconds, please" in line


@pytest.mark.parametrize("where", ["at import", "in a call"])
def test_who_reads_the_reference_has_not_solved_it(neighbours, where):
    """Side by side, each the reference of its own kata."""
    sources = []
    for kata, name in zip(CURRICULUM[1:], spies_on(FIRST), strict=False):
        spy = spies_on(kata)[name]
        if where == "at import":
            sources.append(at_import(spy, SPY))
        else:
            sources.append(in_a_call(spy, RIGHT).replace("return 1", "return it['one']()"))
    neighbours.seat(*sources)
    told = [r"(?i)solution"] * len(sources)
    assert_each_costs_only_itself(neighbours.pytest(), neighbours, *told)


FORBIDDING = """\
import html
from katas._dojo.writing.forbidding import forbid_code_of
""" + SPEC.replace(
    "    assert one() == 1",
    "    with forbid_code_of('html', because='Escape it yourself.'):\n        assert one() == 1",
)
FORBIDDEN = "html.escape('<')"
HIDDEN = {
    "openly": FORBIDDEN,
    "without a profile": f"sys.setprofile(None)\n{FORBIDDEN}",
    "with another profile": f"sys.setprofile(lambda *event: None)\n{FORBIDDEN}",
    "in a thread": (
        f"thread = threading.Thread(target=lambda: {FORBIDDEN})\nthread.start()\nthread.join()"
    ),
    "in a thread without a profile": (
        "threading.setprofile(None)\n"
        f"thread = threading.Thread(target=lambda: {FORBIDDEN})\n"
        "thread.start()\n"
        "thread.join()"
    ),
    "in a pool": f"concurrent.futures.ThreadPoolExecutor(1).submit(lambda: {FORBIDDEN}).result()",
}


def test_what_is_forbidden_is_seen_however_it_is_hidden(neighbours):
    imports = "import concurrent.futures, html, sys, threading\n"
    neighbours.seat(*(in_a_call(f"{imports}{hidden}") for hidden in HIDDEN.values()))
    _, *hidden, _ = neighbours.katas
    for kata in hidden:
        spec = FORBIDDING.format(kata=str(kata).replace("/", "."))
        neighbours.workshop.plain_spec(kata, spec)
    told = [r"Escape it yourself\."] * len(hidden)
    assert_each_costs_only_itself(neighbours.pytest(), neighbours, *told)


def test_the_reference_may_read_itself(neighbours):
    """As torch does where it writes down by whom a random number generator was seeded."""
    neighbours.seat()
    solution = neighbours.root / FIRST.solution.relative_to(ROOT)
    read = "import linecache\n    return len([linecache.getlines(__file__)])"
    solution.write_text(RIGHT.replace("return 1", read))
    run = neighbours.workshop.pytest("--solutions", f"katas/{FIRST}.py")
    assert run.status == 0, run.screen


def test_what_is_no_file_is_told(neighbours):
    """A folder in the place of a kata, a link that leads nowhere, one that leads to itself."""
    neighbours.seat(RIGHT, RIGHT, RIGHT)
    folder, nowhere, itself = map(neighbours.stub, neighbours.katas[1:-1])
    for path in (folder, nowhere, itself):
        path.unlink()
    folder.mkdir()
    nowhere.symlink_to("nowhere.py")
    itself.symlink_to(itself.name)
    assert_each_costs_only_itself(neighbours.pytest(), neighbours, r".", r".", r".")


@pytest.mark.parametrize(
    "number",
    [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT],
    ids=lambda number: number.name,
)
def test_a_run_that_is_ended_keeps_what_had_ended(neighbours, number):
    neighbours.seat(RIGHT)
    neighbours.stub(THIRD).write_text(in_a_call("import time\ntime.sleep(1000)"))
    pid = neighbours.begin("--deadline", "1000")
    give_up = time.monotonic() + PATIENCE
    while neighbours.status(FIRST) != "solved":
        assert os.waitpid(pid, os.WNOHANG) == (0, 0), neighbours.screen.read_text()
        assert time.monotonic() < give_up
        time.sleep(0.01)
    os.kill(pid, number)
    run = neighbours.end(pid)
    assert run.status != 0
    assert "Traceback" not in run.screen
    assert neighbours.status(FIRST) == "solved"
    assert neighbours.status(THIRD) is None


def become_pytest_without_privileges(root: Path, arguments: list[str]) -> NoReturn:
    """Capabilities let root write everywhere; without them a read-only folder is just that.

    Not as another user, to whom Python's own files may be closed.
    """
    version_3 = (ctypes.c_uint32 * 2)(0x20080522, 0)
    assert ctypes.CDLL(None).capset(version_3, (ctypes.c_uint32 * 6)()) == 0
    become_pytest(root, arguments)


@pytest.mark.parametrize("known", ["nothing", "a run"])
def test_a_checkout_that_cannot_be_written_remembers_nothing_and_says_so(neighbours, known):
    neighbours.seat(RIGHT)
    if known == "a run":
        neighbours.pytest()
    neighbours.stub(SECOND).write_text(WRONG)
    for path in [*neighbours.root.rglob("*"), neighbours.root]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    run = neighbours.pytest(become=become_pytest_without_privileges)
    assert run.status == 1, run.screen
    assert "INTERNALERROR" not in run.screen
    assert "Traceback" not in run.screen
    assert "Warning" not in run.screen
    assert f"1 of 3 katas · next: {SECOND}" in run.lines
    assert re.search(GOT_7, rows_of(run, SECOND))
    assert len(re.findall(r"(?m)^.*(?:remember|forgotten).*$", run.screen)) == 1, run.screen
    assert neighbours.status(SECOND) == (None if known == "nothing" else "solved")


MISTAKES = (
    "from katas._dojo.writing.mistakes import instead_of\n\n\n@instead_of({})\ndef it():\n    {}\n"
)
STALE = """\
from katas._dojo.writing.mistakes import Edit

it = Edit("You took 8.", {"return 8": "return 7"})
"""
SAID = r"(?s)got +7\n.*expected +1\n.*fault of the suite"
BROKEN_DIAGNOSES = {
    "raises": ("1 / 0\n", SAID),
    "cannot be read": ("def f(:\n", SAID),
    "leaves": ("raise SystemExit(0)\n", SAID),
    "is about nothing": (MISTAKES.format("'three'", "return 7"), GOT_7),
    "has no words": (MISTAKES.format("'one'", "return 7"), r"got +7"),
    "is a stale edit": (STALE, SAID + r".* 'return 8' does not stand in the reference"),
}


def test_a_diagnosis_that_breaks_costs_no_failure(neighbours):
    """Side by side, each in a kata of its own."""
    catalogues, told = zip(*BROKEN_DIAGNOSES.values(), strict=True)
    neighbours.seat(*[WRONG] * len(catalogues))
    for kata, mistakes in zip(neighbours.katas[1:-1], catalogues, strict=True):
        (neighbours.root / kata.mistakes.relative_to(ROOT)).write_text(mistakes)
    assert_each_costs_only_itself(neighbours.pytest(), neighbours, *told)


ON_THE_LEFT = """

def pad(shape, length):
    return (*shape, *[1] * (length - len(shape)))


def broadcast_shape(*shapes):
    length = max(map(len, shapes), default=0)
    columns = zip(*(pad(shape, length) for shape in shapes), strict=True)
    return tuple(map(_common_size, columns))
"""
A_CLASS = """

class Columns(list):
    pass


def broadcast_shape(*shapes):
    return tuple(map(_common_size, Columns(zip_longest(*shapes, fillvalue=1))))
"""
A_VALUE = """

size_of = _common_size


def broadcast_shape(*shapes):
    return tuple(map(size_of, zip_longest(*shapes, fillvalue=1)))
"""


@pytest.mark.parametrize(
    "helper", [ON_THE_LEFT, A_CLASS, A_VALUE], ids=["function", "class", "value"]
)
def test_a_helper_may_have_any_name(workshop, helper):
    workshop.answer(BROADCASTING, BROADCASTING.solution.read_text() + helper)
    run = workshop.pytest(f"katas/{BROADCASTING}.py")
    assert run.status == 1
    assert "INTERNALERROR" not in run.screen
    assert "Traceback" not in run.screen
    assert run.lines[-3] == f"0 of 1 katas · next: {BROADCASTING}"
    rows = rows_of(run, BROADCASTING)
    assert re.search(r"(?s)called +broadcast_shape\(.*\n +got +.*\n +expected +", rows)
    assert f"Edit katas/{BROADCASTING}.py:" in rows


AS_IN_THE_BOOK = """

def model(t_u, w, b):
    return w * t_u + b


def loss_fn(t_p, t_c):
    return ((t_p - t_c) ** 2).mean()


def training_loop(n_epochs, learning_rate, params, t_u, t_c):
    for epoch in range(1, n_epochs + 1):
        loss = loss_fn(model(t_u, *params), t_c)
        loss.backward()
        with torch.no_grad():
            params -= learning_rate * params.grad
    return params
"""


def test_the_books_own_helpers_are_no_part_of_the_kata(workshop):
    workshop.answer(ACCUMULATION, ACCUMULATION.solution.read_text() + AS_IN_THE_BOOK)
    run = workshop.pytest(f"katas/{ACCUMULATION}.py", "--device", "cpu")
    assert run.status == 1
    assert "INTERNALERROR" not in run.screen
    assert "Traceback" not in run.screen
    assert run.lines[-3] == f"0 of 1 katas · next: {ACCUMULATION}"
    rows = rows_of(run, ACCUMULATION)
    assert re.search(r"called +training_loop\(", rows)
    assert f"Edit katas/{ACCUMULATION}.py:" in rows
