import torch
from torch import Tensor


def split_table(table: Tensor, column: int = -1) -> tuple[Tensor, Tensor]:
    column %= table.size(1)  # -1 is the last
    features = torch.cat([table[:, :column], table[:, column + 1 :]], dim=1)
    return features, table[:, column].long()
