"""Preprocessing (§2.1.4).

A pretrained network wants its images as those that it learned from: of one size, whatever their
shape was, and with each channel's numbers around 0.  torchvision.transforms.v2 has a transform
for each step, and Compose does one after the other.
"""

from PIL import Image
from torch import Tensor


def preprocess(img: Image.Image) -> Tensor:
    """Make a float32 tensor [3, 224, 224] of an RGB image, as ImageNet's networks want it.

    Resize it so that its shorter side has 256 pixels and its shape stays (by torchvision's
    default interpolation); cut 224 x 224 pixels out of its middle; scale bytes to numbers from
    0 to 1; then subtract the mean of each channel, red, green and blue: 0.485, 0.456, 0.406;
    and divide by its standard deviation: 0.229, 0.224, 0.225.  ``img`` stays as it is.
    """
    raise NotImplementedError
