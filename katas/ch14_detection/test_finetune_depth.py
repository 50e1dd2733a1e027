"""Fine-tuning in depth (§14.5.3): the last blocks are trained, from the head backwards."""

import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_equal
from katas.ch14_detection.finetune_depth import finetune

BLOCKS = ["tail_norm", "block1", "block2", "head_linear"]


class _Net(nn.Module):
    """As the book's: a softmax comes last, and has nothing to train; nor has what comes third."""

    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(3))
        self.tail_norm = nn.BatchNorm1d(3)
        self.block1 = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 4))
        self.pool = nn.Sequential(nn.Dropout(0.1), nn.BatchNorm1d(4, affine=False))
        self.block2 = nn.ModuleDict({"block1": nn.Linear(4, 4), "norm": nn.BatchNorm1d(4)})
        self.head_linear = nn.Linear(4, 2)
        self.head_activation = nn.Softmax(dim=1)


@pytest.mark.parametrize("depth", [1, 2, 3, 4])
def test_blocks_are_counted_from_the_head(device, depth):
    """Depth 1 is the head, 2 the block before it as well; what has no parameters is not counted."""
    model = _Net().to(device)
    names = finetune(model, depth)
    assert_equal(names, BLOCKS[-depth:], what="the blocks")
    _assert_trained(model, BLOCKS[-depth:])


def test_at_depth_0_nothing_is_trained(device):
    """No block is the last 0 blocks: everything is frozen."""
    model = _Net().to(device)
    assert_equal(finetune(model, 0), [], what="the blocks")
    _assert_trained(model, [])


@pytest.mark.parametrize("depth", [5, 6, 100])
def test_there_may_be_fewer_blocks(device, depth):
    """Beyond the first block there is nothing: all blocks are trained, at any such depth."""
    model = _Net().to(device)
    assert_equal(finetune(model, depth), BLOCKS, what="the blocks")
    _assert_trained(model, BLOCKS)


@pytest.mark.parametrize("depths", [[1, 3], [3, 1], [4, 0, 2]])
def test_what_was_trained_before_does_not_matter(device, depths):
    """Deeper than before, or less deep: trained is what the last call says, and nothing else."""
    model = _Net().to(device).requires_grad_(False)
    for depth in depths:
        names = finetune(model, depth)
    assert_equal(names, BLOCKS[-depth:], what="the blocks")
    _assert_trained(model, BLOCKS[-depth:])


def test_a_name_is_a_whole_name(device):
    """Of twelve blocks the one called block1 is not trained because block10 is."""
    names = [f"block{n}" for n in range(1, 13)]
    model = nn.Sequential()
    for name in names:
        model.add_module(name, nn.Linear(2, 2, device=device))
    assert_equal(finetune(model, 3), names[-3:], what="the blocks")
    _assert_trained(model, names[-3:])


def test_a_network_may_have_one_block_or_none(device):
    """One layer is a head; where there is nothing to train there is no block."""
    model = nn.Sequential(nn.Flatten(), nn.Linear(3, 2, device=device), nn.ReLU())
    assert_equal(finetune(model, 2), ["1"], what="the blocks")
    _assert_trained(model, ["1"])
    assert_equal(finetune(nn.Sequential(nn.ReLU()), 1), [], what="the blocks of a relu")


def _assert_trained(model, blocks):
    __tracebackhide__ = True
    found = [name for name, it in model.named_parameters() if it.requires_grad]
    wanted = [name for name, _ in model.named_parameters() if name.split(".")[0] in blocks]
    assert_equal(found, wanted, what="parameters that require gradients")
