"""Known wrong answers to ch02_pretrained/torch_hub."""

from katas._dojo.writing.mistakes import Edit

weights_from_the_network = Edit(
    """Your entry point needs the network. The weights are in the folder already: read the file
    beside hubconf.py.""",
    {
        'torch.load(Path(__file__).parent / "weights.pt", weights_only=True)': (
            'torch.hub.load_state_dict_from_url("https://example.org/weights.pt", progress=False)'
        ),
    },
)

the_path_of_that_day = Edit(
    """You wrote the place of the weights into hubconf.py. Once the folder has moved they are not
    found: ask __file__ where hubconf.py is now.""",
    {
        'Path(__file__).parent / "weights.pt"': 'Path("FOLDER") / "weights.pt"',
        "write_text(hubconf)": 'write_text(hubconf.replace("FOLDER", str(folder)))',
    },
)

where_python_was_started = Edit(
    """You look for the weights where Python was started. They lie beside hubconf.py, which knows
    its own place: __file__.""",
    {'Path(__file__).parent / "weights.pt"': '"weights.pt"'},
)

dependencies_undeclared = Edit(
    """You declared no dependencies. Without them torch.hub cannot say what is missing: a list of
    names, dependencies = ["torch"].""",
    {'dependencies = ["torch"]\n': ""},
)

dependencies_in_a_string = Edit(
    """You declared the dependencies in a string. torch.hub goes through it letter by letter, and
    misses a package called t: a list of names.""",
    {'dependencies = ["torch"]': 'dependencies = "torch"'},
)

pretrained_by_default = Edit(
    """Your network is pretrained unless told otherwise. Without an argument the weights are
    random: pretrained=False.""",
    {"def classifier(pretrained=False)": "def classifier(pretrained=True)"},
)

always_pretrained = Edit(
    """Your network is pretrained, also with pretrained=False. Load the weights only if it is
    True.""",
    {"if pretrained:": "if True:"},
)

never_pretrained = Edit(
    """Your pretrained network has random weights. load_state_dict, on the network that you return,
    puts those of the file in.""",
    {"net.load_state_dict(weights)": "pass"},
)

the_weights_alone = Edit(
    """Your entry point returns tensors. What torch.hub.load hands on is what the entry point
    returns: the network.""",
    {"    return net\n": "    return weights if pretrained else net.state_dict()\n"},
)

another_name = Edit(
    """Your hubconf.py has no function classifier. torch.hub asks for an entry point by its
    name.""",
    {"def classifier(": "def get_classifier("},
)

no_weights_in_the_folder = Edit(
    """You wrote no file of weights. Whoever gets the folder gets what is in it, and no more:
    torch.save into it.""",
    {'torch.save(weights, folder / "weights.pt")': ""},
)

a_path_for_a_repository = Edit(
    """You handed torch.hub a Path, which it takes for a repository on GitHub, and those have names
    that are str. The folder is on this machine: str(folder), and source="local".""",
    {'str(folder), "classifier", source="local"': 'folder, "classifier"'},
)

taken_for_a_repository = Edit(
    """You let torch.hub take the folder for a repository on GitHub. It is on this machine:
    source="local".""",
    {', source="local"': ""},
)

pretrained_not_handed_on = Edit(
    """You kept pretrained to yourself. What follows the entry point's name is handed on to it:
    torch.hub.load(..., pretrained=pretrained).""",
    {", pretrained=pretrained": ""},
)

the_first_hubconf_for_all = Edit(
    """You imported hubconf as a module. Python keeps the first of that name, whatever folder the
    next one is in, and nobody looks at its dependencies: torch.hub.load.""",
    {
        'torch.hub.load(str(folder), "classifier", source="local", pretrained=pretrained)': (
            "_imported(folder).classifier(pretrained)"
        ),
        "def load(": """
            def _imported(folder):
                import importlib
                import sys

                sys.path.insert(0, str(folder))
                try:
                    return importlib.import_module("hubconf")
                finally:
                    sys.path.pop(0)


            def load(
        """,
    },
)
