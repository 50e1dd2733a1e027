import numpy as np
import torch
from PIL import Image
from torch import Tensor


def to_tensor(image: Image.Image | np.ndarray) -> Tensor:
    # A copy, since torch takes no array that is flipped, and shares with one that is not.
    pixels = torch.from_numpy(np.atleast_3d(np.array(image)))
    channels = pixels.permute(2, 0, 1).contiguous()
    return channels / 255 if channels.dtype == torch.uint8 else channels
