from torch import Tensor


def for_imshow(image: Tensor) -> Tensor:
    return image.permute(1, 2, 0)


def batch_of_one(image: Tensor) -> Tensor:
    return image.reshape(1, -1)


def flatten_batch(images: Tensor) -> Tensor:
    return images.flatten(start_dim=1)
