"""The book's own data."""

from __future__ import annotations

import torch


def thermometer(device, dtype) -> tuple[torch.Tensor, torch.Tensor]:
    """Eleven readings (§5.2.2): t_u in unknown units and t_c in °C, each of shape [11]."""
    t_u = [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]
    t_c = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
    return (
        torch.tensor(t_u, device=device, dtype=dtype),
        torch.tensor(t_c, device=device, dtype=dtype),
    )
