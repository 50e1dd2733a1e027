"""Right answers to ch10_datasets/candidate_list, written differently."""

import csv
from collections import namedtuple

import torch

from katas._dojo.writing.mistakes import instead_of

Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")

EQUIVALENT = {
    "Candidate is given: the stub has it.": [
        (
            'Candidate = namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")',
            "pass",
        ),
        (
            'namedtuple("Candidate", "is_nodule, diameter_mm, series_uid, center_xyz")',
            '"Candidate"',
        ),
        ('namedtuple("Candidate"', 'namedtuple("Candidate_"'),
        ('series_uid, center_xyz")', 'series_uid, center_xyz_")'),
    ],
    "A class is 0 or 1.": [('label == "1"', 'label >= "1"')],
    "No field of these tables holds a line break.": [('newline=""', "")],
    "Of a difference only the size is asked.": [
        ("abs(a - b)", "abs(b - a)"),
        ("for a, b in", "for b, a in"),
        ("zip(center_xyz, annotated_xyz", "zip(annotated_xyz, center_xyz"),
    ],
    "Places have three numbers.": [
        (", strict=True", ""),
        ("strict=True", "strict=False"),
    ],
}


@instead_of("candidate_list")
def the_code_of_the_book(folder):
    diameter_dict = {}
    with open(folder / "annotations.csv") as f:
        for row in list(csv.reader(f))[1:]:
            series_uid = row[0]
            center_xyz = tuple([float(x) for x in row[1:4]])
            diameter_mm = float(row[4])
            diameter_dict.setdefault(series_uid, []).append((center_xyz, diameter_mm))

    candidates = []
    with open(folder / "candidates.csv") as f:
        for row in list(csv.reader(f))[1:]:
            series_uid = row[0]
            is_nodule = bool(int(row[4]))
            candidate_xyz = tuple([float(x) for x in row[1:4]])

            candidate_diameter_mm = 0.0
            for annotation_xyz, annotation_diameter_mm in diameter_dict.get(series_uid, []):
                for i in range(3):
                    delta_mm = abs(candidate_xyz[i] - annotation_xyz[i])
                    if delta_mm > annotation_diameter_mm / 4:
                        break
                else:
                    candidate_diameter_mm = annotation_diameter_mm
                    break

            candidates.append(
                Candidate(is_nodule, candidate_diameter_mm, series_uid, candidate_xyz)
            )

    candidates.sort(reverse=True)
    return candidates


@instead_of("candidate_list")
def all_offsets_at_once(folder):
    tables = []
    for name in ("annotations", "candidates"):
        with (folder / f"{name}.csv").open() as file:
            tables.append(list(csv.DictReader(file)))
    annotations, candidates = tables

    def place(row):
        return [float(row[f"coord{axis}"]) for axis in "XYZ"]

    places, their_places = (
        torch.tensor([place(row) for row in table], dtype=torch.float64).reshape(-1, 3)
        for table in tables
    )
    diameters = [float(row["diameter_mm"]) for row in annotations]
    found = []
    for row, their_place in zip(candidates, their_places, strict=True):
        reach = torch.tensor(diameters, dtype=torch.float64)[:, None] / 4
        near = ((places - their_place).abs() <= reach).all(dim=1).tolist()
        fitting = [
            diameter
            for annotation, diameter, is_near in zip(annotations, diameters, near, strict=True)
            if is_near and annotation["seriesuid"] == row["seriesuid"]
        ]
        diameter, *_ = [*fitting, 0.0]
        is_nodule = int(row["class"]) != 0
        found.append(Candidate(is_nodule, diameter, row["seriesuid"], tuple(place(row))))
    return sorted(found)[::-1]
