"""Known wrong answers to ch06_networks/forward_hooks."""

from katas._dojo.writing.mistakes import Edit

the_model_not_called = Edit(
    """You ran model.forward(x), so the hooks of the model itself did not run. Call it:
    model(x).""",
    {"model(x)": "model.forward(x)"},
)

the_hook_left_behind = Edit(
    """You left your hook on the submodule. It runs at every later call, and its list grows:
    remove it by its handle.""",
    {"with submodule": "if submodule"},
)

the_hook_left_behind_after_an_error = Edit(
    """You removed the hook after the call, but not if the call raises. Remove it in a finally, or
    use the handle in a with.""",
    {
        "with submodule": "if handle := submodule",
        "model(x)": """
            model(x)
            handle.remove()
        """,
    },
)

the_last_call_only = Edit(
    """You kept one output. A submodule may run several times in one call of the model, or not at
    all: append to a list.""",
    {"return outputs": "return outputs[-1:]"},
)

one_output_for_each_name = Edit(
    """You kept one output for each name, as in a dict: a submodule that runs several times has
    only its last, and one that never runs is a KeyError. Append to a list.""",
    {
        "outputs = []": "outputs = {}",
        "outputs.append(": "outputs.__setitem__(name, ",
        "return outputs": "return [outputs[name]]",
    },
)

one_place_for_all_outputs = Edit(
    """You have one place for all outputs: it holds the last one, and None where the submodule never
    ran. Append to a list.""",
    {"outputs = []": "outputs = [None]", "outputs.append(": "outputs.__setitem__(0, "},
)

detached = Edit(
    """Your outputs have no way back: they were detached, or made under no_grad. Keep them as they
    came.""",
    {"output)": "output.detach())"},
)

in_eval_mode = Edit(
    """You put the model into eval mode and left it there. Call it in the mode it is in.""",
    {
        "outputs = []": """
            outputs = []
            model.eval()
        """,
    },
)

what_went_in = Edit(
    """You kept what went into the submodule. A forward hook gets the module, its inputs, then its
    output: keep the third.""",
    {"output)": "args[0])"},
)

the_model_called_twice = Edit(
    """You called the model twice. In training mode each call moves batch norm's statistics, and
    every hook runs twice: once is enough.""",
    {
        "outputs = []": """
            outputs = []
            model(x)
        """,
    },
)

among_the_children = Edit(
    """You looked for the submodule among the model's children. A name such as "1.0" leads further
    down, and "" is the model itself: get_submodule follows it.""",
    {"model.get_submodule(name)": "dict(model.named_children())[name]"},
)

an_attribute_of_the_model = Edit(
    """You took the submodule for an attribute of the model. A name such as "1.0" leads further
    down, and "" is the model itself: get_submodule follows it.""",
    {"model.get_submodule(name)": "getattr(model, name)"},
)

the_submodule_called_by_itself = Edit(
    """You called the submodule yourself, on x. What reaches it within the model has come through
    what stands before it: call the model, and listen.""",
    {
        """
        # The handle is a context manager: it removes its hook, whatever happens.
        with submodule.register_forward_hook(lambda module, args, output: outputs.append(output)):
            model(x)
        """: "outputs.append(submodule(x))",
    },
)

every_hook_removed = Edit(
    """You took away every hook of the submodule, not only yours. Yours has a handle, which
    removes it and no other.""",
    {
        "return outputs": """
            submodule._forward_hooks.clear()
            return outputs
        """,
    },
)

forward_replaced = Edit(
    """You put a function of your own in the place of forward and left it there. A hook listens
    without changing the module.""",
    {
        """
        # The handle is a context manager: it removes its hook, whatever happens.
        with submodule.register_forward_hook(lambda module, args, output: outputs.append(output)):
            model(x)
        """: """
        forward = submodule.forward

        def forward_and_keep(*args):
            outputs.append(forward(*args))
            return outputs[-1]

        submodule.forward = forward_and_keep
        model(x)
        """,
    },
)
