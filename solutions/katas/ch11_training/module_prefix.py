from torch import Tensor, nn


def bare_state_dict(model: nn.Module) -> dict[str, Tensor]:
    return _bare(model).state_dict()


def load_anyhow(model: nn.Module, state: dict[str, Tensor]) -> None:
    if all(name.startswith("module.") for name in state):
        state = {name.removeprefix("module."): tensor for name, tensor in state.items()}
    _bare(model).load_state_dict(state)


def _bare(model):
    return model.module if isinstance(model, nn.DataParallel) else model
