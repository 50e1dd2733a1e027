"""Images as tensors (§7.1.3).

A picture comes as bytes from 0 to 255, row by row, the colours of each pixel together:
H x W x C.  A model wants floats from 0.0 to 1.0, and its channels first: C x H x W.

The book calls torchvision's ToTensor.  Here torchvision's transforms are not to be called.
"""

import numpy as np
from PIL import Image
from torch import Tensor


def to_tensor(image: Image.Image | np.ndarray) -> Tensor:
    """Return ``image`` as a new tensor [C, H, W], float32 and contiguous.

    ``image`` is a PIL image of mode L, RGB or RGBA, or a NumPy array [H, W, C] of any number of
    channels, which may be a flipped or cropped view of another one.  A grey image, mode L or an
    array [H, W], has one channel.

    Bytes, uint8, are divided by 255.  An array of float32 is taken to be from 0.0 to 1.0 already,
    and keeps its numbers.

    >>> to_tensor(np.array([[[255, 51, 0]]], dtype=np.uint8))
    tensor([[[1.0000]], [[0.2000]], [[0.0000]]])
    """
    raise NotImplementedError
