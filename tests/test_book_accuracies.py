"""The accuracies that the book prints, by its networks, trained on its images as it trains them.

The images are the ones of ``--data``, so without it there is nothing to run here; with it, a
network takes minutes, and the one that is 100 blocks deep takes a GPU.
"""

import functools

import pytest
import torch
from torch import Tensor, nn
from torchvision.datasets import CIFAR10
from torchvision.transforms import ToTensor

from solutions.katas.ch07_images.fully_connected import fully_connected
from solutions.katas.ch07_images.image_dataset import TwoClasses
from solutions.katas.ch07_images.normalize import channel_stats, normalize
from solutions.katas.ch08_convolutions.conv_net import Net
from solutions.katas.ch08_convolutions.device_training import training_loop
from solutions.katas.ch08_convolutions.resnet_depth import NetResDeep
from solutions.katas.ch08_convolutions.skip_connection import NetRes
from solutions.katas.ch08_convolutions.train_and_eval import validate
from solutions.katas.ch08_convolutions.width import NetWidth

N_EPOCHS = 100
BAND = 0.03  # what another seed, another machine, another torch may change
DEEPEST = "100 blocks"

Images = tuple[Tensor, Tensor]


def _flat(*sizes: int) -> nn.Module:
    return nn.Sequential(nn.Flatten(), fully_connected(sizes))


# The network; its learning rate; its accuracy on the training and on the validation images.
PRINTED = {
    "fully connected": (functools.partial(_flat, 3072, 512, 2), 1e-2, 0.998, 0.821),
    "more layers": (functools.partial(_flat, 3072, 1024, 512, 128, 2), 1e-2, 1.0, 0.801),
    "convolutions": (Net, 1e-2, 0.93, 0.89),
    "wider": (NetWidth, 1e-2, 0.96, 0.90),
    "a skip": (NetRes, 1e-2, 0.97, 0.90),
    DEEPEST: (functools.partial(NetResDeep, n_blocks=100), 3e-3, 0.97, 0.86),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", PRINTED)
def test_a_network_of_the_book_is_as_good_as_it_says(request, cifar10_root, device, name):
    if not request.config.option.data:
        pytest.skip("needs the real CIFAR-10: --data DIR")
    if name == DEEPEST and device == "cpu":
        pytest.skip("would take a day on a CPU")
    network, learning_rate, train_accuracy, val_accuracy = PRINTED[name]
    torch.manual_seed(0)
    model = network().to(device)
    optimizer = torch.optim.SGD(model.parameters(), learning_rate)
    train, val = _airplanes_and_birds(cifar10_root)
    for _ in range(N_EPOCHS):
        batches = _batches(train, order=torch.randperm(len(train[0])))
        training_loop(1, optimizer, model, nn.CrossEntropyLoss(), batches, torch.device(device))
    on_device = [[(x.to(device), y.to(device)) for x, y in _batches(it)] for it in (train, val)]
    expected = {"train": train_accuracy, "val": val_accuracy}
    assert validate(model, *on_device) == pytest.approx(expected, abs=BAND)


@functools.cache
def _airplanes_and_birds(root: str) -> tuple[Images, Images]:
    train, val = (
        TwoClasses(CIFAR10(root, train=it, download=False, transform=ToTensor()))
        for it in (True, False)
    )
    mean, std = channel_stats(train)
    return _stacked(train, mean, std), _stacked(val, mean, std)


def _stacked(dataset: TwoClasses, mean: Tensor, std: Tensor) -> Images:
    images, labels = zip(*dataset, strict=True)
    return normalize(torch.stack(images), mean, std), torch.tensor(labels)


def _batches(images: Images, order: Tensor | None = None) -> list[Images]:
    order = torch.arange(len(images[0])) if order is None else order
    return [tuple(it[batch] for it in images) for batch in order.split(64)]
