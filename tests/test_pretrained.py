"""Chapter 2's katas, one after the other, on the network that the book downloads.

Its weights are random here.  They go the way of real ones: from a file, through the same code.
"""

import functools

import numpy as np
import pytest
import torch
from PIL import Image
from torchvision.models import resnet18

from solutions.katas.ch02_pretrained.load_weights import load_weights
from solutions.katas.ch02_pretrained.preprocess import preprocess
from solutions.katas.ch02_pretrained.top_k_labels import top_k_labels

N_CLASSES = 1000


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A network in eval mode, and the file of its weights."""
    torch.manual_seed(0)
    net = resnet18(weights=None).eval()
    net.bn1.running_mean.normal_()  # a buffer, which a file of parameters alone would lack
    path = tmp_path_factory.mktemp("hub") / "resnet18.pth"
    torch.save(net.state_dict(), path)
    return net, path


def test_an_image_has_the_labels_that_the_trained_network_gives_it(trained):
    net, path = trained
    noise = np.random.default_rng(0).integers(0, 256, size=(300, 400, 3), dtype=np.uint8)
    batch = preprocess(Image.fromarray(noise))[None]
    labels = [f"class {n}" for n in range(N_CLASSES)]
    loaded = load_weights(functools.partial(resnet18, weights=None), path)
    with torch.no_grad():
        expected, found = (top_k_labels(it(batch), labels) for it in (net, loaded))
        fresh = top_k_labels(resnet18(weights=None).eval()(batch), labels)
    assert found == expected
    assert len({label for label, _ in found}) == 5
    assert found != fresh


def test_the_weights_of_another_network_are_refused(trained):
    _, path = trained
    with pytest.raises(RuntimeError, match="size mismatch"):
        load_weights(functools.partial(resnet18, weights=None, num_classes=10), path)
