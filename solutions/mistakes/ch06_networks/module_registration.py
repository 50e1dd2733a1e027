"""Known wrong answers to ch06_networks/module_registration."""

from katas._dojo.writing.mistakes import Edit

plain_list = Edit(
    """You kept the layers in a plain list. PyTorch does not look into it, so they are neither
    trained, saved, moved nor put into eval mode: use nn.ModuleList.""",
    {"nn.ModuleList(layers)": "list(layers)"},
)

the_callers_list = Edit(
    """You kept what the caller gave as it is. PyTorch does not look into a list, a list may change
    afterwards, and a generator can be read only once: use nn.ModuleList.""",
    {"nn.ModuleList(layers)": "layers"},
)

plain_list_and_parameter_list = Edit(
    """You registered the layers' parameters, but not the layers. Buffers are lost, and eval()
    does not reach the layers: use nn.ModuleList.""",
    {
        "self.layers = nn.ModuleList(layers)": """
            self.layers = list(layers)
            found = [it for layer in self.layers for it in layer.parameters()]
            self.found = nn.ParameterList(found)
        """,
    },
)

not_the_layers_given = Edit(
    """You registered something else than the layers given: copies of them, or their parameters
    only. What state_dict(), to() and eval() reach is then not what the caller holds: hand the
    layers themselves to nn.ModuleList.""",
    {
        "nn.ModuleList(layers)": "list(layers)",
        "def forward(self, x: Tensor) -> Tensor:": """
            def parameters(self, recurse=True):
                for layer in self.layers:
                    yield from layer.parameters(recurse)

            def forward(self, x: Tensor) -> Tensor:
        """,
    },
)

registered_beside_the_list = Edit(
    """You registered the layers but call those in the caller's own list. When that list changes
    the two part ways: loop over what you registered.""",
    {
        "self.layers = nn.ModuleList(layers)": """
            self.layers = layers
            self.registered = nn.ModuleList(layers)
        """,
    },
)

shared_layers_once = Edit(
    """You called a layer only once that was given twice, as children() gives it once. Call it each
    time that it stands among the layers.""",
    {"for layer in self.layers:": "for layer in self.layers.children():"},
)

forward_of_the_layers = Edit(
    """You called layer.forward(x), which skips the layer's hooks. Call the layer.""",
    {"x = layer(x)": "x = layer.forward(x)"},
)

parallel_layers = Edit(
    """You called every layer on x and kept the last output. Each layer gets what the one before
    returned.""",
    {
        "for layer in self.layers:": """
            out = x
            for layer in self.layers:
        """,
        "x = layer(x)": "out = layer(x)",
        "return x": "return out",
    },
)

no_super_init = Edit(
    """You assigned the layers before super().__init__(), or without it. nn.Module cannot register
    anything until that has run: call it first.""",
    {
        """
        super().__init__()
        self.layers = nn.ModuleList(layers)
        """: "self.layers = nn.ModuleList(layers)",
    },
)

plain_dict = Edit(
    """You kept the heads in a plain dict. PyTorch does not look into it, so they are neither
    trained, saved, moved nor put into eval mode: use nn.ModuleDict.""",
    {"nn.ModuleDict(heads)": "dict(heads)"},
)

the_callers_dict = Edit(
    """You kept the caller's own dict. PyTorch does not look into it, and it may change afterwards:
    use nn.ModuleDict.""",
    {"nn.ModuleDict(heads)": "heads"},
)

shared_heads_once = Edit(
    """You left out the second name of a head that has two, as children() and named_children() do.
    Each name has its output.""",
    {"in self.heads.items()": "in self.heads.named_children()"},
)

forward_of_the_heads = Edit(
    """You called head.forward(x), which skips the head's hooks. Call the head.""",
    {"head(x)": "head.forward(x)"},
)

heads_in_a_row = Edit(
    """You called each head on the output of the one before. They all get x.""",
    {
        "return {name: head(x) for name, head in self.heads.items()}": """
            outputs = {}
            for name, head in self.heads.items():
                x = outputs[name] = head(x)
            return outputs
        """,
    },
)

outputs_without_names = Edit(
    """You returned the outputs without their names. Return a dict from name to output.""",
    {
        "{name: head(x) for name, head in self.heads.items()}": """
            [head(x) for head in self.heads.values()]
        """,
    },
)
