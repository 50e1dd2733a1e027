"""A validation set that is like the training set (§10.5.3).

Nodules are rare, so a random choice may hardly have any.  The book sorts the candidates and takes
every tenth of them, which gives large, small and no nodules their share.  But candidates of one
patient are alike: with some of them on each side, the validation set tells how well a model
remembers.  So whole patients are sorted, and every k-th of them is taken.
"""

from collections.abc import Sequence

Candidate = tuple[str, bool]


def representative_split(
    candidates: Sequence[Candidate], val_stride: int
) -> tuple[list[Candidate], list[Candidate]]:
    """Return the candidates for training, then those for validation, each in the given order.

    A candidate is its patient's series, with whether it is a nodule.  Patients are sorted by how
    many nodules they have, the most first; where these are equal, by their series, as strings
    are.  Number 0, ``val_stride``, twice ``val_stride`` and so on are for validation, with all
    of their candidates; the others are for training.

    Raises ValueError if one side would be empty, naming the number of patients.
    """
    raise NotImplementedError
