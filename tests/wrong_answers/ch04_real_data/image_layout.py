"""Wrong answers to ch04_real_data/image_layout, as people write them."""

import os

import numpy as np
import torch
from PIL import Image

from katas._dojo.writing.mistakes import instead_of


@instead_of("load_batch")
def as_listed(folder):
    """Files come as the folder lists them, and sizes are left to torch.

    Known: as_the_folder_lists_them, no_file_named.
    """
    tensors = []
    for name in os.listdir(folder):
        if not name.endswith(".png"):
            continue
        array = np.array(Image.open(folder / name).convert("RGB"))
        tensors.append(torch.from_numpy(array.transpose(2, 0, 1).copy()))
    return torch.stack(tensors)


@instead_of("load_batch")
def by_its_shape(folder):
    """The bytes are cut anew.

    Known: reshaped.
    """
    arrays = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".png":
            arrays[path.name] = np.asarray(Image.open(path).convert("RGB"))
    first = next(iter(arrays.values()))
    for name, array in arrays.items():
        if array.shape != first.shape:
            raise ValueError(name)
    height, width, channels = first.shape
    return torch.tensor(np.stack(list(arrays.values()))).view(-1, channels, height, width)


@instead_of("load_batch")
def made_to_fit(folder):
    """Images of another size are resized, and all are floats.

    Known: another_size_let_through, floats.
    """
    pictures = [Image.open(path).convert("RGB") for path in sorted(folder.glob("*.png"))]
    size = pictures[0].size
    batch = np.stack([np.array(picture.resize(size)) for picture in pictures])
    return torch.from_numpy(batch).permute(0, 3, 1, 2) / 255


@instead_of("load_batch")
def grey_in_red(folder):
    """A grey image is red, and lies on its side like all others.

    Known: grey_in_one_channel, height_and_width_exchanged.
    """
    batch = []
    for path in sorted(folder.glob("*.png")):
        array = np.array(Image.open(path))
        if array.ndim == 2:
            array = np.stack([array, 0 * array, 0 * array], axis=-1)
        image = torch.from_numpy(array.T[:3].copy())
        if batch and image.shape != batch[0].shape:
            raise ValueError(f"{path.name}: {list(image.shape)}")
        batch.append(image)
    return torch.stack(batch)


@instead_of("load_batch")
def as_many_bytes(folder):
    """An image of another shape, but as many bytes, is not refused by the name of its file.

    Known: nothing.
    """
    batch = []
    for name in sorted(it for it in os.listdir(folder) if it.endswith(".png")):
        image = torch.from_numpy(np.array(Image.open(folder / name).convert("RGB")))
        if batch and image.numel() != batch[0].numel():
            raise ValueError(name)
        batch.append(image.permute(2, 0, 1))
    return torch.stack(batch)


@instead_of("load_batch")
def images_with_channels_only(folder):
    """A grey image has no channels to be moved.

    Known: no_axis_of_channels.
    """
    batch = []
    for name in sorted(it for it in os.listdir(folder) if it.endswith(".png")):
        image = torch.from_numpy(np.array(Image.open(folder / name)))[..., :3]
        if batch and image.shape != batch[0].shape:
            raise ValueError(name)
        batch.append(image)
    return torch.stack(batch).permute(0, 3, 1, 2)
