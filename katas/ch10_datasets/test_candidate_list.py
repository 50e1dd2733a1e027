"""One list from two tables (§10.2.2): candidates, with the diameter of what is annotated there."""

import pytest

from katas._dojo.writing.assertions import assert_equal
from katas._dojo.writing.scans import draw_scan, write_tables
from katas.ch10_datasets.candidate_list import Candidate, candidate_list

UID, OTHER = "1.3.6.1.4.1.7", "1.3.6.1.4.1.12"
AT = (10.0, -20.0, 30.5)


def test_text_becomes_bools_and_numbers(tmp_path):
    """The fields are a bool, a float, a str, a tuple of three floats: class 0 is False."""
    _write(tmp_path, [], [(UID, *AT, 0), (UID, 11, 12, 13, 1)])
    both = [Candidate(True, 0.0, UID, (11.0, 12.0, 13.0)), Candidate(False, 0.0, UID, AT)]
    for found, expected in zip(candidate_list(tmp_path), both, strict=True):
        for field in Candidate._fields:
            assert_equal(getattr(found, field), getattr(expected, field), what=field)
        assert_equal([type(it).__name__ for it in found.center_xyz], ["float"] * 3)


@pytest.mark.parametrize(
    ("offset", "is_near"),
    [
        ((0.0, 0.0, 0.0), True),
        ((1.0, -1.5, 1.75), True),
        ((2.0, 2.0, 2.0), True),
        ((-2.0, -2.0, -2.0), True),
        ((2.25, 0.0, 0.0), False),
        ((0.0, 2.25, 0.0), False),
        ((0.0, 0.0, 2.25), False),
        ((-2.25, 0.0, 0.0), False),
        ((1.0, -3.0, 1.0), False),
        ((0.0, 0.0, -40.0), False),
        ((5.0, 4.0, 3.0), False),
    ],
)
def test_near_is_a_quarter_of_the_diameter_along_each_axis(tmp_path, offset, is_near):
    """A diameter of 8 mm reaches 2 mm either way along each axis, 2 mm included, but no further."""
    place = tuple(a + b for a, b in zip(AT, offset, strict=True))
    _write(tmp_path, [(UID, *AT, 8.0)], [(UID, *place, 1)])
    expected = [Candidate(True, 8.0 if is_near else 0.0, UID, place)]
    assert_equal(candidate_list(tmp_path), expected)


@pytest.mark.parametrize(("diameter", "is_near"), [(11.5, False), (12.0, True), (30.0, True)])
def test_a_large_nodule_reaches_further(tmp_path, diameter, is_near):
    """What lies 3 mm beside an annotation is near it if its diameter is 12 mm or more."""
    place = (AT[0], AT[1] + 3, AT[2])
    _write(tmp_path, [(UID, *AT, diameter)], [(UID, *place, 1)])
    expected = [Candidate(True, diameter if is_near else 0.0, UID, place)]
    assert_equal(candidate_list(tmp_path), expected)


def test_annotations_of_other_series_do_not_count(tmp_path):
    """The same place in another series is the place of another patient."""
    _write(tmp_path, [(OTHER, *AT, 9.5), (UID, 90, 90, 90, 5.0)], [(UID, *AT, 1), (OTHER, *AT, 1)])
    expected = [Candidate(True, 9.5, OTHER, AT), Candidate(True, 0.0, UID, AT)]
    assert_equal(candidate_list(tmp_path), expected)


@pytest.mark.parametrize("diameters", [(8.0, 20.0), (20.0, 8.0)])
def test_the_first_that_is_near_counts(tmp_path, diameters):
    """Of several annotations the first that is near enough gives the diameter."""
    far = (UID, 90.0, -20.0, 30.5, 14.0)
    annotations = [far, *((UID, *AT, diameter) for diameter in diameters)]
    _write(tmp_path, annotations, [(UID, *AT, 1)])
    assert_equal(candidate_list(tmp_path), [Candidate(True, diameters[0], UID, AT)])


def test_what_is_no_nodule_takes_a_diameter_too(tmp_path):
    """A candidate of class 0 near an annotation has its diameter, and a nodule may have none."""
    _write(tmp_path, [(UID, *AT, 6.0)], [(UID, *AT, 0), (UID, 1, 2, 3, 1)])
    expected = [Candidate(True, 0.0, UID, (1.0, 2.0, 3.0)), Candidate(False, 6.0, UID, AT)]
    assert_equal(candidate_list(tmp_path), expected)


def test_the_largest_nodule_comes_first(tmp_path):
    """Nodules come before the rest; then it goes by diameter, series, centre, downwards."""
    places = [(float(n), 0.0, -50.0 * n) for n in range(4)]
    annotations = [(UID, *places[1], 5.0), (OTHER, *places[1], 25.0), (UID, *places[2], 9.0)]
    candidates = [(OTHER, *places[0], 0), (OTHER, *places[1], 1), (UID, -7, 0, 0, 0)]
    candidates += [(UID, *place, int(n > 0)) for n, place in enumerate(places)]
    _write(tmp_path, annotations, candidates)
    expected = [
        Candidate(True, 25.0, OTHER, places[1]),
        Candidate(True, 9.0, UID, places[2]),
        Candidate(True, 5.0, UID, places[1]),
        Candidate(True, 0.0, UID, places[3]),
        Candidate(False, 0.0, UID, places[0]),
        Candidate(False, 0.0, UID, (-7.0, 0.0, 0.0)),
        Candidate(False, 0.0, OTHER, places[0]),
    ]
    assert_equal(candidate_list(tmp_path), expected)


def test_every_nodule_of_a_scan_is_found(tmp_path):
    """In the tables of drawn scans every nodule is found with its diameter."""
    scans = [draw_scan(seed, shape=(14, 20, 24), n_nodules=1) for seed in (1, 2)]
    write_tables(scans, tmp_path)
    diameters = sorted((scan.nodules[0].diameter_mm for scan in scans), reverse=True)
    found = [it.diameter_mm for it in candidate_list(tmp_path) if it.is_nodule]
    assert_equal(found, diameters, what="the diameters of the nodules")


def _write(folder, annotations, candidates):
    for name, last, rows in [
        ("annotations", "diameter_mm", annotations),
        ("candidates", "class", candidates),
    ]:
        lines = [("seriesuid", "coordX", "coordY", "coordZ", last), *rows]
        text = "".join(",".join(map(str, line)) + "\n" for line in lines)
        (folder / f"{name}.csv").write_text(text)
