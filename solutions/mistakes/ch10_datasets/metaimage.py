"""Known wrong answers to ch10_datasets/metaimage."""

from katas._dojo.writing.mistakes import Edit

columns_first = Edit(
    """Your voxels are ordered by column, row, slice. SimpleITK's images are, but GetArrayFromImage
    gives slices first already: leave its axes alone.""",
    {"torch.from_numpy(array)": "torch.from_numpy(array.transpose(2, 1, 0).copy())"},
)

reshaped_to_the_size_of_the_image = Edit(
    """You gave the voxels the shape that the image calls its size, which is columns, rows, slices.
    The numbers then stay in their order and land in wrong places: keep the array's own shape.""",
    {"torch.from_numpy(array)": "torch.from_numpy(array.reshape(image.GetSize()))"},
)

spacing_by_slice_row_column = Edit(
    """You turned the spacing around. It goes by x, y, z, as SimpleITK gives it: how far apart
    columns, rows, slices lie.""",
    {"image.GetSpacing()": "image.GetSpacing()[::-1]"},
)

origin_by_slice_row_column = Edit(
    """You turned the origin around. It is a place in the patient, x, y, z, whatever the order of
    the array.""",
    {"image.GetOrigin()": "image.GetOrigin()[::-1]"},
)

the_matrix_row_by_row = Edit(
    """Your direction is the transpose of the right one, as the header has it, column by column. Its
    columns are the directions of columns, rows, slices: take GetDirection, row by row.""",
    {".reshape(3, 3)": ".reshape(3, 3).T"},
)

nine_numbers = Edit(
    """Your direction is a list of nine numbers. To multiply with, it has to be a matrix [3, 3].""",
    {".reshape(3, 3)": ""},
)

upright = Edit(
    """You took it for granted that the patient lies straight. The header has the directions:
    GetDirection.""",
    {"np.array(image.GetDirection()).reshape(3, 3)": "np.eye(3)"},
)

clipped_as_in_the_book = Edit(
    """You cut the numbers at -1000 and 1000, as the book does while it reads. Here a scan comes as
    it is stored, so that each of its readers can choose what to cut.""",
    {".float()": ".float().clamp(-1000, 1000)"},
)

the_type_of_the_file = Edit(
    """You left the voxels in the type of the file. A network works in float32: convert them.""",
    {".float()": ""},
)

without_a_sign = Edit(
    """You read the voxels as numbers without a sign. Air is about -1000, and becomes 64536.""",
    {
        "torch.from_numpy(array)": """torch.from_numpy(
            array.astype(np.uint16) if array.dtype == np.int16 else array
        )""",
    },
)

integers_only = Edit(
    """You made integers of the voxels on the way. The file may hold fractions: ElementType, in its
    header, says so.""",
    {"torch.from_numpy(array)": "torch.from_numpy(array.astype(np.int16))"},
)

bytes_in_the_order_of_this_machine = Edit(
    """You read the bytes in the order of your machine. Other machines have it the other way round,
    and the header says which it is, in BinaryDataByteOrderMSB.""",
    {
        "torch.from_numpy(array)": """torch.from_numpy(
            array.byteswap() if "MSB = True" in path.read_text() else array
        )""",
    },
)

the_file_of_the_same_name = Edit(
    """You read the .raw of the same name as the header. Which file holds the voxels stands in the
    header, in ElementDataFile.""",
    {
        "hu = torch": """
            order = ">" if "MSB = True" in path.read_text() else "<"
            stored = array.dtype.newbyteorder(order)
            raw = np.fromfile(path.with_suffix(".raw"), stored).reshape(array.shape)
            array = raw.astype(array.dtype)
            hu = torch""",
    },
)

missing_voxels_filled = Edit(
    """Your scan has numbers where the file has none, as after a copy that broke off. Nobody would
    ever see it: an error has to tell, as SimpleITK's does.""",
    {
        "image = SimpleITK": """
            header = dict(line.split(" = ") for line in path.read_text().splitlines())
            n_bytes = {"MET_UCHAR": 1, "MET_SHORT": 2, "MET_FLOAT": 4}[header["ElementType"]]
            for size in header["DimSize"].split():
                n_bytes *= int(size)
            with (path.parent / header["ElementDataFile"]).open("ab") as raw:
                raw.truncate(n_bytes)
            image = SimpleITK""",
    },
)

an_error_without_the_file = Edit(
    """Your error does not say which file is broken. There are hundreds of scans: let SimpleITK's
    own error through, or name the file.""",
    {
        "image = SimpleITK.ReadImage(path)": """
            try:
                image = SimpleITK.ReadImage(path)
            except RuntimeError:
                raise RuntimeError("the scan cannot be read") from None
        """,
    },
)
