"""Right answers to ch02_pretrained/preprocess, written differently."""

import numpy as np
import torch
from PIL import Image
from torchvision import transforms
from torchvision.transforms import v2

from katas._dojo.writing.mistakes import instead_of


@instead_of("preprocess")
def as_the_book_does(img):
    preprocess = transforms.Compose(
        [
            transforms.Resize(256),
            transforms.CenterCrop(224),
            transforms.ToTensor(),
            transforms.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
        ]
    )
    return preprocess(img)


@instead_of("preprocess")
def a_tensor_from_the_start(img):
    x = v2.functional.to_dtype(v2.functional.pil_to_tensor(img), torch.float32, scale=True)
    x = v2.functional.normalize(x, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    return v2.functional.center_crop(v2.functional.resize(x, [256], antialias=True), [224, 224])


@instead_of("preprocess")
def by_pillow(img):
    width, height = img.size
    factor = 256 / min(width, height)
    img = img.resize((round(width * factor), round(height * factor)), Image.Resampling.BILINEAR)
    left, top = (img.width - 224) // 2, (img.height - 224) // 2
    pixels = np.asarray(img, dtype=np.float32)[top : top + 224, left : left + 224] / 255
    pixels = (pixels - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]
    return torch.tensor(pixels.transpose(2, 0, 1), dtype=torch.float32)
