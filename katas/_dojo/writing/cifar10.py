"""CIFAR-10 for torchvision's own class: the real one by ``--data``, else one that is drawn.

A kata cannot tell the difference.  torchvision knows the real files by their MD5 sums; the sums of
the drawn ones are compared here.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest

BATCHES = "cifar-10-batches-py"  # the folder that torchvision looks for
SUMS = "md5.json"


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--data",
        metavar="DIR",
        help=f"a folder with the real CIFAR-10 in {BATCHES} (default: images that are drawn)",
    )


def pytest_configure(config):
    given = config.option.data
    if given and not (Path(given) / BATCHES).is_dir():
        raise pytest.UsageError(f"--data: there is no folder {Path(given) / BATCHES}")


@pytest.fixture
def cifar10_root(request, monkeypatch) -> str:
    """The ``root`` of a CIFAR-10: ``CIFAR10(root, train=…, download=False)`` reads it."""
    from torchvision.datasets import cifar

    given = request.config.option.data
    if given:
        if broken := _damaged_original(Path(given)):
            pytest.fail(broken, pytrace=False)
        return given
    root = drawn(request.config)
    # The sums have just been compared, once for all tests: each time takes a tenth of a verdict.
    monkeypatch.setattr(cifar, "check_integrity", lambda path, _: Path(path).is_file())
    return str(root)


@functools.cache  # its files are large
def _damaged_original(root: Path) -> str | None:
    from torchvision.datasets import CIFAR10

    known = dict([*CIFAR10.train_list, *CIFAR10.test_list])
    return damaged(root, {**known, CIFAR10.meta["filename"]: CIFAR10.meta["md5"]})


def damaged(root: Path, sums: dict[str, str]) -> str | None:
    """What to say of the first file that is missing, or not the one with its MD5 sum."""
    for name, known in sums.items():
        path = root / BATCHES / name
        if not path.is_file():
            return f"CIFAR-10: {path} is missing"
        if _md5(path) != known:
            return f"CIFAR-10: {path} is damaged: its MD5 sum is not {known}"
    return None


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "md5").hexdigest()


def drawn(config) -> Path:
    """Where the drawn images lie: pytest's cache, under a name that changes with the drawing."""
    cache = getattr(config, "cache", None)  # that plugin may be off
    usual = config.rootpath / ".pytest_cache" / "d" / "cifar10"
    with contextlib.suppress(OSError):
        usual = cache.mkdir("cifar10") if cache else usual
    return _drawn_in(usual)


@functools.cache  # whoever is forked from here on may not be able to draw them
def _drawn_in(usual: Path) -> Path:
    from katas._dojo.writing import drawn_images

    version = _md5(Path(drawn_images.__file__))[:8]
    cached = _writable(usual)
    root = cached / version
    if _is_sound(root):
        return root
    begun = Path(tempfile.mkdtemp(dir=cached))
    drawn_images.draw_all(begun / BATCHES)
    sums = {path.name: _md5(path) for path in sorted((begun / BATCHES).iterdir())}
    (begun / SUMS).write_text(json.dumps(sums))
    if not _is_sound(root):  # else another process has drawn the same, and may be reading it
        shutil.rmtree(root, ignore_errors=True)
    try:
        begun.rename(root)
    except OSError:
        shutil.rmtree(begun)
    return root


def _writable(usual: Path) -> Path:
    """``usual``, or a cache of the user's, if the project lies where nobody may write."""
    with contextlib.suppress(OSError):
        usual.mkdir(parents=True, exist_ok=True)
        if os.access(usual, os.W_OK):
            return usual
    own = Path.home() / ".cache" / "torch-katas" / "cifar10"
    own.mkdir(parents=True, exist_ok=True)
    return own


def _is_sound(root: Path) -> bool:
    sums = root / SUMS
    return sums.exists() and not damaged(root, json.loads(sums.read_text()))
