from torch import Tensor, nn


def load_body(model: nn.Module, weights: dict[str, Tensor], head: str) -> None:
    def of_head(name):
        return name.split(".")[0] == head

    body = {name: tensor for name, tensor in weights.items() if not of_head(name)}
    new = {name: tensor for name, tensor in model.state_dict().items() if of_head(name)}
    model.load_state_dict(body | new)


def train_head(model: nn.Module, head: str) -> None:
    model.requires_grad_(False)
    model.eval()
    model.get_submodule(head).requires_grad_(True).train()
