from collections import Counter
from collections.abc import Sequence

Candidate = tuple[str, bool]


def representative_split(
    candidates: Sequence[Candidate], val_stride: int
) -> tuple[list[Candidate], list[Candidate]]:
    n_nodules = Counter()
    for series_uid, is_nodule in candidates:
        n_nodules[series_uid] += is_nodule
    patients = sorted(n_nodules, key=lambda series_uid: (-n_nodules[series_uid], series_uid))
    for_validation = set(patients[::val_stride])
    if len(for_validation) in (0, len(patients)):
        raise ValueError(f"{len(patients)} patients leave nothing on one side of the split")
    training = [it for it in candidates if it[0] not in for_validation]
    validation = [it for it in candidates if it[0] in for_validation]
    return training, validation
