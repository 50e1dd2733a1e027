"""Known wrong answers to ch10_datasets/sample_tuple."""

from katas._dojo.writing.mistakes import Edit

LABEL = "[not candidate.is_nodule, candidate.is_nodule]"

the_nodule_in_the_first_place = Edit(
    """You put the nodule in the first place of the label. The first is for anything else, the
    second for a nodule: [0, 1].""",
    {LABEL: "[candidate.is_nodule, not candidate.is_nodule]"},
)

the_diameter_asked = Edit(
    """You took for a nodule what has a diameter. A nodule may have none, and something else may lie
    near one: is_nodule says what it is.""",
    {LABEL: "[candidate.diameter_mm == 0, candidate.diameter_mm > 0]"},
)

a_label_of_floats = Edit(
    """Your label holds floats. Classes are whole numbers, int64.""",
    {"torch.int64": "torch.float32"},
)

a_label_of_bools = Edit(
    """Your label holds bools, which is what torch makes of a list of bools. Give the dtype:
    int64.""",
    {", dtype=torch.int64": ""},
)

the_number_of_the_class = Edit(
    """Your label is the number of the class. Here it has a place for each class, [2], and a 1 in
    one of them.""",
    {LABEL: "int(candidate.is_nodule)"},
)

the_channel_forgotten = Edit(
    """Your crop has no channel. A batch of them would be [N, I, R, C], where a convolution expects
    [N, 1, I, R, C].""",
    {".unsqueeze(0)": ""},
)

the_channel_at_the_end = Edit(
    """You put the channel last. torch has it ahead of the axes of the image: [1, I, R, C].""",
    {"unsqueeze(0)": "unsqueeze(-1)"},
)

a_batch_dimension_too = Edit(
    """You gave the crop a dimension for the batch as well. That one comes from the DataLoader: a
    sample is [1, I, R, C].""",
    {"unsqueeze(0)": "unsqueeze(0).unsqueeze(0)"},
)

the_dtype_of_the_array = Edit(
    """You left the crop in the dtype of the array. A network works in float32: convert it.""",
    {".float()": ""},
)

the_crop_edited = Edit(
    """You changed the array that you were given. It may be part of a scan that others read, too:
    convert without touching it.""",
    {
        "crop = torch": """
            crop.clip(0, 1, out=crop)
            crop = torch""",
    },
)

the_centre_in_millimetres = Edit(
    """Your centre is the place in the patient, in millimetres. Give the voxel, center_irc, as whole
    numbers.""",
    {"torch.tensor(center_irc)": "torch.tensor(candidate.center_xyz)"},
)

the_centre_as_floats = Edit(
    """Your centre holds floats. It is the index of a voxel: int64.""",
    {"torch.tensor(center_irc)": "torch.tensor(center_irc, dtype=torch.float32)"},
)

the_centre_turned_around = Edit(
    """You turned the centre around. It stays index, row, column, as the axes of the scan.""",
    {"torch.tensor(center_irc)": "torch.tensor(center_irc[::-1])"},
)

the_centre_left_a_tuple = Edit(
    """You left the centre a tuple. A DataLoader would make three tensors of it, one for each axis:
    give one tensor, [3].""",
    {"torch.tensor(center_irc)": "center_irc"},
)

the_series_at_the_end = Edit(
    """You gave the series last. The order is crop, label, series, centre: whoever unpacks a batch
    relies on it.""",
    {
        "candidate.series_uid, torch.tensor(center_irc)": (
            "torch.tensor(center_irc), candidate.series_uid"
        ),
    },
)
