"""Known wrong answers to ch02_pretrained/load_weights."""

from katas._dojo.writing.mistakes import Edit

weights_only_off = Edit(
    """You let the code in the file run. Whoever wrote the file can then do what you can:
    weights_only=True reads tensors, and refuses all else.""",
    {"weights_only=True": "weights_only=False"},
)

a_pickled_network_taken = Edit(
    """You took a whole network out of the file, code and all. Reading it runs what it brings
    along, and it breaks when the code here changes: take a state_dict alone.""",
    {
        "net = build()": "",
        "weights = torch.load(path, weights_only=True)": """
            net = torch.load(path, weights_only=False)
            weights = net if isinstance(net, dict) else net.state_dict()
            net = build()
        """,
    },
)

not_strict = Edit(
    """You passed over names that do not fit, as strict=False does. What the file does not have
    stays at random, and nobody is told: leave strict at True.""",
    {"load_state_dict(weights)": "load_state_dict(weights, strict=False)"},
)

what_fits_alone = Edit(
    """You passed over what does not fit, by name or by shape, and left it at random. Hand all of
    the file to load_state_dict, and let its error through.""",
    {
        "net.load_state_dict(weights)": """
            own = net.state_dict()
            for name, tensor in weights.items():
                if name in own and tensor.shape == own[name].shape:
                    own[name] = tensor
            net.load_state_dict(own)
        """,
    },
)

parameters_alone = Edit(
    """You loaded the parameters, but not the buffers. Batch norm goes by its running statistics in
    eval mode: load_state_dict takes both.""",
    {
        "net.load_state_dict(weights)": """
            own = net.state_dict()
            if own.keys() != weights.keys():
                raise RuntimeError("the file is of another network")
            if any(own[name].shape != weights[name].shape for name in own):
                raise RuntimeError("the file is of another network")
            for name, parameter in net.named_parameters():
                parameter.data.copy_(weights[name])
        """,
    },
)

never_loaded = Edit(
    """Your network has the random weights that it was built with. state_dict() gives a new
    dictionary each time, and changing that changes no network: load_state_dict does.""",
    {"net.load_state_dict(weights)": "net.state_dict().update(weights)"},
)

left_in_train_mode = Edit(
    """You left the network in train mode. It would answer at random, and batch norm would learn
    from what it is asked: eval() before it is used.""",
    {"return net.eval()": "return net"},
)

the_network_alone_in_eval_mode = Edit(
    """You set the network's own flag, but not those of its layers. eval() sets all of them.""",
    {
        "return net.eval()": """
            net.training = False
            return net
        """,
    },
)

a_report_in_place_of_the_network = Edit(
    """You returned what load_state_dict returns: a report of the names that did not fit. The
    network is changed in place; return that.""",
    {
        "net.load_state_dict(weights)": "",
        "return net.eval()": "return net.eval().load_state_dict(weights)",
    },
)

the_path_for_the_weights = Edit(
    """You handed the path to load_state_dict. It wants the dictionary that torch.load reads from
    there.""",
    {"net.load_state_dict(weights)": "net.load_state_dict(path)"},
)

the_file_taken_for_a_network = Edit(
    """You took the file for a network. It holds a state_dict, tensors by name, which has no eval():
    build a network, and load the dictionary into it.""",
    {
        "net = build()": "",
        "weights = torch.load(path, weights_only=True)": (
            "net = torch.load(path, weights_only=True)"
        ),
        "net.load_state_dict(weights)": "",
    },
)

the_weights_in_place_of_the_network = Edit(
    """You returned the tensors of the file. Put them into a network of build(), and return
    that.""",
    {"return net.eval()": "return weights"},
)

one_network_for_all = Edit(
    """You gave the same network twice. Build a new one at each call, or what one user trains
    another one has.""",
    {
        "net = build()": """
            if not _built:
                _built.append(build())
            (net,) = _built
        """,
        "def load_weights": """
            _built = []


            def load_weights
        """,
    },
)
