from torch import Tensor


def hounsfield(voxels: Tensor, low: float = -1000, high: float = 1000) -> Tensor:
    # What is float32 already is not copied here, but clamp gives a tensor of its own.
    return voxels.float().clamp(low, high)
