from collections.abc import Callable, Iterable

import torch
from torch import Tensor


def count_graphs(
    function: Callable[[Tensor], Tensor], batches: Iterable[Tensor], dynamic: bool | None = None
) -> int:
    graphs = []

    def backend(graph, inputs):
        graphs.append(graph)
        return graph.forward

    torch._dynamo.reset()
    compiled = torch.compile(function, backend=backend, dynamic=dynamic)
    for batch in batches:
        compiled(batch)
    return len(graphs)


def clip_norm(x: Tensor, longest: float) -> Tensor:
    return x * (longest / x.norm().clamp(min=longest))
