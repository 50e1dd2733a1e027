"""Images of ten kinds in the files of CIFAR-10, drawn: as good as photographs to learn from.

Airplanes and birds differ by their shape, whatever their place, direction, size and colour; the
sky behind them is a hint, which is right more often than not.  A linear model finds the hint
only, a convolution the shapes.
"""

from __future__ import annotations

import pickle
from pathlib import Path

import torch
from torch import Tensor

NAMES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]
AIRPLANE, BIRD = NAMES.index("airplane"), NAMES.index("bird")
PER_BATCH = {kind: 200 if kind in (AIRPLANE, BIRD) else 25 for kind in range(len(NAMES))}
SIZE = 32
NOISE = 18.0  # of 255


def draw_all(folder: Path) -> None:
    """Write five batches of training images, the test batch and the names of the classes."""
    folder.mkdir(parents=True)
    names = [f"data_batch_{n}" for n in range(1, 6)] + ["test_batch"]
    for seed, name in enumerate(names):
        images, labels = draw_batch(seed)
        rows = images.flatten(1).numpy()  # all red, then all green, then all blue
        files = [f"{NAMES[label]}_s_{n:06}.png" for n, label in enumerate(labels)]
        content = {"batch_label": name, "labels": labels, "data": rows, "filenames": files}
        (folder / name).write_bytes(pickle.dumps(content, protocol=4))
    meta = {"label_names": NAMES, "num_cases_per_batch": len(labels), "num_vis": 3 * SIZE * SIZE}
    (folder / "batches.meta").write_bytes(pickle.dumps(meta, protocol=4))


def draw_batch(seed: int) -> tuple[Tensor, list[int]]:
    """Images [N, 3, 32, 32] of type uint8 and their labels, in random order."""
    generator = torch.Generator().manual_seed(seed)
    images = torch.cat([_draw(n, kind, generator) for kind, n in PER_BATCH.items()])
    labels = torch.tensor([kind for kind, n in PER_BATCH.items() for _ in range(n)])
    order = torch.randperm(len(labels), generator=generator)
    return images[order], labels[order].tolist()


def _draw(n: int, kind: int, generator: torch.Generator) -> Tensor:
    def between(low: float, high: float, channels: int = 1) -> Tensor:
        numbers = torch.rand(n, channels, 1, 1, generator=generator)
        return low + (high - low) * numbers

    ramp = torch.arange(SIZE) - (SIZE - 1) / 2
    size, angle = between(0.8, 1.15), between(0, 2 * torch.pi)
    y = (ramp[:, None] - between(-5, 5)) / size
    x = (ramp[None, :] - between(-5, 5)) / size
    along = angle.cos() * x + angle.sin() * y
    across = angle.cos() * y - angle.sin() * x
    shape = _shape(kind, along, across)
    hint = {AIRPLANE: [-14.0, 0.0, 14.0], BIRD: [10.0, 6.0, -12.0]}.get(kind, [0.0, 0.0, 0.0])
    colour = between(60, 200) + between(-40, 40, 3) + torch.tensor(hint).view(3, 1, 1)
    sky = colour + between(-2, 2, 3) * ramp[:, None]
    sign = between(0, 1).round() * 2 - 1  # darker than the sky, or brighter
    thing = sky.mean(dim=(2, 3), keepdim=True) + sign * between(25, 70) + between(-20, 20, 3)
    noise = NOISE * torch.randn(n, 3, SIZE, SIZE, generator=generator)
    return (torch.where(shape, thing, sky) + noise).clamp(0, 255).to(torch.uint8)


def _shape(kind: int, along: Tensor, across: Tensor) -> Tensor:
    """Where the thing is, in its own coordinates: pixels ``along`` it and ``across``."""
    if kind == AIRPLANE:
        fuselage = (along.abs() < 9) & (across.abs() < 1.2)
        wings = (along.abs() < 1.2) & (across.abs() < 9)
        tail = ((along + 7.5).abs() < 1) & (across.abs() < 3.5)
        return fuselage | wings | tail
    if kind == BIRD:
        body = (along / 6) ** 2 + (across / 2.6) ** 2 < 1
        wings = ((along - 1 + 0.09 * across**2).abs() < 1.2) & (across.abs() < 9)
        return body | wings
    return (along / (4 + kind)) ** 2 + (across / (13 - kind)) ** 2 < 1
