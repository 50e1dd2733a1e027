"""Right answers to ch10_datasets/representative_split, written differently."""

from itertools import groupby

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "Neither side looks at the other.": [
        (
            """
            training = [it for it in candidates if it[0] not in for_validation]
            validation = [it for it in candidates if it[0] in for_validation]
            """,
            """
            validation = [it for it in candidates if it[0] in for_validation]
            training = [it for it in candidates if it[0] not in for_validation]
            """,
        ),
    ],
    "A number is no object to change in place.": [
        (
            "n_nodules[series_uid] += is_nodule",
            "n_nodules[series_uid] = n_nodules[series_uid] + is_nodule",
        ),
    ],
    "A set only looks faster than a list does.": [
        ("set(patients[::val_stride])", "patients[::val_stride]"),
    ],
    "If none is for validation, there is no patient at all.": [
        ("(0, len(patients))", "(-1, len(patients))"),
        ("(0, len(patients))", "(len(patients), 0)"),
    ],
}


@instead_of("representative_split")
def numbered_patients(candidates, val_stride):
    nodules = {}
    for uid, is_nodule in candidates:
        nodules[uid] = nodules.get(uid, 0) + (1 if is_nodule else 0)
    patients = sorted(nodules)
    patients.sort(key=nodules.get, reverse=True)
    number = {uid: n for n, uid in enumerate(patients)}
    training, validation = [], []
    for candidate in candidates:
        side = training if number[candidate[0]] % val_stride else validation
        side.append(candidate)
    if not training or not validation:
        raise ValueError(f"{len(patients)} patients are not enough for a stride of {val_stride}")
    return training, validation


@instead_of("representative_split")
def the_stride_of_the_book_on_patients(candidates, val_stride):
    groups = groupby(sorted(candidates), key=lambda it: it[0])
    counted = [(-sum(is_nodule for _, is_nodule in group), uid) for uid, group in groups]
    train_uids = [uid for _, uid in sorted(counted)]
    n_patients = len(train_uids)
    val_uids = train_uids[::val_stride]
    del train_uids[::val_stride]
    if not (train_uids and val_uids):
        raise ValueError(f"a stride of {val_stride} does not split {n_patients}")
    return (
        list(filter(lambda it: it[0] in train_uids, candidates)),
        list(filter(lambda it: it[0] in val_uids, candidates)),
    )
