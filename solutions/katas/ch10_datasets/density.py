from torch import Tensor, int16
from torch.nn.functional import pad


def to_density(hu: Tensor) -> Tensor:
    # In int16 metal would overflow: 32000 + 1000 is -32536.
    return (hu.float() + 1000).clamp(min=0) / 1000


def to_hounsfield(density: Tensor) -> Tensor:
    return (density * 1000 - 1000).round().to(int16)


def pad_with_air(hu: Tensor, width: int) -> Tensor:
    return pad(hu, (width,) * 6, value=-1000)
