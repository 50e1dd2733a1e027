import csv
from collections import defaultdict, namedtuple
from pathlib import Path

Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")


def candidate_list(folder: Path) -> list[Candidate]:
    annotations = defaultdict(list)
    for uid, *place, diameter in _rows(folder / "annotations.csv"):
        annotations[uid].append((_xyz(place), float(diameter)))

    candidates = []
    for uid, *place, label in _rows(folder / "candidates.csv"):
        center_xyz = _xyz(place)
        diameter_mm = _diameter_near(center_xyz, annotations[uid])
        candidates.append(Candidate(label == "1", diameter_mm, uid, center_xyz))
    return sorted(candidates, reverse=True)


def _rows(path):
    with path.open(newline="") as file:
        _header, *rows = csv.reader(file)
    return rows


def _xyz(place):
    return tuple(map(float, place))


def _diameter_near(center_xyz, annotations):
    for annotated_xyz, diameter_mm in annotations:
        offsets = [abs(a - b) for a, b in zip(center_xyz, annotated_xyz, strict=True)]
        if all(offset <= diameter_mm / 4 for offset in offsets):
            return diameter_mm
    return 0.0
