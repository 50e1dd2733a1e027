"""Wrong answers to ch12_metrics/balanced_sampling, as people write them."""

import itertools

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


@instead_of("BalancedDataset")
class TurnByTurn(Dataset):
    """The list of samples grows by a whole turn at a time.

    Known: whole_turns.
    """

    def __init__(self, positives, negatives, ratio, length):
        if ratio == 0:
            self.samples = list(positives) + list(negatives)
            return
        p, n = itertools.cycle(positives), itertools.cycle(negatives)
        self.samples = []
        while len(self.samples) < length:
            self.samples.append(next(p))
            self.samples += [next(n) for _ in range(ratio)]

    def __len__(self):
        return len(self.samples)

    def __getitem__(self, index):
        return self.samples[index]


@instead_of("BalancedDataset")
class OnAndOn(Dataset):
    """Each call takes the next one, whatever the index is.

    Known: one_after_the_other.
    """

    def __init__(self, positives, negatives, ratio, length):
        self.p, self.n = itertools.cycle(positives), itertools.cycle(negatives)
        self.all = [*positives, *negatives]
        self.ratio, self.length = ratio, length

    def __len__(self):
        return self.length if self.ratio else len(self.all)

    def __getitem__(self, index):
        if index >= len(self):
            raise IndexError(index)
        if self.ratio == 0:
            return self.all[index]
        return next(self.n if index % (self.ratio + 1) else self.p)


@instead_of("BalancedDataset")
class RoundByRound(Dataset):
    """Negatives begin again with the positives, and where there are fewer of them they run out.

    Known: both_begin_again_together, negatives_run_out.
    """

    def __init__(self, positives, negatives, ratio, length):
        self.positives, self.negatives = positives, negatives
        self.ratio, self.length = ratio, length

    def __len__(self):
        return self.length if self.ratio > 0 else len(self.positives) + len(self.negatives)

    def __getitem__(self, index):
        if index >= len(self):
            raise IndexError("end")
        if self.ratio == 0:
            return [*self.positives, *self.negatives][index]
        block, place = divmod(index, self.ratio + 1)
        block %= len(self.positives)
        if place == 0:
            return self.positives[block]
        return self.negatives[block * self.ratio + place - 1]


@instead_of("BalancedDataset")
class ByPattern(Dataset):
    """Whose turn it is is right, but the place in both lists is the index.

    Known: nothing.
    """

    def __init__(self, positives, negatives, ratio, length):
        self.length = length if ratio else len(positives) + len(negatives)
        self.p, self.n, self.pattern = positives, negatives, "p" + "n" * ratio

    def __len__(self):
        return self.length

    def __getitem__(self, i):
        if i >= self.length:
            raise IndexError
        if len(self.pattern) == 1:
            return (self.p + self.n)[i]
        kind = self.p if self.pattern[i % len(self.pattern)] == "p" else self.n
        return kind[i % len(kind)]
