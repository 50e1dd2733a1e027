"""Right answers to ch15_production/graph_breaks, written differently."""

import torch
from torch._dynamo.testing import CompileCounter

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Nothing is compiled before the first call.": [
        (
            """
            torch._dynamo.reset()
            compiled = torch.compile(function, backend=backend, dynamic=dynamic)
            """,
            """
            compiled = torch.compile(function, backend=backend, dynamic=dynamic)
            torch._dynamo.reset()
            """,
        ),
    ],
}


@instead_of("count_graphs")
def with_a_counter_of_torch(function, batches, dynamic=None):
    torch.compiler.reset()
    counter = CompileCounter()
    compiled = torch.compile(function, backend=counter, dynamic=dynamic)
    for x in batches:
        compiled(x)
    return counter.frame_count


@instead_of("count_graphs")
class Count:
    """The backend is an object that counts."""

    def __new__(cls, function, batches, dynamic=None):
        torch._dynamo.reset()
        self = super().__new__(cls)
        self.n = 0
        list(map(torch.compile(function, backend=self, dynamic=dynamic), batches))
        return self.n

    def __call__(self, graph, inputs):
        self.n += 1
        return graph


@instead_of("clip_norm")
def where_the_norm_is_safe(x, longest):
    norm = x.square().sum()
    long = norm > longest**2
    safe = torch.where(long, norm, torch.ones_like(norm)).sqrt()
    return torch.where(long, x / safe * longest, x)


@instead_of("clip_norm")
def the_smaller_factor(x, longest):
    factor = longest / (torch.linalg.vector_norm(x) + 1e-12)
    return factor.clamp(max=1.0) * x
