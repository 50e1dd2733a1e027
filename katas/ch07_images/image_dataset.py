"""Two classes of CIFAR-10 (§7.1.3).

torchvision's CIFAR10 has 50,000 images of ten classes.  ``cifar10.targets`` is the list of all
labels; ``cifar10[i]`` reads image i, applies the dataset's transform, and gives (image, label).
"""

from torch.utils.data import Dataset


class TwoClasses(Dataset):
    """The samples of ``cifar10`` whose label is one of ``classes``, in the same order.

    Each is a pair of image and label; the new label is the int 0 for the first of ``classes``
    and 1 for the second.  An image is read when it is asked for, and not before: the transform
    runs at each access, as in ``cifar10`` itself.

    >>> cifar2 = TwoClasses(cifar10)  # airplanes are 0 in CIFAR-10, birds are 2
    >>> image, label = cifar2[0]
    """

    def __init__(self, cifar10: Dataset, classes: tuple[int, int] = (0, 2)):
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    def __getitem__(self, index: int) -> tuple:
        raise NotImplementedError
