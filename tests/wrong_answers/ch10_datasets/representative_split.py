"""Wrong answers to ch10_datasets/representative_split, as people write them."""

from katas._dojo.writing.mistakes import instead_of


def _check(candidates, training, validation):
    if not training or not validation:
        raise ValueError(f"{len({uid for uid, _ in candidates})} patients are too few")


@instead_of("representative_split")
def as_in_the_book(candidates, val_stride):
    """Every k-th candidate is taken, so that patients are on both sides.

    Known: every_kth_candidate_of_the_book.
    """
    training = sorted(candidates, key=lambda it: it[1], reverse=True)
    validation = training[::val_stride]
    del training[::val_stride]
    _check(candidates, training, validation)
    return training, validation


@instead_of("representative_split")
def patients_as_they_come(candidates, val_stride):
    """Patients are not sorted by their nodules.

    Known: patients_by_their_series.
    """
    patients = sorted({uid for uid, _ in candidates})
    chosen = patients[::val_stride]
    training = [c for c in candidates if c[0] not in chosen]
    validation = [c for c in candidates if c[0] in chosen]
    _check(candidates, training, validation)
    return training, validation


@instead_of("representative_split")
def validation_stays_in_training(candidates, val_stride):
    """All candidates are for training, validation among them.

    Known: validated_on_what_was_trained.
    """
    nodules = {}
    for uid, is_nodule in candidates:
        nodules[uid] = nodules.get(uid, 0) + int(is_nodule)
    patients = sorted(nodules, key=lambda uid: (-nodules[uid], uid))
    chosen = set(patients[::val_stride])
    if not chosen or len(chosen) == len(patients):
        raise ValueError(f"only {len(patients)} patients")
    return list(candidates), [c for c in candidates if c[0] in chosen]


@instead_of("representative_split")
def sides_exchanged(candidates, val_stride):
    """Validation is returned first, and nobody is told of an empty side.

    Known: validation_first, an_empty_side_let_through.
    """
    counts = {uid: 0 for uid, _ in candidates}
    for uid, is_nodule in candidates:
        if is_nodule:
            counts[uid] += 1
    patients = sorted(sorted(counts), key=counts.get, reverse=True)
    validation, training = [], []
    for uid, is_nodule in candidates:
        side = training if patients.index(uid) % val_stride else validation
        side.append((uid, is_nodule))
    return validation, training


@instead_of("representative_split")
def in_groups(candidates, val_stride):
    """The candidates of a patient come one after the other.

    Known: patient_by_patient.
    """
    groups = {}
    for candidate in candidates:
        groups.setdefault(candidate[0], []).append(candidate)
    patients = sorted(groups, key=lambda uid: (-sum(it for _, it in groups[uid]), uid))
    chosen = patients[::val_stride]
    rest = [uid for uid in patients if uid not in chosen]
    if not (chosen and rest):
        raise ValueError(f"{len(patients)} patients")
    return [it for uid in rest for it in groups[uid]], [it for uid in chosen for it in groups[uid]]


@instead_of("representative_split")
def a_stride_of_candidates(candidates, val_stride):
    """Every k-th candidate is taken, whoever it belongs to.

    Known: every_kth_candidate_of_the_book.
    """
    n_patients = len({uid for uid, _ in candidates})
    validation = list(candidates[::val_stride])
    training = [it for n, it in enumerate(candidates) if n % val_stride]
    if n_patients < 2 or not training:
        raise ValueError(f"{n_patients} patients")
    return training, validation
