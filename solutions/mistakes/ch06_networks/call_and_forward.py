"""Known wrong answers to ch06_networks/call_and_forward."""

from katas._dojo.writing.mistakes import Edit

forward_called_by_name = Edit(
    """You called forward of each part yourself. The numbers are right, but the parts' hooks do
    not run: call the part, self.hidden_linear(x).""",
    {
        "self.hidden_activation(self.hidden_linear(x))": (
            "self.hidden_activation.forward(self.hidden_linear.forward(x))"
        ),
        "self.output_linear(hidden)": "self.output_linear.forward(hidden)",
    },
)

weights_taken_out_of_the_layers = Edit(
    """You took the weights out of the linear layers and computed with them. The layers are
    never called, so their hooks never run: call them.""",
    {
        """
        hidden = self.hidden_activation(self.hidden_linear(x))
        return self.output_linear(hidden)
        """: """
        hidden = x @ self.hidden_linear.weight.T + self.hidden_linear.bias
        hidden = self.hidden_activation(hidden)
        return hidden @ self.output_linear.weight.T + self.output_linear.bias
        """,
    },
)

tanh_of_torch = Edit(
    """You used torch.tanh and left hidden_activation unused. Call the module, so that its hooks
    run too.""",
    {"self.hidden_activation(self.hidden_linear(x))": "self.hidden_linear(x).tanh()"},
)

no_activation = Edit(
    """You left the activation out. Two linear layers in a row are one linear layer.""",
    {"self.hidden_activation(self.hidden_linear(x))": "self.hidden_linear(x)"},
)

another_activation = Edit(
    """You used another activation. The book's network has a Tanh here.""",
    {"nn.Tanh()": "nn.ReLU()"},
)

without_super_init = Edit(
    """You did not call super().__init__(). It makes what a module keeps its parts in, so it comes
    first.""",
    {"super().__init__()": ""},
)

the_model_not_called = Edit(
    """You ran model.forward(x), so the hooks of the model itself did not run. Call it:
    model(x).""",
    {"model(x)": "model.forward(x)"},
)

the_hook_left_behind = Edit(
    """You left your hook on the submodule. It runs at every later call, and its list grows:
    remove it by its handle.""",
    {
        """
        # The handle is a context manager: it removes its hook, whatever happens.
        with submodule.register_forward_hook(lambda module, args, output: outputs.append(output)):
            model(x)
        """: """
        submodule.register_forward_hook(lambda module, args, output: outputs.append(output))
        model(x)
        """,
    },
)

the_hook_left_behind_after_an_error = Edit(
    """You removed the hook after the call, but not if the call raises. Remove it in a finally, or
    use the handle in a with.""",
    {
        """
        # The handle is a context manager: it removes its hook, whatever happens.
        with submodule.register_forward_hook(lambda module, args, output: outputs.append(output)):
            model(x)
        """: """
        handle = submodule.register_forward_hook(
            lambda module, args, output: outputs.append(output)
        )
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

detached = Edit(
    """Your outputs have no way back: they were detached, or made under no_grad. Keep them as they
    came.""",
    {"outputs.append(output)": "outputs.append(output.detach())"},
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
    {"outputs.append(output)": "outputs.append(args[0])"},
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
