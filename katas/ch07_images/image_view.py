"""Views of an image (§7.1.3, §7.2.4).

In PyTorch an image is [3, H, W], its channels first: all of red, then green, then blue.  Matplotlib
wants the three colours of a pixel together, [H, W, 3].  A fully connected model wants a batch of
rows, [N, 3 * H * W].

permute puts the dimensions in another order.  view and reshape leave the numbers as they follow
one another and only cut them anew: the shape is right even where the image is destroyed.

Images are contiguous, of any dtype, and stay as they are.  Gradients flow through the rows.
"""

from torch import Tensor


def for_imshow(image: Tensor) -> Tensor:
    """Return ``image``, [3, H, W], as matplotlib's imshow takes it, [H, W, 3].

    >>> for_imshow(torch.tensor([[[1, 2]], [[3, 4]], [[5, 6]]]))
    tensor([[[1, 3, 5], [2, 4, 6]]])
    """
    raise NotImplementedError


def batch_of_one(image: Tensor) -> Tensor:
    """Return ``image``, [3, H, W], as the one row of a batch, its numbers in their order.

    >>> batch_of_one(torch.tensor([[[1, 2]], [[3, 4]], [[5, 6]]]))
    tensor([[1, 2, 3, 4, 5, 6]])
    """
    raise NotImplementedError


def flatten_batch(images: Tensor) -> Tensor:
    """Return ``images``, [N, 3, H, W], as a row for each image, as ``batch_of_one`` has it.

    >>> flatten_batch(torch.zeros(64, 3, 32, 32)).shape
    torch.Size([64, 3072])
    """
    raise NotImplementedError
