"""Wrong answers to ch12_metrics/balanced_sampling, as people write them."""

from torch.utils.data import Dataset

from katas._dojo.writing.mistakes import instead_of


@instead_of("BalancedDataset")
class TypedIn(Dataset):
    """Indices never end, as in the book.

    Known: endless_as_the_book.
    """

    def __init__(self, positives, negatives, ratio, length):
        self.ratio_int = ratio
        self.length = length
        self.pos_list = positives
        self.negative_list = negatives

    def __len__(self):
        if self.ratio_int:
            return self.length
        return len(self.pos_list) + len(self.negative_list)

    def __getitem__(self, ndx):
        if self.ratio_int:
            pos_ndx = ndx // (self.ratio_int + 1)
            if ndx % (self.ratio_int + 1):
                neg_ndx = ndx - 1 - pos_ndx
                neg_ndx %= len(self.negative_list)
                return self.negative_list[neg_ndx]
            pos_ndx %= len(self.pos_list)
            return self.pos_list[pos_ndx]
        return (list(self.pos_list) + list(self.negative_list))[ndx]


@instead_of("BalancedDataset")
class OneOfEach(Dataset):
    """The same place of both lists, whatever the ratio.

    Known: negatives_by_turn.
    """

    def __init__(self, positives, negatives, ratio, length):
        self.pos, self.neg, self.ratio = list(positives), list(negatives), ratio
        self.n = length if ratio else len(positives) + len(negatives)

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        if self.ratio == 0:
            return (self.pos + self.neg)[i]
        group = i // (self.ratio + 1)
        if i % (self.ratio + 1) == 0:
            return self.pos[group % len(self.pos)]
        return self.neg[group % len(self.neg)]


@instead_of("BalancedDataset")
class Balanced(Dataset):
    """Ratio 0 is balanced like ratio 1, over the given length.

    Known: validation_balanced.
    """

    def __init__(self, positives, negatives, ratio, length):
        self.positives = positives
        self.negatives = negatives
        self.ratio = max(ratio, 1)
        self.length = length

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        if not 0 <= index < self.length:
            raise IndexError(f"{index} is out of range")
        period = self.ratio + 1
        if index % period == 0:
            return self.positives[(index // period) % len(self.positives)]
        n = index - index // period - 1
        return self.negatives[n % len(self.negatives)]


@instead_of("BalancedDataset")
class NegativesFirst(Dataset):
    """A turn begins with its negative samples, and ends with the positive one.

    Known: negatives_first.
    """

    def __init__(self, positives, negatives, ratio, length):
        if ratio == 0:
            self.samples = [*positives, *negatives]
            return
        self.samples = []
        n = p = 0
        while len(self.samples) < length:
            for _ in range(ratio):
                self.samples.append(negatives[n % len(negatives)])
                n += 1
            self.samples.append(positives[p % len(positives)])
            p += 1
        del self.samples[length:]

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        return self.samples[index]
