"""A column for each sample (§11.5.1): numbers find their place in whatever order they come."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_untouched
from katas._dojo.writing.graphs import traced
from katas.ch11_training.metrics_buffer import collect_metrics

N = 8
LABELS = [0, 1, 0, 0, 1, 1, 0, 1]
PROBABILITIES = [0.25, 0.75, 0.5, 0.125, 0.375, 1.0, 0.0625, 0.625]
LOSSES = [0.5, 0.25, 1.0, 0.75, 3.0, 0.125, 0.0625, 2.0]
NAN = float("nan")

IN_ORDER = [[0, 1, 2, 3], [4, 5, 6, 7]]
SHORT_AT_THE_END = [[0, 1, 2], [3, 4, 5], [6, 7]]
SHORT_AT_THE_START = [[0], [1, 2, 3, 4], [5, 6, 7]]
SHUFFLED = [[5, 2, 7], [0, 6, 3], [4, 1]]


@pytest.mark.parametrize("order", [IN_ORDER, [list(range(N))], [[it] for it in range(N)]], ids=str)
def test_the_rows_are_label_prediction_and_loss(device, order):
    """Row 0 holds labels, row 1 probabilities, row 2 losses, all of them float32."""
    metrics = collect_metrics(iter(_batches(order, device)), N, device)
    _assert_metrics(metrics, range(N), device)


@pytest.mark.parametrize("order", [SHORT_AT_THE_END, SHORT_AT_THE_START], ids=str)
def test_a_short_batch_takes_no_more_than_its_columns(device, order):
    """Batches need not be of one size: each fills the columns of its own samples."""
    metrics = collect_metrics(iter(_batches(order, device)), N, device)
    _assert_metrics(metrics, range(N), device)


@pytest.mark.parametrize("order", [SHUFFLED, [[7, 6, 5, 4], [3, 2, 1, 0]]], ids=str)
def test_a_shuffled_sample_keeps_its_column(device, order):
    """Column i belongs to sample i, whenever that one comes."""
    metrics = collect_metrics(iter(_batches(order, device)), N, device)
    _assert_metrics(metrics, range(N), device)


@pytest.mark.parametrize("order", [[[0, 1, 2], [3, 4, 5]], [[6, 1], [4, 7]], []], ids=str)
def test_what_was_left_out_has_no_numbers(device, order):
    """A sample that is in no batch has NaN in its three rows: nobody has asked the model."""
    metrics = collect_metrics(iter(_batches(order, device)), N, device)
    _assert_metrics(metrics, [it for indices in order for it in indices], device)


def test_no_graph_hangs_on_it(device):
    """Batches come with graphs, the result has none, nor does it keep one alive."""
    graphs, alive = [], []

    def batches():
        for indices, labels, probabilities, losses in _batches(SHUFFLED, device):
            alive.append(sum(graph() is not None for graph in graphs[:-1]))
            with torch.enable_grad():  # also where the answer has them off
                loss, graph = traced(losses.requires_grad_())
            graphs.append(graph)
            yield indices, labels, probabilities.requires_grad_(), loss

    metrics = collect_metrics(batches(), N, device)
    assert_equal(metrics.requires_grad, False, what="requires_grad of the result")
    assert_equal(alive, [0, 0, 0], what="the graphs of batches before the last one")
    _assert_metrics(metrics, range(N), device)


def test_batches_stay_as_they_are(device):
    """Indices, labels, probabilities and losses are only read."""
    batches = _batches(SHUFFLED, device)
    with assert_untouched(*(tensor for batch in batches for tensor in batch)):
        metrics = collect_metrics(batches, N, device)
    _assert_metrics(metrics, range(N), device)


def _batches(order, device):
    def tensor(values, indices):
        return torch.tensor([values[it] for it in indices], device=device)

    values = range(N), LABELS, PROBABILITIES, LOSSES
    return [tuple(tensor(it, indices) for it in values) for indices in order]


def _assert_metrics(metrics, seen, device):
    """The column of each sample that was ``seen``, and NaN in the others."""
    __tracebackhide__ = True
    expected = torch.full((3, N), NAN)
    for it in seen:
        expected[:, it] = torch.tensor([LABELS[it], PROBABILITIES[it], LOSSES[it]])
    assert_close(metrics, expected.to(device), what="the metrics")
