"""Who listens to Python's audit events is in nobody's way, however late they come."""

import subprocess
import sys

from katas._dojo.curriculum import ROOT

ENDING = """
import os, sys
from katas._dojo.system import audit

class Late:
    def __del__(self, write=os.write, open=os.open, path=os.devnull, flags=os.O_RDONLY):
        write(1, f"opened {open(path, flags) > 2}".encode())

with audit.listening(lambda event, arguments: None):
    pass
sys.held = audit  # what is still held when Python ends loses its names before sys does
sys.late = Late()
"""


def test_a_file_can_be_opened_until_python_has_ended():
    run = subprocess.run([sys.executable, "-c", ENDING], cwd=ROOT, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("opened True", "")
