"""Wrong answers to ch07_images/to_tensor, as people write them."""

import numpy as np
import torch
from PIL import Image

from katas._dojo.writing.mistakes import instead_of


@instead_of("to_tensor")
def the_shape_is_right(image):
    """The numbers are cut into another shape, instead of moving the axis.

    Known: reshaped.
    """
    array = np.array(image)
    if array.ndim == 2:
        array = array[:, :, np.newaxis]
    height, width, channels = array.shape
    tensor = torch.tensor(array).view(channels, height, width)
    if tensor.dtype == torch.uint8:
        tensor = tensor.float().div(255)
    return tensor


@instead_of("to_tensor")
def the_usual_line(image):
    """A flipped array is an error, floats are divided, the strides are those of the image.

    Known: flipped_arrays_refused, floats_divided_too, not_contiguous.
    """
    array = np.asarray(image)
    if array.ndim == 2:
        array = array[..., None]
    return torch.from_numpy(array).permute(2, 0, 1).float() / 255


@instead_of("to_tensor")
def a_look_at_the_largest(image):
    """What is above 1 is divided, so a very dark image is taken for floats.

    Known: bytes_told_by_their_size.
    """
    array = np.array(image, dtype=np.float32)
    if array.max() > 1:
        array /= 255
    if array.ndim == 2:
        return torch.from_numpy(array[None])
    return torch.from_numpy(np.ascontiguousarray(array.transpose(2, 0, 1)))


@instead_of("to_tensor")
def always_rgb(image):
    """Every image has three channels, whatever it had.

    Known: a_fourth_channel_dropped, grey_three_times.
    """
    if isinstance(image, Image.Image):
        image = image.convert("RGB")
    array = np.array(image)
    if array.ndim == 2:
        array = np.stack([array] * 3, axis=-1)
    tensor = torch.tensor(array[..., :3]).permute(2, 0, 1).contiguous()
    return tensor if tensor.is_floating_point() else tensor / 255


@instead_of("to_tensor")
def all_axes_turned_round(image):
    """Width comes before height.

    Known: height_and_width_exchanged.
    """
    array = np.array(image)
    scale = 255 if array.dtype == np.uint8 else 1
    if array.ndim == 2:
        array = np.expand_dims(array, 2)
    return torch.from_numpy((array.T / scale).astype(np.float32).copy())


@instead_of("to_tensor")
def in_double_precision(image):
    """NumPy divides in float64, and grey images stay without a channel.

    Known: in_float64, grey_without_its_channel.
    """
    array = np.array(image)
    if array.dtype == np.uint8:
        array = array / 255.0
    if array.ndim == 3:
        array = np.moveaxis(array, -1, 0).copy()
    return torch.from_numpy(array)
