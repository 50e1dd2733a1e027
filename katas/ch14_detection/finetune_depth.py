"""Fine-tuning in depth (§14.5.3).

If a new head is not enough, the blocks before it are trained along with it, from the head
backwards, as many as the depth says.  Only blocks count that have something to train.
"""

from torch import nn


def finetune(model: nn.Module, depth: int) -> list[str]:
    """Let the last ``depth`` blocks of ``model`` be trained, and return their names, in its order.

    Blocks are those children of the model that have parameters.  Their parameters require
    gradients, and no other parameter of the model does, whatever was trained before.

    With a depth of 0 nothing is trained; if it is larger than the number of blocks, all blocks
    are.
    """
    raise NotImplementedError
