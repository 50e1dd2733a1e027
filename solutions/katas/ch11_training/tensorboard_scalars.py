from collections.abc import Iterable
from pathlib import Path

from torch.utils.tensorboard import SummaryWriter


def log_history(
    log_dir: Path, history: Iterable[tuple[int, dict[str, float], dict[str, float]]]
) -> None:
    with SummaryWriter(log_dir / "trn") as trn, SummaryWriter(log_dir / "val") as val:
        for n_samples, *numbers in history:
            for writer, scalars in zip((trn, val), numbers, strict=True):
                for tag, scalar in scalars.items():
                    writer.add_scalar(tag, scalar, n_samples)
