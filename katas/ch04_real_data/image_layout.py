"""A batch of images from a folder (§4.1.3).

In a file, the colours of each pixel stand together: height x width x channels.  Torch wants the
channels first, and many images in one tensor: N x C x H x W.  A grey image has one channel only;
some have a fourth, alpha, which says how opaque each pixel is.  In a batch all have three.
"""

from pathlib import Path

from torch import Tensor


def load_batch(folder: Path) -> Tensor:
    """Return the images in ``folder`` as bytes, uint8 of shape [N, 3, H, W].

    These are the files that end in .png, in the order of their names; Pillow reads them.  Of a grey
    image, red, green and blue are all its grey; alpha is dropped.  All images are of one size: one
    of another size than the first raises ValueError, which names the file.
    """
    raise NotImplementedError
