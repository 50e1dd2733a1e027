"""Known wrong answers to ch10_datasets/patient_coordinates."""

from katas._dojo.writing.mistakes import Edit

the_inverse_of_the_book = Edit(
    """Your way back turns the wrong way wherever the direction matrix is not symmetric, as the
    book's offset @ inv(direction) does. A matrix stands on the left of what it turns, and so does
    its inverse: inv(direction) @ offset.""",
    {"np.linalg.inv(direction) @ offset": "offset @ np.linalg.inv(direction)"},
)

the_turn_transposed = Edit(
    """Your direction matrix turns the wrong way on the way to the patient, as it does from the
    right side, or transposed. It stands on the left: direction @ (cri * spacing).""",
    {"direction @ (cri * spacing_xyz)": "(cri * spacing_xyz) @ direction"},
)

the_spacing_after_the_turn = Edit(
    """You multiplied by the spacing after the turn. It belongs to the axes of the scan, not to
    those of the patient: first the spacing, then the turn.""",
    {"direction @ (cri * spacing_xyz)": "direction @ cri * spacing_xyz"},
)

the_spacing_before_the_turn_back = Edit(
    """You divided by the spacing before you turned back. It belongs to the axes of the scan: turn
    first, then divide.""",
    {
        "np.linalg.inv(direction) @ offset / spacing_xyz": (
            "np.linalg.inv(direction) @ (offset / spacing_xyz)"
        ),
    },
)

not_turned_around = Edit(
    """You took index, row, column for x, y, z. The index counts slices, which is the last of the
    three in spacing and direction: turn the order around first.""",
    {"np.array(irc[::-1])": "np.array(irc)"},
)

columns_given_first = Edit(
    """You gave column, row, index. The array wants it the other way round: turn the order around at
    the end.""",
    {"cri[::-1]": "cri"},
)

the_spacing_turned_around = Edit(
    """You turned the spacing around on the way to the patient, but it goes with column, row, index
    already.""",
    {"(cri * spacing_xyz)": "(cri * spacing_xyz[::-1])"},
)

the_spacing_turned_around_on_the_way_back = Edit(
    """You turned the spacing around on the way back, but it goes with column, row, index
    already.""",
    {"offset / spacing_xyz": "offset / spacing_xyz[::-1]"},
)

the_origin_turned = Edit(
    """You added the origin before the turn. It is a place in the patient, so it comes last.""",
    {
        "direction @ (cri * spacing_xyz) + origin_xyz": (
            "direction @ (cri * spacing_xyz + origin_xyz)"
        ),
    },
)

the_origin_taken_off_last = Edit(
    """You took the origin off after the turn back. It was added last, so it goes first.""",
    {
        "offset = np.subtract(xyz, origin_xyz)": "offset = np.array(xyz)",
        "np.linalg.inv(direction) @ offset / spacing_xyz": (
            "(np.linalg.inv(direction) @ offset - origin_xyz) / spacing_xyz"
        ),
    },
)

without_a_turn = Edit(
    """You left the direction out on the way to the patient. Patients do not always lie straight:
    the matrix turns the axes of the scan into theirs.""",
    {"direction @ (cri * spacing_xyz)": "cri * spacing_xyz"},
)

cut_off = Edit(
    """You cut off what is behind the point, so that a place just before the middle of a voxel goes
    to the one before it. Take the nearest: round.""",
    {"round(number) for": "int(number) for"},
)

floats_for_an_index = Edit(
    """Your index holds floats. An array takes ints alone: make an int of each.""",
    {"round(number) for": "float(round(number)) for"},
)

not_a_voxel = Edit(
    """Your numbers lie between voxels. Round them to the nearest one.""",
    {"round(number) for": "number for"},
)

an_array_for_a_place = Edit(
    """You returned an array. A place is a tuple of three floats, which tolist and tuple make of
    it.""",
    {"tuple(xyz.tolist())": "xyz"},
)
