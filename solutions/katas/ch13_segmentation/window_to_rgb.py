from torch import Tensor


def window_to_rgb(hu: Tensor, low: float = -1000.0, high: float = 300.0) -> Tensor:
    share = (hu - low) / (high - low)
    grey = (255 * share.clamp(0, 1)).byte()  # clamped first: a byte wraps
    return grey[..., None].repeat(1, 1, 3)
