from torch import nn


def finetune(model: nn.Module, depth: int) -> list[str]:
    blocks = [name for name, child in model.named_children() if list(child.parameters())]
    trained = blocks[max(len(blocks) - depth, 0) :]
    model.requires_grad_(False)
    for name in trained:
        model.get_submodule(name).requires_grad_(True)
    return trained
