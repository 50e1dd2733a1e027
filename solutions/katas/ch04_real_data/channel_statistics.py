from torch import Tensor


def standardize(batch: Tensor) -> Tensor:
    pixels = batch.float()
    mean = pixels.mean(dim=(0, 2, 3), keepdim=True)
    std = pixels.std(dim=(0, 2, 3), keepdim=True)
    return (pixels - mean) / std
