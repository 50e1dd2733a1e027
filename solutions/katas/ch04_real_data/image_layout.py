from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor


def load_batch(folder: Path) -> Tensor:
    images = []
    for path in sorted(folder.glob("*.png")):
        image = torch.from_numpy(np.array(Image.open(path).convert("RGB")))
        if images and image.shape != images[0].shape:
            raise ValueError(f"{path.name} is not as large as the first image")
        images.append(image)
    return torch.stack(images).permute(0, 3, 1, 2)
