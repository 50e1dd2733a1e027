"""The images that stand in for CIFAR-10: in its files, and of its kind to learn from."""

import hashlib
import shutil

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy
from torchvision.datasets import CIFAR10

from katas._dojo.curriculum import Kata
from katas._dojo.writing.cifar10 import BATCHES, damaged
from katas._dojo.writing.drawn_images import AIRPLANE, BIRD, NAMES

IMAGES = Kata("ch07_images", "image_dataset")


def test_torchvision_reads_them(cifar10_root):
    for train, n_batches in ((True, 5), (False, 1)):
        cifar10 = CIFAR10(cifar10_root, train=train, download=True)  # which finds them there
        assert cifar10.classes == NAMES
        assert cifar10.data.shape == (600 * n_batches, 32, 32, 3)
        assert [cifar10.targets.count(it) for it in (AIRPLANE, 1, BIRD)] == [
            200 * n_batches,
            25 * n_batches,
            200 * n_batches,
        ]
        image, label = cifar10[0]
        assert (image.size, image.mode, type(label)) == ((32, 32), "RGB", int)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_convolution_tells_airplanes_from_birds_and_a_linear_model_does_not(cifar10_root, seed):
    train, val = (_airplanes_and_birds(cifar10_root, train=it) for it in (True, False))
    torch.manual_seed(seed)
    linear = nn.Sequential(nn.Flatten(), nn.Linear(3 * 32 * 32, 2))
    shapes = nn.Sequential(
        *(nn.Conv2d(3, 16, 5, stride=2), nn.ReLU()),
        *(nn.Conv2d(16, 32, 5), nn.ReLU()),
        *(nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(32, 2)),
    )
    accuracies = [_trained(model, *train, *val) for model in (linear, shapes)]
    print("linear {:.3f}, convolutions {:.3f}".format(*accuracies))
    assert accuracies[0] < 0.85
    assert accuracies[1] > 0.85
    assert accuracies[1] - accuracies[0] > 0.08


def _airplanes_and_birds(root, *, train):
    cifar10 = CIFAR10(root, train=train, download=False)
    labels = torch.tensor(cifar10.targets)
    wanted = (labels == AIRPLANE) | (labels == BIRD)
    images = torch.from_numpy(cifar10.data).permute(0, 3, 1, 2)[wanted]
    return images / 127.5 - 1, (labels[wanted] == BIRD).long()


def _trained(model, images, labels, val_images, val_labels):
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3)
    for _ in range(8):
        for batch in torch.randperm(len(images)).split(64):
            optimizer.zero_grad()
            cross_entropy(model(images[batch]), labels[batch]).backward()
            optimizer.step()
    with torch.no_grad():
        return (model(val_images).argmax(dim=1) == val_labels).double().mean().item()


def test_what_is_damaged_or_missing_is_named(cifar10_root, tmp_path):
    shutil.copytree(f"{cifar10_root}/{BATCHES}", tmp_path / BATCHES)
    path = tmp_path / BATCHES / "data_batch_3"
    sums = {path.name: hashlib.md5(path.read_bytes()).hexdigest()}
    assert damaged(tmp_path, sums) is None
    path.write_bytes(path.read_bytes()[:-1])
    assert damaged(tmp_path, sums) == (
        f"CIFAR-10: {path} is damaged: its MD5 sum is not {sums[path.name]}"
    )
    path.unlink()
    assert damaged(tmp_path, sums) == f"CIFAR-10: {path} is missing"


def test_what_is_drawn_and_damaged_is_drawn_anew(workshop):
    workshop.solve(IMAGES)
    for _ in range(2):
        assert workshop.pytest(f"katas/{IMAGES}.py").status == 0
        [batch] = workshop.root.glob(f".pytest_cache/d/cifar10/*/{BATCHES}/data_batch_1")
        batch.write_bytes(b"")


@pytest.mark.parametrize("options", [(), ("-p", "no:cacheprovider")], ids=["on", "off"])
def test_where_the_project_cannot_be_written_they_lie_in_a_cache_of_the_user(
    workshop, monkeypatch, options
):
    home = workshop.root / "home"
    monkeypatch.setenv("HOME", str(home))
    (workshop.root / ".pytest_cache").write_text("in the way, for root too")
    workshop.solve(IMAGES)
    run = workshop.pytest(f"katas/{IMAGES}.py", *options)
    assert run.status == 0, run.screen
    assert list(home.glob(f".cache/torch-katas/cifar10/*/{BATCHES}/data_batch_1"))


def test_real_data_are_used_where_they_are_given(workshop):
    workshop.solve(IMAGES)
    run = workshop.pytest(f"katas/{IMAGES}.py", "--data", "nowhere")
    assert run.status == 4
    assert f"--data: there is no folder nowhere/{BATCHES}" in run.screen
    (workshop.root / "real" / BATCHES).mkdir(parents=True)
    run = workshop.pytest(f"katas/{IMAGES}.py", "--data", "real")
    assert run.status == 1
    assert f"CIFAR-10: real/{BATCHES}/data_batch_1 is missing" in run.screen
    assert "Traceback" not in run.screen
