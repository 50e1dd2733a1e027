from collections.abc import Callable

from torch import Tensor
from torch.nn.functional import l1_loss

Generator = Callable[[Tensor], Tensor]


def cycle_loss(to_zebra: Generator, to_horse: Generator, horses: Tensor, zebras: Tensor) -> Tensor:
    horses_again = to_horse(to_zebra(horses))
    zebras_again = to_zebra(to_horse(zebras))
    return l1_loss(horses_again, horses) + l1_loss(zebras_again, zebras)
