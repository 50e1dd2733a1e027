"""Right answers to ch14_detection/malignant_sampling, written differently."""

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A remainder is not negative, and by 2 it is 0 or 1.": [
        ("place % 2 == 1", "place % 2 >= 1"),
        ("place == 0", "place <= 0"),
    ],
}


@instead_of("malignancy_sample")
def as_in_the_book(index, malignant, benign, no_nodule):
    ndx, mal_list, ben_list, neg_list = index, malignant, benign, no_nodule
    if not mal_list:
        raise ValueError("no sample in malignant")
    if not ben_list:
        raise ValueError("no sample in benign")
    if not neg_list:
        raise ValueError("no sample in no_nodule")
    if ndx % 2 != 0:
        return mal_list[(ndx // 2) % len(mal_list)], True
    if ndx % 4 == 0:
        return ben_list[(ndx // 4) % len(ben_list)], False
    return neg_list[(ndx // 4) % len(neg_list)], False


@instead_of("malignancy_sample")
def by_a_table(index, malignant, benign, no_nodule):
    empty = [
        name
        for name, it in zip(
            ("malignant", "benign", "no_nodule"), (malignant, benign, no_nodule), strict=True
        )
        if len(it) == 0
    ]
    if empty:
        raise ValueError(f"empty: {', '.join(empty)}")
    kinds = [(benign, 1, 0), (malignant, 2, 0), (no_nodule, 1, 0), (malignant, 2, 1)]
    samples, in_a_turn, first = kinds[index % 4]
    return samples[(index // 4 * in_a_turn + first) % len(samples)], samples is malignant
