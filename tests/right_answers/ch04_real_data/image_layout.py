"""Right answers to ch04_real_data/image_layout, written differently."""

import os

import numpy as np
import torch
from PIL import Image

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "All images so far are of the first one's size.": [("images[0].shape", "images[-1].shape")],
    "Whoever raises an error gives back no list.": [
        (
            """
        if images and image.shape != images[0].shape:
            raise ValueError(f"{path.name} is not as large as the first image")
        images.append(image)
""",
            """
        images.append(image)
        if images and image.shape != images[0].shape:
            raise ValueError(f"{path.name} is not as large as the first image")
""",
        ),
    ],
}


@instead_of("load_batch")
def the_lines_of_the_book(folder):
    filenames = [name for name in os.listdir(folder) if os.path.splitext(name)[-1] == ".png"]
    filenames.sort()
    batch = None
    for i, filename in enumerate(filenames):
        img_arr = np.array(Image.open(os.path.join(folder, filename)))
        if img_arr.ndim == 2:
            img_arr = np.stack([img_arr] * 3, axis=-1)
        img_t = torch.from_numpy(img_arr)
        img_t = img_t.permute(2, 0, 1)
        img_t = img_t[:3]
        if batch is None:
            batch = torch.zeros(len(filenames), *img_t.shape, dtype=torch.uint8)
        if img_t.shape != batch.shape[1:]:
            raise ValueError(f"{filename}: {list(img_t.shape)}")
        batch[i] = img_t
    return batch


@instead_of("load_batch")
def all_of_it_in_numpy(folder):
    arrays = {}
    for path in sorted(folder.iterdir()):
        if path.suffix == ".png":
            with Image.open(path) as image:
                arrays[path.name] = np.asarray(image.convert("RGB"))
    first, *_ = arrays.values()
    other = [name for name, array in arrays.items() if array.shape != first.shape]
    if other:
        raise ValueError(f"of another size: {', '.join(other)}")
    return torch.tensor(np.moveaxis(np.stack(list(arrays.values())), -1, 1))
