from torch import Tensor


def embed(classes: Tensor, weight: Tensor, padding: int) -> Tensor:
    unknown = classes[(classes < 0) | (classes >= len(weight))]
    if len(unknown) > 0:
        raise IndexError(f"class {unknown[0].item()} is none of the {len(weight)} classes")
    return weight[classes].masked_fill((classes == padding)[..., None], 0)
