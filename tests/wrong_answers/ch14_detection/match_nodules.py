"""Wrong answers to ch14_detection/match_nodules, as people write them."""

import numpy as np

from katas._dojo.writing.mistakes import instead_of


@instead_of("match_nodules")
def by_half_the_diameter(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """A diameter is taken for a radius.

    Known: by_the_radius.
    """
    n, d = len(nodules_xyz), len(detected_xyz)
    best, alone = np.zeros(n, dtype=int), np.ones(d, dtype=bool)
    for i in range(n):
        for j in range(d):
            distance = np.sqrt(((nodules_xyz[i] - detected_xyz[j]) ** 2).sum())
            if distance / (diameters_mm[i] / 2) < 0.7:
                best[i] = max(best[i], detected_classes[j])
                alone[j] = False
    return best, alone


@instead_of("match_nodules")
def the_last_one_wins(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """A later detection overwrites an earlier one.

    Known: the_last_detection.
    """
    best = np.zeros(len(nodules_xyz), dtype=int)
    alone = np.ones(len(detected_xyz), dtype=bool)
    for j, (xyz, it) in enumerate(zip(detected_xyz, detected_classes, strict=True)):
        hit = np.linalg.norm(nodules_xyz - xyz, axis=1) / diameters_mm < 0.7
        best[hit] = it
        alone[j] = not hit.any()
    return best, alone


@instead_of("match_nodules")
def only_the_good_ones(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """What was filtered out is not matched, and 0.7 is near enough.

    Known: filtered_ones_do_not_count, at_seven_tenths.
    """
    distances = np.linalg.norm(nodules_xyz[:, None, :] - detected_xyz[None, :, :], axis=2)
    near = (distances / diameters_mm[:, None] <= 0.7) & (detected_classes >= 2)[None]
    best = np.zeros(len(nodules_xyz), dtype=int)
    for i, row in enumerate(near):
        best[i] = max(detected_classes[row], default=0)
    return best, near.sum(0) == 0


@instead_of("match_nodules")
def without_a_start(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """Where nothing was detected the maximum is an error.

    Known: no_detection_is_an_error.
    """
    d = np.sqrt(((nodules_xyz[:, None] - detected_xyz[None]) ** 2).sum(-1))
    near = d / diameters_mm.reshape(-1, 1) < 0.7
    return (near * detected_classes).max(1), ~near.any(0)


@instead_of("match_nodules")
def squares(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """The root is left out, and the first detection decides.

    Known: the_root_forgotten, the_first_detection.
    """
    near = ((detected_xyz[:, None] - nodules_xyz[None]) ** 2).sum(-1) / diameters_mm < 0.7
    status = np.zeros(len(nodules_xyz), int)
    for t in range(len(nodules_xyz)):
        ks = detected_classes[near[:, t]]
        status[t] = ks[0] if len(ks) else 0
    return status, ~near.any(1)


@instead_of("match_nodules")
def found_for_unused(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """The mask is the other way round, and of no nodule the classes are floats.

    Known: those_that_belong, floats_of_nothing.
    """
    near = np.linalg.norm(detected_xyz[:, None] - nodules_xyz[None], axis=-1) < 0.7 * diameters_mm
    status = [detected_classes[it].max() if it.any() else 0 for it in near.T]
    return np.array(status), near.any(1)


@instead_of("match_nodules")
def found_and_done(detected_xyz, detected_classes, nodules_xyz, diameters_mm):
    """The loop over nodules ends with the first that is near.

    Known: the_first_nodule_alone.
    """
    status = np.zeros(len(nodules_xyz), dtype=int)
    alone = np.zeros(len(detected_xyz), dtype=bool)
    for j in range(len(detected_xyz)):
        for t in range(len(nodules_xyz)):
            d = np.linalg.norm(detected_xyz[j] - nodules_xyz[t])
            if d / diameters_mm[t] < 0.7:
                status[t] = max(status[t], detected_classes[j])
                break
        else:
            alone[j] = True
    return status, alone
