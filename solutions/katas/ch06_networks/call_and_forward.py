from torch import Tensor, nn


class TwoLayers(nn.Module):
    def __init__(self, n_hidden: int):
        super().__init__()
        self.hidden_linear = nn.Linear(1, n_hidden)
        self.hidden_activation = nn.Tanh()
        self.output_linear = nn.Linear(n_hidden, 1)

    def forward(self, x: Tensor) -> Tensor:
        hidden = self.hidden_activation(self.hidden_linear(x))
        return self.output_linear(hidden)
