"""Right answers to ch02_pretrained/torch_hub, written differently."""

from pathlib import Path

import torch
from torch import hub

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "torch.hub takes a Path as well.": [("load(str(folder),", "load(folder,")],
    "Either file may be written first.": [
        (
            """
            torch.save(weights, folder / "weights.pt")
            (folder / "hubconf.py").write_text(hubconf)
            """,
            """
            (folder / "hubconf.py").write_text(hubconf)
            torch.save(weights, folder / "weights.pt")
            """,
        ),
    ],
}


@instead_of("publish")
def line_by_line(folder, weights):
    with open(folder / "classifier.pth", "wb") as file:
        torch.save(weights, file)
    lines = [
        "import os",
        "import torch",
        "dependencies = ['torch']",
        "def classifier(*args, **kwargs):",
        "    return build(*args, **kwargs)",
        "def build(pretrained=False, **kwargs):",
        "    linear = torch.nn.Linear(4, 2, **kwargs)",
        "    if pretrained:",
        "        path = os.path.join(os.path.dirname(__file__), 'classifier.pth')",
        "        linear.load_state_dict(torch.load(path, map_location='cpu'))",
        "    return linear",
    ]
    Path(folder, "hubconf.py").write_text("\n".join(lines))


@instead_of("publish")
def numbers_in_a_text(folder, weights):
    numbers = {name: tensor.double().tolist() for name, tensor in weights.items()}
    (folder / "weights.txt").write_text(repr(numbers))
    code = """
dependencies = ["torch"]

def classifier(pretrained=False):
    import ast
    import pathlib
    import torch
    net = torch.nn.Linear(4, 2)
    if pretrained:
        text = pathlib.Path(__file__).with_name("weights.txt").read_text()
        with torch.no_grad():
            for name, numbers in ast.literal_eval(text).items():
                getattr(net, name).copy_(torch.tensor(numbers, dtype=torch.float64))
    return net
"""
    (folder / "hubconf.py").write_text(code)


@instead_of("load")
def with_positions(folder, pretrained):
    return hub.load(folder.as_posix(), "classifier", pretrained, source="local")


@instead_of("load")
def by_its_settings(folder, pretrained):
    settings = {"source": "local", "model": "classifier", "trust_repo": True}
    return torch.hub.load(repo_or_dir=f"{folder}", pretrained=bool(pretrained), **settings)
