from torch import Tensor
from torch.nn.functional import interpolate


def full_size_labels(logits: Tensor, size: tuple[int, int]) -> Tensor:
    return interpolate(logits, size=size, mode="bilinear", align_corners=False).argmax(dim=1)
