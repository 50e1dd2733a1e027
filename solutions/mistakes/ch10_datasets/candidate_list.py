"""Known wrong answers to ch10_datasets/candidate_list."""

from katas._dojo.writing.mistakes import Edit

NEAR = "if all(offset <= diameter_mm / 4 for offset in offsets):"

the_distance_between_them = Edit(
    """You compared the distance of the two places. Here each axis is asked by itself, so what lies
    near is a box, not a ball.""",
    {NEAR: "if sum(offset**2 for offset in offsets) ** 0.5 <= diameter_mm / 4:"},
)

offsets_with_a_sign = Edit(
    """You compared offsets with their sign. A large negative one is less than any tolerance, and
    yet far away: take abs.""",
    {"abs(a - b)": "a - b"},
)

half_the_diameter = Edit(
    """You took half the diameter for the tolerance. It is a quarter of it.""",
    {"diameter_mm / 4": "diameter_mm / 2"},
)

an_exact_quarter_refused = Edit(
    """You refuse an offset of exactly a quarter of the diameter. At most a quarter is <=.""",
    {"offset <= diameter_mm": "offset < diameter_mm"},
)

only_the_same_place = Edit(
    """You looked for an annotation at exactly the place of the candidate. The two tables differ by
    a little: compare with a tolerance.""",
    {NEAR: "if not any(offsets):"},
)

anywhere_in_the_series = Edit(
    """You gave candidates the diameter of an annotation that is not near them at all. The same
    series is not enough: compare the places.""",
    {NEAR: "if True:"},
)

annotations_of_other_series = Edit(
    """You compared with the annotations of other series, too. The same place in another patient
    says nothing: match series_uid first.""",
    {
        "annotations[uid])": "[it for those in annotations.values() for it in those])",
    },
)

the_last_annotation = Edit(
    """You let a later annotation replace the one that was found first. The first that is near
    enough counts.""",
    {"in annotations:": "in reversed(annotations):"},
)

one_annotation_of_a_series = Edit(
    """You kept one annotation of each series, so that a later one takes the place of those before.
    A scan may have several nodules: keep a list of them.""",
    {
        "annotations[uid].append((_xyz(place), float(diameter)))": (
            "annotations[uid] = [(_xyz(place), float(diameter))]"
        ),
    },
)

the_place_of_the_annotation = Edit(
    """You gave a candidate the place of its annotation. It only takes the diameter, and keeps its
    own centre.""",
    {
        "diameter_mm = _diameter_near(center_xyz, annotations[uid])": """
            diameter_mm = _diameter_near(center_xyz, annotations[uid])
            for it in annotations[uid]:
                if _diameter_near(center_xyz, [it]):
                    center_xyz, _ = it
                    break
        """,
    },
)

a_string_taken_for_a_bool = Edit(
    """You made a bool of the text in the column. "0" is a string that is not empty, so it counts as
    true: compare it with "1", or make an int of it first.""",
    {'label == "1"': "bool(label)"},
)

nodules_only = Edit(
    """You gave a diameter to nodules alone. Any candidate that lies near an annotation takes its
    diameter, whatever its class.""",
    {
        "diameter_mm = _diameter_near(center_xyz, annotations[uid])": """
            diameter_mm = _diameter_near(center_xyz, annotations[uid]) if label == "1" else 0.0
        """,
    },
)

candidates_left_out = Edit(
    """You left out the candidates that are near no annotation. They belong to the list, with a
    diameter of 0.0.""",
    {
        "candidates.append(": """
            if diameter_mm == 0.0:
                continue
            candidates.append("""
    },
)

the_smallest_first = Edit(
    """Your list begins with the smallest. sorted goes upwards: reverse=True.""",
    {"sorted(candidates, reverse=True)": "sorted(candidates)"},
)

in_the_order_of_the_file = Edit(
    """You left the candidates in the order of the file. Sort them, so that every k-th of them makes
    a sample of all sizes.""",
    {"sorted(candidates, reverse=True)": "candidates"},
)
