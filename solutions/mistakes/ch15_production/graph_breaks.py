"""Known wrong answers to ch15_production/graph_breaks."""

from katas._dojo.writing.mistakes import Edit

RESET = "torch._dynamo.reset()"
COMPILED = "compiled = torch.compile(function, backend=backend, dynamic=dynamic)"
CALLED = "compiled(batch)"
CLIPPED = "return x * (longest / x.norm().clamp(min=longest))"

what_was_compiled_before = Edit(
    """You did not begin anew. The compiler remembers a function for which it has compiled before:
    which of its sizes vary, and after eight graphs that it is to give up.""",
    {RESET: ""},
)

the_first_batch_alone = Edit(
    """You called on the first batch alone. The next one may need another graph, by its size or the
    branch that it takes.""",
    {CALLED: "compiled(batch)\nbreak"},
)

dynamic_left_out = Edit(
    """You did not hand on dynamic. It says whether sizes are fixed, free, or free once they have
    changed.""",
    {COMPILED: "compiled = torch.compile(function, backend=backend)"},
)

calls_counted = Edit(
    """Your count goes up with every call, although a graph that fits is there. Count where the
    backend is given one, and begin anew once alone, before the first batch.""",
    {
        "graphs.append(graph)": """
            def run(*inputs):
                graphs.append(graph)
                return graph(*inputs)
        """,
        "return graph.forward": "return run",
    },
)

breaks_counted = Edit(
    """You counted one less than there are graphs. A graph that breaks once is two.""",
    {"return len(graphs)": "return len(graphs) - 1"},
)

no_break_allowed = Edit(
    """You compiled with fullgraph=True. That raises at the first break, where you are to go on and
    count.""",
    {"dynamic=dynamic": "dynamic=dynamic, fullgraph=True"},
)

a_branch_on_data = Edit(
    """You branch on the norm. Python needs to know it for that, and the graph breaks: scale by a
    tensor that is 1 where nothing is to change.""",
    {CLIPPED: "return x * (longest / x.norm()) if x.norm() > longest else x * 1"},
)

the_norm_as_a_number = Edit(
    """You took the norm out of its tensor as a number. The graph breaks, and no gradient comes
    through it.""",
    {CLIPPED: "return x * (longest / max(x.norm().item(), longest))"},
)

nan_where_it_is_not_chosen = Edit(
    """Your gradient at zero is NaN. torch.where chooses one of two values, but gradients go
    through both, and 0 / 0 is in the other: keep the divisor above zero.""",
    {CLIPPED: "return torch.where(x.norm() > longest, x * (longest / x.norm()), x)"},
)

short_ones_made_long = Edit(
    """You scaled what was short, too. It is to stay as it is.""",
    {".clamp(min=longest)": ".clamp(min=1e-12)"},
)

each_row_by_itself = Edit(
    """You clipped each row by its own norm. The norm is that of all elements together.""",
    {"x.norm()": "x.norm(dim=-1, keepdim=True)"},
)

each_element_by_itself = Edit(
    """You cut each element off. That changes the direction of x, and leaves it longer than it may
    be.""",
    {CLIPPED: "return x.clamp(-longest, longest)"},
)

no_gradient_through_the_norm = Edit(
    """You detached the norm. It depends on x as well, and its part of the gradient is missing.""",
    {"x.norm()": "x.detach().norm()"},
)
