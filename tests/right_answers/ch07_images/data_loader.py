"""Right answers to ch07_images/data_loader, written differently."""

from itertools import islice

import torch

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A sample is always a pair.": [
        ("zip(*samples, strict=True)", "zip(*samples)", "zip(*samples, strict=False)"),
    ],
}


class _Epoch:
    def __init__(self, dataset, order, batch_size, n_batches):
        self.dataset = dataset
        self.order = order
        self.batch_size = batch_size
        self.n_left = n_batches

    def __iter__(self):
        return self

    def __next__(self):
        if self.n_left == 0:
            raise StopIteration
        self.n_left -= 1
        now, self.order = self.order[: self.batch_size], self.order[self.batch_size :]
        imgs, labels = [], []
        for index in now:
            img, label = self.dataset[index]
            imgs.append(img)
            labels.append(label)
        return torch.stack(imgs), torch.LongTensor(labels)


@instead_of("DataLoader")
class AnIterator:
    def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
        self.dataset = dataset
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.drop_last = drop_last
        self.generator = generator

    def __len__(self):
        n_batches, left = divmod(len(self.dataset), self.batch_size)
        return n_batches + (left > 0 and not self.drop_last)

    def __iter__(self):
        order = list(range(len(self.dataset)))
        if self.shuffle:
            keys = torch.rand(len(order), generator=self.generator, dtype=torch.float64)
            order.sort(key=keys.tolist().__getitem__)
        return _Epoch(self.dataset, order, self.batch_size, len(self))


@instead_of("DataLoader")
class SplitIntoBatches:
    def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
        self._dataset, self._size, self._drop_last = dataset, batch_size, drop_last

        def shuffled(n_samples):
            return torch.randperm(n_samples, generator=generator)

        self._order = shuffled if shuffle else torch.arange

    def __len__(self):
        n_left_out = 0 if self._drop_last else self._size - 1
        return (len(self._dataset) + n_left_out) // self._size

    def __iter__(self):
        for rows in self._order(len(self._dataset)).split(self._size)[: len(self)]:
            pairs = [self._dataset[row.item()] for row in rows]
            yield (
                torch.cat([img.unsqueeze(0) for img, _ in pairs]),
                torch.tensor([label for _, label in pairs], dtype=torch.int64),
            )


@instead_of("DataLoader")
class SamplesInARow:
    def __init__(self, dataset, batch_size, shuffle=False, drop_last=False, generator=None):
        self.__dict__.update(locals())

    def __len__(self):
        round_up = not self.drop_last
        return (len(self.dataset) - round_up) // self.batch_size + round_up

    def __iter__(self):
        order = list(range(len(self.dataset)))
        if self.shuffle:
            # Fisher and Yates: each place in turn draws from those that are left.
            for left in range(len(order) - 1, 0, -1):
                drawn = int(torch.randint(left + 1, (), generator=self.generator))
                order[left], order[drawn] = order[drawn], order[left]
        samples = map(self.dataset.__getitem__, order)
        while batch := list(islice(samples, self.batch_size)):
            if len(batch) < self.batch_size and self.drop_last:
                return
            imgs, labels = zip(*batch, strict=True)
            yield torch.stack(imgs), torch.tensor(labels)
