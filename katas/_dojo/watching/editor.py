"""The learner's own editor, at the line that matters."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from katas._dojo.system.signals import ON_ITS_OWN

# How each is told the line; any other editor is given the file alone.
LINES = {
    "+{line} {file}": ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe"],
    "{file}:{line}": ["hx", "helix"],
}
VS_CODE = ["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"]
PYCHARM = ["pycharm", "charm", "idea"]
# These have windows of their own, so the terminal stays with the watch.
LINES_IN_A_WINDOW = {
    "--goto {file}:{line}": VS_CODE,
    "{file}:{line}": ["subl", "zed", "zeditor"],
    "--line {line} {file}": PYCHARM,
    "+{line} {file}": ["gvim", "mvim", "nvim-qt"],
    "{file}": ["notepad", "open"],
}
# Where the terminal is a part of an editor, it says so.
AROUND = {("TERM_PROGRAM", "vscode"): VS_CODE, ("TERMINAL_EMULATOR", "JetBrains-JediTerm"): PYCHARM}
SILENT = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
EXAMPLE = '$env:VISUAL = "code"' if sys.platform == "win32" else "export VISUAL=code"


class Editor:
    """``$VISUAL``, ``$EDITOR``, or else the editor of which the terminal is a part."""

    def __init__(self):
        self.started: list[tuple[str, subprocess.Popen]] = []  # in windows of their own

    def open(self, path: Path, line: int, *, beside: bool = False) -> str:
        """Open ``path``, ``beside`` the terminal if asked; return what went wrong, if anything."""
        commands = [it for it in _commands() if not beside or _shape(LINES_IN_A_WINDOW, it)]
        if not commands:
            kind = "one with a window of its own" if beside else "your editor"
            return f"Set VISUAL or EDITOR to {kind}, and start again: {EXAMPLE}"
        command, in_window = commands[0], _shape(LINES_IN_A_WINDOW, commands[0])
        shape = in_window or _shape(LINES, command) or "{file}"
        filled = [part.format(file=path, line=line) for part in shape.split()]
        # Windows by itself finds only what ends in .exe, and VS Code's is code.cmd.
        whole = [shutil.which(command[0]) or command[0], *command[1:], *filled]
        try:
            if in_window:
                process = subprocess.Popen(whole, **SILENT, **ON_ITS_OWN)
                self.started.append((command[0], process))
                return ""
            status = subprocess.call(whole)
        except OSError as error:
            return f"{command[0]} did not start: {error}"
        return _trouble(command[0], status)

    def trouble(self) -> str:
        """What has gone wrong since in a window, told once."""
        ended = [(name, it.returncode) for name, it in self.started if it.poll() is not None]
        self.started = [it for it in self.started if it[1].returncode is None]
        return next(filter(None, (_trouble(*it) for it in ended)), "")


def _trouble(name: str, status: int) -> str:
    return f"{name} ended with status {status}" if status else ""


def _commands() -> list[list[str]]:
    """The editors that may be meant, the likely one first."""
    named = [os.environ.get(name, "").strip() for name in ("VISUAL", "EDITOR")]
    around = [
        name
        for (variable, value), names in AROUND.items()
        if os.environ.get(variable) == value
        for name in filter(shutil.which, names)
    ]
    return [_split(it) for it in [*named, *around] if it]


def _split(said: str) -> list[str]:
    """A program and its options; a path with spaces may stand there as it is."""
    if shutil.which(said):
        return [said]
    try:
        parts = shlex.split(said, posix=sys.platform != "win32")
    except ValueError:
        return [said]
    return [part.strip('"') for part in parts]  # which Windows' way leaves in place


def _shape(shapes: dict[str, list[str]], command: list[str]) -> str | None:
    name = Path(command[0]).stem
    return next((shape for shape, names in shapes.items() if name in names), None)
