"""The machine of a run: what its times depend on, and nothing that tells whose it is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import torch

from tests.benchmarks.floor import n_cores

KEPT = ("machine", "system", "python_implementation", "python_version")
PACKAGES = ("torch", "numpy", "jax", "lightning")


def machine(info: dict) -> dict:
    """``info`` is pytest-benchmark's: with the host's name, its kernel, the clock of this second.

    Two runs on one machine give the same, so that a comparison can tell machines apart.
    """
    cpu = {fact: info["cpu"].get(fact) for fact in ("brand_raw", "count")}
    gpu = torch.cuda.get_device_name() if torch.cuda.is_available() else None
    facts = {"cpu": cpu, "threads": n_cores(), "gpu": gpu, "versions": _versions()}
    return facts | {fact: info[fact] for fact in KEPT}


def described(machine: dict) -> dict[str, str]:
    """What ``machine`` gives, in words."""
    cpu = machine["cpu"]
    return {
        "CPU": f"{cpu['brand_raw'] or machine['machine']}: {cpu['count']} logical cores, "
        f"{machine['threads']} of them for this process",
        "GPU": machine["gpu"] or "none",
        "System": f"{machine['system']}, {machine['machine']}",
        "Python": f"{machine['python_implementation']} {machine['python_version']}",
        **machine["versions"],
    }


def _versions() -> dict[str, str]:
    versions = {}
    for package in PACKAGES:
        try:
            versions[package] = version(package)
        except PackageNotFoundError:  # the peers are optional
            continue
    return versions
