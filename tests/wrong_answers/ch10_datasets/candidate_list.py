"""Wrong answers to ch10_datasets/candidate_list, as people write them."""

import csv
import math
from collections import namedtuple

from katas._dojo.writing.mistakes import instead_of

Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")


def _table(path):
    with open(path) as f:
        return list(csv.reader(f))[1:]


@instead_of("candidate_list")
def the_distance(folder):
    """The distance is compared, not the three offsets.

    Known: the_distance_between_them.
    """
    diameters = {}
    for uid, x, y, z, d in _table(folder / "annotations.csv"):
        diameters.setdefault(uid, []).append(((float(x), float(y), float(z)), float(d)))
    found = []
    for uid, x, y, z, cls in _table(folder / "candidates.csv"):
        center = (float(x), float(y), float(z))
        d = 0.0
        for annotated, size in diameters.get(uid, []):
            if math.dist(center, annotated) <= size / 4:
                d = size
                break
        found.append(Candidate(bool(int(cls)), d, uid, center))
    found.sort(reverse=True)
    return found


@instead_of("candidate_list")
def bool_of_a_string(folder):
    """Every candidate is a nodule, and the smallest comes first.

    Known: a_string_taken_for_a_bool, the_smallest_first.
    """
    annotations = _table(folder / "annotations.csv")
    found = []
    for row in _table(folder / "candidates.csv"):
        center = tuple(float(it) for it in row[1:4])
        diameter = 0.0
        for annotation in annotations:
            size = float(annotation[4])
            near = all(abs(center[i] - float(annotation[i + 1])) <= size / 4 for i in range(3))
            if annotation[0] == row[0] and near:
                diameter = size
                break
        found.append(Candidate(bool(row[4]), diameter, row[0], center))
    return sorted(found)


@instead_of("candidate_list")
def joined_by_the_series(folder):
    """Whatever annotation the series has gives the diameter.

    Known: anywhere_in_the_series.
    """
    diameters = {}
    for row in _table(folder / "annotations.csv"):
        diameters.setdefault(row[0], float(row[4]))
    found = [
        Candidate(
            row[4] == "1", diameters.get(row[0], 0.0), row[0], tuple(float(x) for x in row[1:4])
        )
        for row in _table(folder / "candidates.csv")
    ]
    return sorted(found, reverse=True)


@instead_of("candidate_list")
def only_what_is_annotated(folder):
    """A candidate that is near no annotation is left out.

    Known: candidates_left_out.
    """
    found = []
    annotations = _table(folder / "annotations.csv")
    for uid, *xyz, cls in _table(folder / "candidates.csv"):
        xyz = tuple(map(float, xyz))
        for other_uid, *other_xyz, diameter in annotations:
            if uid != other_uid:
                continue
            diameter = float(diameter)
            deltas = [abs(a - float(b)) for a, b in zip(xyz, other_xyz, strict=True)]
            if max(deltas) <= diameter / 4:
                found.append(Candidate(cls == "1", diameter, uid, xyz))
                break
    return sorted(found, reverse=True)


@instead_of("candidate_list")
def a_dictionary_of_annotations(folder):
    """The annotations of a series replace one another.

    Known: one_annotation_of_a_series.
    """
    with open(folder / "annotations.csv") as file:
        of_series = {row["seriesuid"]: row for row in csv.DictReader(file)}
    found = []
    with open(folder / "candidates.csv") as file:
        for row in csv.DictReader(file):
            place = tuple(float(row[f"coord{axis}"]) for axis in "XYZ")
            diameter_mm = 0.0
            if annotation := of_series.get(row["seriesuid"]):
                diameter = float(annotation["diameter_mm"])
                other = [float(annotation[f"coord{axis}"]) for axis in "XYZ"]
                if all(abs(a - b) <= diameter / 4 for a, b in zip(place, other, strict=True)):
                    diameter_mm = diameter
            found.append(Candidate(row["class"] == "1", diameter_mm, row["seriesuid"], place))
    return sorted(found, reverse=True)
