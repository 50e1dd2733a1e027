"""``tmp_path``: a folder for a test alone, as pytest's own but without a number in its name.

To find a free number pytest reads the names of all the others, and it keeps a link to the last:
that takes longer than most tests.  And a number may be taken for one that an error has to name.
"""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from string import ascii_lowercase

import pytest


@pytest.fixture
def tmp_path(request, tmp_path_factory) -> Path:
    name = re.sub(r"\W", "_", request.node.name)[:30]
    letters = "".join(secrets.choice(ascii_lowercase) for _ in range(10))
    path = tmp_path_factory.getbasetemp() / f"{name}_{letters}"
    path.mkdir(mode=0o700)
    return path
