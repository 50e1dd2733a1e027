"""``--contracts``: what each kata asks for, in lines to store and to compare.

For a course that has begun: with a tag or a commit after it, what has changed since then.
"""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import tarfile

import pytest
from _pytest.config import create_terminal_writer

from katas._dojo.curriculum import CURRICULUM, ROOT, Kata
from katas._dojo.reading import is_stub, signatures
from katas._dojo.showing.reset import original

VERSION = 1  # of what the lines look like, and of what the digests are taken of
NOW = ""  # --contracts with nothing after it
STUB = re.compile(r"katas/(ch\w+)/(?!test_)(\w+)\.py")

Contracts = dict[str, list[str]]  # by the name of the kata


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--contracts",
        nargs="?",
        const=NOW,
        metavar="SINCE",
        help="print each kata's names, signatures and digests; after a tag: what has changed since",
    )


def pytest_cmdline_main(config):
    since = config.option.contracts
    if since is None or config.option.help:
        return None
    terminal = create_terminal_writer(config, sys.stdout)
    contracts = {str(kata): contract(*_sources(kata)) for kata in CURRICULUM}
    if since == NOW:
        terminal.line(f"contracts {VERSION}")
        for kata, lines in contracts.items():
            for line in lines:
                terminal.line(f"{kata} {line}")
    else:
        for line in changes(contracts_at(since), contracts) or [f"nothing new since {since}"]:
            terminal.line(line)
    return pytest.ExitCode.OK


def contract(stub: bytes, spec: bytes) -> list[str]:
    return [f"stub {_digest(stub)} spec {_digest(spec)}", *signatures(stub)]


def contracts_at(commit: str) -> Contracts:
    """The contracts of all katas that there were at ``commit``."""
    command = ["git", "archive", "--format=tar", commit, "katas"]
    try:
        archive = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):  # OSError: no git on this machine
        raise pytest.UsageError(f"--contracts {commit}: git knows no such commit here") from None
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = {it.name: tar.extractfile(it).read() for it in tar if it.isfile()}
    return {
        f"{found[1]}/{found[2]}": contract(stub, files[spec])
        for name, stub in files.items()
        if (found := STUB.fullmatch(name))
        and (spec := f"katas/{found[1]}/test_{found[2]}.py") in files
    }


def changes(before: Contracts, now: Contracts) -> list[str]:
    """The lines that are gone and those that are new, kata by kata."""
    changed = []
    for kata in {**now, **before}:
        old, new = before.get(kata, []), now.get(kata, [])
        changed += [f"- {kata} {line}" for line in old if line not in new]
        changed += [f"+ {kata} {line}" for line in new if line not in old]
    return changed


def _sources(kata: Kata) -> tuple[bytes, bytes]:
    """The stub, whatever a learner has made of it, and the spec."""
    stub, spec = (it.read_bytes() if it.is_file() else b"" for it in (kata.stub, kata.spec))
    return stub if is_stub(stub) else original(kata) or stub, spec


def _digest(content: bytes) -> str:
    text = content.replace(b"\r\n", b"\n")  # a checkout may have changed git's line ends
    return hashlib.sha256(text).hexdigest()[:12]
