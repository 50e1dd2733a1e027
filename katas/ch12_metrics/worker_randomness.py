"""Random numbers in workers (§12.6.1).

The workers of a DataLoader start anew in each epoch, each with a copy of the data set as it is in
the main process.  A generator that the data set keeps is copied with it: all workers draw the same
numbers, and in the next epoch they draw them again.  Torch's own generator is another matter: the
DataLoader seeds it in each worker, with another seed in each epoch.
"""

from torch import Tensor
from torch.utils.data import Dataset


class NoisyDataset(Dataset):
    """Samples with noise that is drawn anew whenever one is asked for.

    ``samples`` [N, ...] are floats.  Noise is normal, with standard deviation ``noise``, another
    number for each element.  It differs between samples, between epochs, between workers, and it
    can be repeated: with workers by the generator that the DataLoader is given, without by
    ``torch.manual_seed``.  The samples themselves do not change.
    """

    def __init__(self, samples: Tensor, noise: float):
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of samples."""
        raise NotImplementedError

    def __getitem__(self, index: int) -> Tensor:
        """Return sample ``index`` with its noise, in its shape and dtype."""
        raise NotImplementedError
