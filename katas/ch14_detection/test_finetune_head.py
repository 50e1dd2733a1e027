"""Fine-tuning the head (§14.5.3): what is old stays, and what is new learns."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch14_detection.finetune_head import load_body, train_head

HEAD = "head_linear"


class _Net(nn.Module):
    """Names that begin alike, or are part of each other; a parameter that is in no child."""

    def __init__(self, n_classes=2):
        super().__init__()
        self.scale = nn.Parameter(torch.rand(4))
        self.norm = nn.BatchNorm1d(4)
        self.head = nn.Linear(4, 5)
        self.head_linear_1 = nn.Sequential(nn.Linear(5, 5), nn.Dropout(0.5), nn.BatchNorm1d(5))
        self.body = nn.ModuleDict({HEAD: nn.Linear(5, 5)})
        self.head_linear = nn.Sequential(
            nn.BatchNorm1d(5), nn.Dropout(0.5), nn.Linear(5, n_classes)
        )

    def forward(self, x):
        x = self.head(self.norm(x * self.scale)).relu()
        x = self.body[HEAD](self.head_linear_1(x)).relu()
        return self.head_linear(x)


def test_the_body_is_the_old_one(device, dtype):
    """Whatever is not of the head comes from the weights, buffers too, and under any name."""
    model, weights, _ = _net_and_weights(device, dtype)
    load_body(model, weights, HEAD)
    for name, tensor in model.state_dict().items():
        if not name.startswith("head_linear."):
            assert_close(tensor, weights[name], what=name)


@pytest.mark.parametrize(
    ("n_classes", "more"),
    [(2, []), (3, []), (2, ["head_linear.4.weight", "head_linear.4.bias"])],
    ids=["as the old one", "of another shape", "with fewer layers"],
)
def test_the_head_is_the_new_one(device, dtype, n_classes, more):
    """The head stays what it was before, whether the old one would fit or not."""
    model, weights, before = _net_and_weights(device, dtype, n_classes)
    weights |= {name: torch.ones(2, device=device, dtype=dtype) for name in more}
    load_body(model, weights, HEAD)
    for name, tensor in model.state_dict().items():
        if name.startswith("head_linear."):
            assert_close(tensor, before[name], what=name)


@pytest.mark.parametrize("what", ["with a prefix", "one is missing", "one is unknown"])
def test_weights_that_do_not_fit_are_an_error(device, what):
    """Names that are not those of the model are a RuntimeError: nothing is passed over."""
    model, weights, _ = _net_and_weights(device, torch.float32)
    match what:
        case "with a prefix":
            weights = {f"module.{name}": tensor for name, tensor in weights.items()}
        case "one is missing":
            del weights["norm.running_var"]
        case "one is unknown":
            weights["tail.weight"] = torch.ones(2, device=device)
    with assert_raises(RuntimeError):
        load_body(model, weights, HEAD)


def test_the_old_weights_stay_their_own(device):
    """What is trained afterwards does not change the weights that were loaded, nor their dict."""
    model, weights, _ = _net_and_weights(device, torch.float32)
    names, norm = list(weights), weights["norm.weight"].clone()
    load_body(model, weights, HEAD)
    with torch.no_grad():
        model.norm.weight += 1
    assert_close(weights["norm.weight"], norm, what="norm.weight of the weights")
    assert_equal(list(weights), names, what="the names of the weights")


@pytest.mark.parametrize("frozen", [False, True], ids=["all trainable", "all frozen"])
def test_the_head_alone_gets_gradients(device, frozen):
    """However the model was before: the parameters of the head require gradients, no other does."""
    model = _Net().to(device).requires_grad_(not frozen)
    train_head(model, HEAD)
    found = [name for name, it in model.named_parameters() if it.requires_grad]
    wanted = [name for name, _ in model.named_parameters() if name.startswith("head_linear.")]
    assert_equal(found, wanted, what="parameters that require gradients")


@pytest.mark.parametrize("training", [True, False], ids=["from train mode", "from eval mode"])
def test_the_head_alone_is_in_train_mode(device, training):
    """However the model was before: the head and its parts are in train mode, and no other part."""
    model = _Net().to(device).train(training)
    train_head(model, HEAD)
    found = {name for name, it in model.named_modules() if it.training} - {""}
    wanted = {HEAD, f"{HEAD}.0", f"{HEAD}.1", f"{HEAD}.2"}
    assert_equal(sorted(found), sorted(wanted), what="modules in train mode")


def test_training_changes_the_head_and_nothing_else(device):
    """After three steps, with weight decay, the body is what it was, its running means included."""
    model = _Net().to(device)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    x = 3 + 2 * torch.randn(8, 4, generator=torch.Generator().manual_seed(0)).to(device)
    for _ in range(3):
        train_head(model, HEAD)
        model.zero_grad()
        nn.functional.cross_entropy(model(x), torch.arange(8, device=device) % 2).backward()
        _step(model)
    after = model.state_dict()
    changed = [name for name in after if not torch.equal(after[name], before[name])]
    wanted = [name for name in after if name.startswith("head_linear.")]
    assert_equal(changed, wanted, what="what has changed")


@torch.no_grad()
def _step(model):
    """Gradient descent with weight decay, on whatever has a gradient."""
    for parameter in model.parameters():
        if parameter.grad is not None:
            parameter -= 0.1 * (parameter.grad + 0.1 * parameter)


def _net_and_weights(device, dtype, n_classes=2):
    """A new network with its state, and what another one has learned."""
    trained = _Net(2).to(device, dtype)
    for number, tensor in enumerate(trained.state_dict().values(), 1):
        tensor.add_(number)
    model = _Net(n_classes).to(device, dtype)
    before = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    weights = {name: tensor.clone() for name, tensor in trained.state_dict().items()}
    return model, weights, before
