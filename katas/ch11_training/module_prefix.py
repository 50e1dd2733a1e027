"""The names of a wrapped model (§11.3.1).

nn.DataParallel keeps the model as its ``module``, so the names in its state dict begin with
"module.".  Somebody with one device saves and loads without it.  With ``strict=False`` names that
do not fit are passed over, and all weights stay as they were, without a word.
"""

from torch import Tensor, nn


def bare_state_dict(model: nn.Module) -> dict[str, Tensor]:
    """Return the state dict as if ``model`` had never been in an nn.DataParallel, if it is in one.

    Any other model is bare, also one that has a ``module`` of its own.
    """
    raise NotImplementedError


def load_anyhow(model: nn.Module, state: dict[str, Tensor]) -> None:
    """Load ``state`` into ``model``; either may be of a model that is in an nn.DataParallel.

    A state is of such a model if all of its names begin with "module.".  Only this beginning is
    not part of a name: "encoder.module.weight" is one.  Raises RuntimeError, as load_state_dict
    does, if names are missing or unknown.  The dict ``state`` stays as it is.
    """
    raise NotImplementedError
