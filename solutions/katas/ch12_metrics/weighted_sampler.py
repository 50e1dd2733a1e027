from torch import Generator, Tensor
from torch.utils.data import Sampler, Subset, WeightedRandomSampler


def balanced_sampler(train_set: Subset, labels: Tensor, generator: Generator) -> Sampler[int]:
    train_labels = labels[train_set.indices]
    counts = train_labels.bincount()
    weights = 1 / counts[train_labels]
    return WeightedRandomSampler(weights, len(train_set), generator=generator)
