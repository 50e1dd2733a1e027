"""What is shown where few signs are known, as in a pipe on Windows: the others by their numbers."""

from __future__ import annotations

import sys


def pytest_configure():
    if getattr(sys.stdout, "errors", None) == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
