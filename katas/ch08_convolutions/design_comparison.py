"""Comparing designs (§8.5.4).

Which is better: a wider network, a deeper one, one with dropout?  Train all alike, and look at
images that none of them has learned from.  Train each several times, too: the first weights and
the order of the batches are drawn, so every seed gives one design another accuracy.  A difference
between two designs means little unless it is larger than what the seed alone makes of either.
"""

from collections.abc import Callable, Mapping, Sequence

from torch import nn


def compare(
    designs: Mapping[str, Callable[[int], nn.Module]],
    train: Callable[[nn.Module, int], None],
    validate: Callable[[nn.Module], Mapping[str, float]],
    seeds: Sequence[int],
) -> dict[str, tuple[float, float]]:
    """Return for each design, by its name, its mean accuracy in validation and the spread.

    ``designs[name](seed)`` builds a net with the weights of that seed; ``train(net, seed)`` trains
    it in place, on batches in the order of that seed; ``validate(net)`` returns the accuracies that
    the net has reached: {"train": …, "val": …}.

    For each design and each of ``seeds``, a new net is built and trained with that seed, and then
    validated.  Mean and spread are over the seeds, of which there are two at least; the spread is
    the standard deviation of a sample, which divides by n - 1.
    """
    raise NotImplementedError
