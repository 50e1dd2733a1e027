"""Known wrong answers to ch04_real_data/image_layout."""

from katas._dojo.writing.mistakes import Edit

reshaped = Edit(
    """You cut the bytes anew, in the order in which they lie: the shape is right, and the images
    are destroyed. Move the axis of the channels: permute.""",
    {
        "return torch.stack(images).permute(0, 3, 1, 2)": """
            batch = torch.stack(images)
            return batch.reshape(len(batch), 3, *batch.shape[1:3])
        """,
    },
)

height_and_width_exchanged = Edit(
    """Your images lie on their side: width comes before height. Only the axis of the channels
    moves.""",
    {"permute(0, 3, 1, 2)": "permute(0, 3, 2, 1)"},
)

channels_last = Edit(
    """Your channels come last, as in the files. Torch wants them right after N: permute.""",
    {".permute(0, 3, 1, 2)": ""},
)

channels_before_the_images = Edit(
    """Your channels come before the images. The batch is [N, 3, H, W].""",
    {"permute(0, 3, 1, 2)": "permute(3, 0, 1, 2)"},
)

as_the_folder_lists_them = Edit(
    """Your images are in another order than their names. A folder lists its files in any order:
    sort them.""",
    {'sorted(folder.glob("*.png"))': 'folder.glob("*.png")'},
)

alpha_kept = Edit(
    """You have four channels. Alpha is dropped: three remain.""",
    {'convert("RGB")': 'convert("RGBA")'},
)

alpha_mixed_in = Edit(
    """You mixed alpha into the colours, as over a background. It is dropped, and the colours stay
    as they are.""",
    {
        'Image.open(path).convert("RGB")': """
            Image.alpha_composite(
                Image.new("RGBA", Image.open(path).size, "black"),
                Image.open(path).convert("RGBA"),
            ).convert("RGB")
        """,
    },
)

one_channel = Edit(
    """You made all images grey. They have three channels, and only a grey image has the same in all
    of them.""",
    {'convert("RGB")))': 'convert("L").convert("RGB")))'},
)

grey_in_one_channel = Edit(
    """You put the grey of a grey image into one channel, and 0 into the others: it is a red image
    now. All three are its grey.""",
    {
        'torch.from_numpy(np.array(Image.open(path).convert("RGB")))': """
            torch.from_numpy(np.array(Image.open(path).convert("RGB")))
            if Image.open(path).mode == "L":
                image[:, :, 1:] = 0
        """,
    },
)

no_axis_of_channels = Edit(
    """You took each image for one that has channels. The array of a grey image is [H, W]: there is
    no third axis to move, or to cut.""",
    {'Image.open(path).convert("RGB")))': "Image.open(path)))[:, :, :3]"},
)

blue_first = Edit(
    """Your channels come as blue, green, red. Red is first.""",
    {"permute(0, 3, 1, 2)": "permute(0, 3, 1, 2).flip(1)"},
)

floats = Edit(
    """Your batch is of floats. The bytes are kept here: uint8.""",
    {"permute(0, 3, 1, 2)": "permute(0, 3, 1, 2) / 255"},
)

another_size_let_through = Edit(
    """You let an image of another size pass: resized, cropped, or left out. Nobody is told so:
    raise ValueError, with the name of the file.""",
    {'raise ValueError(f"{path.name} is not as large as the first image")': "continue"},
)

no_file_named = Edit(
    """You left it to torch, or NumPy, to refuse an image of another size. They know no files: raise
    ValueError yourself, with the name of the file.""",
    {"if images and image.shape != images[0].shape": "if False"},
)

every_file_read = Edit(
    """You opened a file that is no image. Only those that end in .png are.""",
    {'glob("*.png")': 'glob("*")'},
)
