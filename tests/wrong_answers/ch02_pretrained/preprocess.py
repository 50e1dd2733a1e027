"""Wrong answers to ch02_pretrained/preprocess, as people write them."""

import numpy as np
import torch
from torchvision import transforms
from torchvision.transforms import v2

from katas._dojo.writing.mistakes import instead_of

mean, std = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]


@instead_of("preprocess")
def into_a_square(img):
    """Resizing to a square squeezes what is not square.

    Known: squeezed_into_a_square.
    """
    t = transforms.Compose(
        [
            transforms.Resize((256, 256)),
            transforms.CenterCrop(224),
            transforms.ToTensor(),
            transforms.Normalize(mean, std),
        ]
    )
    return t(img)


@instead_of("preprocess")
def floats_without_scale(img):
    """Bytes become floats up to 255, and the mean of numbers up to 1 is taken off.

    Known: never_scaled.
    """
    x = v2.functional.pil_to_tensor(v2.functional.center_crop(v2.functional.resize(img, 256), 224))
    x = x.float()
    return (x - torch.tensor(mean).view(3, 1, 1)) / torch.tensor(std).view(3, 1, 1)


@instead_of("preprocess")
def by_numpy(img):
    """The numbers are float64.

    Known: in_float64.
    """
    img = transforms.CenterCrop(224)(transforms.Resize(256)(img))
    array = (np.array(img) / 255 - np.array(mean)) / np.array(std)
    return torch.from_numpy(array.transpose(2, 0, 1))


@instead_of("preprocess")
def as_in_training(img):
    """A random part of the image, sometimes mirrored.

    Known: nothing.
    """
    t = v2.Compose(
        [
            v2.RandomResizedCrop(224),
            v2.RandomHorizontalFlip(),
            v2.ToImage(),
            v2.ToDtype(torch.float32, scale=True),
            v2.Normalize(mean, std),
        ]
    )
    return t(img)


@instead_of("preprocess")
def straight_to_224(img):
    """The whole of the shorter side is kept, and every channel is taken to [-1, 1].

    Known: no_margin, one_half_for_all.
    """
    t = v2.Compose(
        [
            v2.ToImage(),
            v2.Resize(224, antialias=True),
            v2.CenterCrop(224),
            v2.ToDtype(torch.float32, scale=True),
            v2.Normalize([0.5] * 3, [0.5] * 3),
        ]
    )
    return t(img)


@instead_of("preprocess")
def as_torchvision_begins(img):
    """A tensor from the start, and scale is not asked for.

    Known: a_tensor_never_scaled.
    """
    t = v2.Compose(
        [
            v2.ToImage(),
            v2.Resize(256),
            v2.CenterCrop(224),
            v2.ToDtype(torch.float32),
            v2.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
        ]
    )
    return t(img)


@instead_of("preprocess")
def for_the_network(img):
    """The book's next line is in here, too.

    Known: a_batch_of_one.
    """
    t = v2.Compose(
        [
            v2.Resize(256),
            v2.CenterCrop(224),
            v2.ToImage(),
            v2.ToDtype(torch.float32, scale=True),
            v2.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
        ]
    )
    return torch.unsqueeze(t(img), 0)


@instead_of("preprocess")
def cut_and_enlarged(img):
    """The two steps have changed places.

    Known: cut_before_resized.
    """
    t = transforms.Compose(
        [
            transforms.CenterCrop(224),
            transforms.Resize(256),
            transforms.ToTensor(),
            transforms.Normalize(mean, std),
        ]
    )
    return t(img)
