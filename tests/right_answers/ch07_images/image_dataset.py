"""Right answers to ch07_images/image_dataset, written differently."""

import torch
from torch.utils.data import Dataset, Subset

from katas._dojo.writing.mistakes import instead_of


@instead_of("TwoClasses")
class ASubset(Subset):
    def __init__(self, cifar10, classes=(0, 2)):
        first, second = classes
        wanted = [at for at, label in enumerate(cifar10.targets) if label in {first, second}]
        super().__init__(cifar10, wanted)
        self.second = second

    def __getitem__(self, index):
        image, label = super().__getitem__(index)
        return image, int(label == self.second)

    def __getitems__(self, indices):
        return [self[index] for index in indices]


@instead_of("TwoClasses")
class WithAMask(Dataset):
    def __init__(self, cifar10, classes=(0, 2)):
        targets = torch.tensor(cifar10.targets)
        self.where = torch.isin(targets, torch.tensor(classes)).nonzero().flatten()
        self.cifar10, self.classes = cifar10, classes

    def __len__(self):
        return self.where.numel()

    def __getitem__(self, index):
        image, label = self.cifar10[self.where[index].item()]
        return image, self.classes.index(label)


@instead_of("TwoClasses")
class PlacesAndLabels:
    def __init__(self, cifar10, classes=(0, 2)):
        self.cifar10 = cifar10
        self.samples = []
        for place in range(len(cifar10)):
            if cifar10.targets[place] in classes:
                self.samples.append((place, list(classes).index(cifar10.targets[place])))

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        place, label = self.samples[index]
        return self.cifar10[place][0], label
