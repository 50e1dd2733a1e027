"""A prediction over its slice (§13.6.4).

A number tells how wrong a model is, a picture tells where.  So the slice is shown in grey, and in
colour what was found (green), what was missed (orange), and what was taken for nodule that is none
(red).  The pictures go where the numbers go, and one can see them change as training goes on.
"""

from pathlib import Path

from torch import Tensor


def overlay(hu: Tensor, predicted: Tensor, label: Tensor) -> Tensor:
    """Return an image [H, W, 3] of red, green, blue between 0 and 1, in the dtype of ``hu``.

    ``hu`` [H, W] are Hounsfield units, float32 or float64: grey, from 0 at -1000 to 1 at 1000.
    ``predicted`` and ``label`` [H, W] are bool.  To the grey is added: 1 in green where both are
    True; 1 in red where only ``predicted`` is; 1 in red and 0.5 in green where only ``label`` is.
    Then all is halved, and last of all what lies below 0 becomes 0 and what lies above 1 becomes 1.
    """
    raise NotImplementedError


def log_overlay(log_dir: Path, tag: str, image: Tensor, n_seen: int) -> None:
    """Write ``image`` [H, W, 3] into an event file in ``log_dir``, for TensorBoard to show.

    It stands under ``tag``, and its step is ``n_seen``, the training samples seen so far.
    Afterwards the writer is closed.
    """
    raise NotImplementedError
