"""Wrong answers to ch14_detection/malignant_sampling, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("malignancy_sample")
def swapped(index, malignant, benign, no_nodule):
    """The halves are counted by quarters, and the quarters by halves.

    Known: halves_and_quarters_swapped.
    """
    for name, it in (("malignant", malignant), ("benign", benign), ("no_nodule", no_nodule)):
        if len(it) == 0:
            raise ValueError(f"there is nothing in {name}")
    if index % 2:
        return malignant[(index // 4) % len(malignant)], True
    if index % 4:
        return no_nodule[(index // 2) % len(no_nodule)], False
    return benign[(index // 2) % len(benign)], False


@instead_of("malignancy_sample")
def typed_in(index, malignant, benign, no_nodule):
    """An empty list is a ZeroDivisionError.

    Known: an_empty_list_of_the_book.
    """
    if index % 2 != 0:
        return malignant[(index // 2) % len(malignant)], True
    if index % 4 == 0:
        return benign[(index // 4) % len(benign)], False
    return no_nodule[(index // 4) % len(no_nodule)], False


@instead_of("malignancy_sample")
def malignant_ones_first(index, malignant, benign, no_nodule):
    """A turn begins with a malignant sample, and the error names nothing.

    Known: malignant_first, an_error_without_a_name.
    """
    if not (malignant and benign and no_nodule):
        raise ValueError("all lists need samples")
    turn, kind = index // 4, index % 4
    if kind in (0, 2):
        return malignant[index // 2 % len(malignant)], True
    pool = benign if kind == 1 else no_nodule
    return pool[turn % len(pool)], False


@instead_of("malignancy_sample")
def until_they_run_out(index, malignant, benign, no_nodule):
    """Lists do not begin again.

    Known: no_end.
    """
    for name, it in {"malignant": malignant, "benign": benign, "no_nodule": no_nodule}.items():
        if not it:
            raise ValueError(name)
    i = index // 4
    return [
        lambda: (benign[i], False),
        lambda: (malignant[2 * i], True),
        lambda: (no_nodule[i], False),
        lambda: (malignant[2 * i + 1], True),
    ][index % 4]()
