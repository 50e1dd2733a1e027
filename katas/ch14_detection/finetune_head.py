"""Fine-tuning the head (§14.5.3).

A network that tells nodules from other things has learned what a nodule looks like.  To tell
malignant ones from benign ones it keeps its body, trained and frozen, and only a new head is
trained.
"""

from torch import Tensor, nn


def load_body(model: nn.Module, weights: dict[str, Tensor], head: str) -> None:
    """Load ``weights``, all but those of the head, into ``model``, whose own head stays as it is.

    ``weights`` is the state dict of a trained network that is like ``model``, but for its head,
    which may be another one.  ``head`` is the name of that child in both.

    Raises RuntimeError, as ``load_state_dict`` does, if something else than the head is missing
    or unknown.
    """
    raise NotImplementedError


def train_head(model: nn.Module, head: str) -> None:
    """Make ``model`` ready for an epoch in which its head, and nothing else, is trained.

    Only parameters of the head get gradients, and only the head is in train mode: dropout is off
    everywhere else, and batch norm keeps its statistics.
    """
    raise NotImplementedError
