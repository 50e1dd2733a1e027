"""The ``device`` and ``dtype`` that a spec asks for by naming them as arguments.

They are parameters, not fixtures: session-scoped fixtures would reorder the tests, and
function-scoped ones trip Hypothesis.
"""

from __future__ import annotations

import functools
import os

import pytest

DEVICES = ("cpu", "cuda")


def pytest_addoption(parser):
    parser.getgroup("katas").addoption(
        "--device",
        action="append",
        metavar="{cpu,cuda}",
        help="run the specs on this device only (default: on every device there is)",
    )


def pytest_configure(config):
    chosen = config.option.device or []
    for device in chosen:
        if device not in DEVICES:
            raise pytest.UsageError(
                f"--device: unknown device {device!r} (choose from {', '.join(DEVICES)})"
            )
    if "cuda" in chosen and not _cuda_is_available():
        raise pytest.UsageError("--device cuda: torch finds no CUDA device on this machine")


def pytest_generate_tests(metafunc):
    if "device" in metafunc.fixturenames:
        chosen = metafunc.config.option.device or DEVICES
        metafunc.parametrize("device", [_parameter(device) for device in dict.fromkeys(chosen)])
    if "dtype" in metafunc.fixturenames and not _parametrizes(metafunc, "dtype"):
        import torch

        metafunc.parametrize("dtype", [torch.float32, torch.float64])


def pytest_collection_modifyitems(config, items):
    """Where there is no CUDA, one skipped test says so for all parameters of its function."""
    told, repeated = set(), []
    for item in filter(runs_on_cuda, items):
        if _cuda_is_available():
            return
        if item.function in told:
            repeated.append(item)
        told.add(item.function)
    if repeated:
        config.hook.pytest_deselected(items=repeated)
        dropped = set(repeated)
        items[:] = [item for item in items if item not in dropped]


def pytest_make_parametrize_id(val):
    """Ids hold values: ``[cpu-float32-3x1-4]``."""
    if isinstance(val, tuple) and val and all(type(size) is int for size in val):
        return "x".join(map(str, val))
    if type(val).__module__ == "torch":
        return str(val).removeprefix("torch.")
    return None


def _parameter(device: str):
    if device == "cpu":
        return device
    marks = [
        pytest.mark.xdist_group("cuda"),  # with --dist loadgroup, one worker owns the context
        pytest.mark.skipif(not _cuda_is_available(), reason="no CUDA device on this machine"),
    ]
    return pytest.param(device, marks=marks)


def runs_on_cuda(item) -> bool:
    callspec = getattr(item, "callspec", None)
    return callspec is not None and callspec.params.get("device") == "cuda"


@functools.cache
def _cuda_is_available() -> bool:
    import torch

    # Asked otherwise, CUDA could not be used in a process that is forked later.
    os.environ.setdefault("PYTORCH_NVML_BASED_CUDA_CHECK", "1")
    return torch.cuda.is_available()


def _parametrizes(metafunc, argument: str) -> bool:
    """Whether the spec chooses the values of ``argument`` itself."""
    named = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    return any(
        argument in ([name.strip() for name in names.split(",")] if type(names) is str else names)
        for names in named
    )
