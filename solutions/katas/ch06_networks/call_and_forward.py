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


def outputs_of(model: nn.Module, name: str, x: Tensor) -> list[Tensor]:
    outputs = []
    submodule = model.get_submodule(name)
    # The handle is a context manager: it removes its hook, whatever happens.
    with submodule.register_forward_hook(lambda module, args, output: outputs.append(output)):
        model(x)
    return outputs
