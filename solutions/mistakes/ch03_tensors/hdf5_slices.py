"""Known wrong answers to ch03_tensors/hdf5_slices."""

from katas._dojo.writing.mistakes import Edit

the_whole_array = Edit(
    """You read the whole array to return its end. Index the dataset itself, not an array that was
    made of it: that reads a slice and no more.""",
    {'file["coords"][-n:]': 'file["coords"][:][-n:]'},
)

sliced_too_late = Edit(
    """You indexed the dataset when the file was closed: until then nothing is read. Index it within
    the with, or before close().""",
    {
        """
        with h5py.File(path, "r") as file:
            return torch.from_numpy(file["coords"][-n:])
        """: """
        with h5py.File(path, "r") as file:
            coords = file["coords"]
        return torch.from_numpy(coords[-n:])
        """,
    },
)

opened_anew = Edit(
    """You opened the file to write a new one, and what was in it is lost. Mode "r" only reads.""",
    {'"r"': '"w"'},
)

the_first_points = Edit(
    """You returned the first points. The last n begin at -n.""",
    {"[-n:]": "[:n]"},
)

all_but_the_first = Edit(
    """You returned all points from number n on. The last n begin at -n.""",
    {"[-n:]": "[n:]"},
)

one_point = Edit(
    """You returned a single point, without the dimension that counts points. A range keeps it:
    [-n:].""",
    {"[-n:]": "[-n]"},
)

the_last_one_missing = Edit(
    """Your last point is missing: a range stops before its end, and -1 is the last. Leave the end
    away.""",
    {"[-n:]": "[-n:-1]"},
)

one_too_many = Edit(
    """You returned one point too many. The last n begin at -n.""",
    {"[-n:]": "[-n - 1 :]"},
)

read_as_float32 = Edit(
    """You gave float32, whatever the dtype in the file. from_numpy keeps it.""",
    {'file["coords"][-n:])': 'file["coords"][-n:]).float()'},
)

an_array = Edit(
    """You returned an array of NumPy. from_numpy makes a tensor of it, without a copy.""",
    {'torch.from_numpy(file["coords"][-n:])': 'file["coords"][-n:]'},
)

added_to_the_file = Edit(
    """You opened a file that was there to add to it, and what it held is in the way, or is kept.
    Mode "w" begins a new file.""",
    {'"w"': '"a"'},
)

created_where_one_is = Edit(
    """You created a dataset in a file that has one of this name: mode "a" opens what is there, to
    add to it. Mode "w" begins a new file.""",
    {
        '"w"': '"a"',
        'file["coords"] = points.cpu().numpy()': (
            'file.create_dataset("coords", data=points.cpu().numpy())'
        ),
    },
)

written_as_float32 = Edit(
    """You wrote float32, whatever the dtype of the points. A dataset takes the dtype of its
    array.""",
    {".numpy()": '.numpy().astype("float32")'},
)

written_from_a_list = Edit(
    """Your dataset has the dtype that NumPy gives to Python's numbers, float64 or int64. Write the
    array, points.cpu().numpy().""",
    {"points.cpu().numpy()": "points.tolist()"},
)

another_name = Edit(
    """You named the dataset otherwise. Whoever reads the file looks for "coords".""",
    {'file["coords"] =': 'file["points"] ='},
)
