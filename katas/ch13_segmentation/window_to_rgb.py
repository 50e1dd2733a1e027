"""A slice as an image (§15, second edition).

Networks that were trained on photographs expect three channels of bytes, and a scan has one of
Hounsfield units.  A window says which of these are black and which are white.  It is the same for
all slices: stretched from its own darkest to its own brightest value, each slice would have a scale
of its own, and the same tissue another grey in each.
"""

from torch import Tensor


def window_to_rgb(hu: Tensor, low: float = -1000.0, high: float = 300.0) -> Tensor:
    """Return ``hu`` [H, W] as an image [H, W, 3] of grey: uint8, from 0 to 255.

    Hounsfield units are integers or floats.  ``low`` and what is below it is 0, ``high`` and what
    is above it is 255.  What is in between is so in proportion; whether a fraction is rounded or
    cut off is left open.
    """
    raise NotImplementedError
