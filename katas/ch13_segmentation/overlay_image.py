"""A prediction over its slice (§13.6.4).

A number tells how wrong a model is, a picture tells where.  So the slice is shown in grey, and in
colour what was found (green), what was missed (orange), and what was taken for nodule that is none
(red).  The pictures go where the numbers go, and one can see them change as training goes on.
"""

from typing import Any

from torch import Tensor


def overlay(hu: Tensor, predicted: Tensor, label: Tensor) -> Tensor:
    """Return an image [H, W, 3] of red, green, blue between 0 and 1, in the dtype of ``hu``.

    ``hu`` [H, W] are Hounsfield units, floats: grey, from 0 at -1000 to 1 at 1000.  ``predicted``
    and ``label`` [H, W] are bool.  To the grey is added: 1 in green where both are True; 1 in red
    where only ``predicted`` is; 1 in red and 0.5 in green where only ``label`` is.  Then all is
    halved, and last of all what lies below 0 becomes 0 and what lies above 1 becomes 1.
    """
    raise NotImplementedError


def log_overlay(writer: Any, tag: str, image: Tensor, n_seen: int) -> None:
    """Write ``image`` [H, W, 3] under ``tag``, at ``n_seen`` training samples, and flush.

    ``writer`` is a SummaryWriter of torch.utils.tensorboard.  Its ``add_image(tag, image, step)``
    takes an image for [3, H, W], unless ``dataformats`` says something else.
    """
    raise NotImplementedError
