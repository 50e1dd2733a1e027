"""The learner's own editor, at the line that matters."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

# How each is told the line; any other editor is given the file alone.
LINES = {
    "+{line} {file}": ["vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe"],
    "{file}:{line}": ["hx", "helix"],
}
# These have windows of their own, so the terminal stays with the watch.
LINES_IN_A_WINDOW = {
    "--goto {file}:{line}": ["code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"],
    "{file}:{line}": ["subl", "zed", "zeditor"],
    "--line {line} {file}": ["pycharm", "charm", "idea"],
    "+{line} {file}": ["gvim", "mvim", "nvim-qt"],
}


def open_at(path: Path, line: int) -> str:
    """Open ``path`` in ``$VISUAL`` or ``$EDITOR``; return what went wrong, if anything."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        return "Set VISUAL or EDITOR to your editor, and start again: export VISUAL=vim"
    try:
        command = shlex.split(editor, posix=os.name == "posix")
        name = Path(command[0]).stem
        if shape := _shape(LINES_IN_A_WINDOW, name):
            subprocess.Popen([*command, *_filled(shape, path, line)], stdout=subprocess.DEVNULL)
            return ""
        shape = _shape(LINES, name) or "{file}"
        status = subprocess.call([*command, *_filled(shape, path, line)])
    except (OSError, ValueError, IndexError) as error:
        return f"{editor} did not start: {error}"
    return f"{editor} ended with status {status}" if status else ""


def _shape(shapes: dict[str, list[str]], name: str) -> str | None:
    return next((shape for shape, names in shapes.items() if name in names), None)


def _filled(shape: str, path: Path, line: int) -> list[str]:
    return [part.format(file=path, line=line) for part in shape.split()]
