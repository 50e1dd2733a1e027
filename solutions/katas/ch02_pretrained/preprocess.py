import torch
from PIL import Image
from torch import Tensor
from torchvision.transforms import v2


def preprocess(img: Image.Image) -> Tensor:
    steps = v2.Compose(
        [
            v2.Resize(256),
            v2.CenterCrop(224),
            v2.ToImage(),
            v2.ToDtype(torch.float32, scale=True),
            v2.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
        ]
    )
    return steps(img)
