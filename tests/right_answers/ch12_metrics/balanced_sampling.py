"""Right answers to ch12_metrics/balanced_sampling, written differently."""

from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {"A remainder is not negative.": [("place == 0", "place <= 0")]}


@instead_of("BalancedDataset")
class AsTheBookCounts(Dataset):
    def __init__(self, positives, negatives, ratio, length):
        self.ratio_int = ratio
        self.n_samples = length
        self.pos_list = list(positives)
        self.negative_list = list(negatives)

    def __len__(self):
        if self.ratio_int:
            return self.n_samples
        return len(self.pos_list) + len(self.negative_list)

    def __getitem__(self, ndx):
        if ndx >= len(self):
            raise IndexError(ndx)
        if not self.ratio_int:
            return (self.pos_list + self.negative_list)[ndx]
        pos_ndx = ndx // (self.ratio_int + 1)
        if ndx % (self.ratio_int + 1):
            neg_ndx = ndx - 1 - pos_ndx
            neg_ndx %= len(self.negative_list)
            return self.negative_list[neg_ndx]
        pos_ndx %= len(self.pos_list)
        return self.pos_list[pos_ndx]


@instead_of("BalancedDataset")
class WrittenDown(Dataset):
    def __init__(self, positives, negatives, ratio, length):
        self.samples = [*positives, *negatives]
        if ratio:
            self.samples = [
                negatives[(n - n // (ratio + 1) - 1) % len(negatives)]
                if n % (ratio + 1)
                else positives[n // (ratio + 1) % len(positives)]
                for n in range(length)
            ]

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        return self.samples[index]
