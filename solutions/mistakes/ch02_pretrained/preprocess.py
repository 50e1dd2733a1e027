"""Known wrong answers to ch02_pretrained/preprocess."""

from katas._dojo.writing.mistakes import Edit

normalized_before_scaling = Edit(
    """You normalized the bytes, and scaled them afterwards. The means are those of numbers from 0
    to 1: scale first.""",
    {
        "ToDtype(torch.float32, scale=True)": "ToDtype(torch.float32)",
        "return steps(img)": "return steps(img) / 255",
    },
)

never_scaled = Edit(
    """You took the means off numbers from 0 to 255. They are those of numbers from 0 to 1:
    ToDtype(torch.float32, scale=True) divides by 255.""",
    {"torch.float32, scale=True": "torch.float32"},
)

not_normalized = Edit(
    """You left out the last step: your numbers lie between 0 and 1. Take off the mean of each
    channel, and divide by its standard deviation.""",
    {"v2.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])": "v2.Identity()"},
)

one_half_for_all = Edit(
    """You took 0.5 for all means and deviations. A network that was trained on ImageNet wants those
    of ImageNet.""",
    {"[0.485, 0.456, 0.406]": "[0.5] * 3", "[0.229, 0.224, 0.225]": "[0.5] * 3"},
)

mean_and_deviation_exchanged = Edit(
    """You took off the standard deviations and divided by the means. Normalize(mean, std): the
    means come first.""",
    {"mean=": "std=", "std=": "mean="},
)

statistics_of_the_image = Edit(
    """You normalized by the statistics of the image itself. A dark image would look like a bright
    one: the means and deviations are those of ImageNet, for each image.""",
    {
        "v2.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])": "v2.Identity()",
        "return steps(img)": """
            x = steps(img)
            std, mean = torch.std_mean(x, dim=(1, 2), keepdim=True)
            return (x - mean) / std.clamp(min=1e-6)
        """,
    },
)

squeezed_into_a_square = Edit(
    """You squeezed the image into a square, and circles are ovals. Resize takes one number for the
    shorter side: the longer one follows.""",
    {"v2.Resize(256)": "v2.Resize((256, 256))"},
)

no_margin = Edit(
    """You made the shorter side as long as the crop, so that nothing is cut from it. It becomes 256
    pixels, of which 224 are left.""",
    {"v2.Resize(256)": "v2.Resize(224)"},
)

cut_before_resized = Edit(
    """You cut first, and resized what was left: of a large photo that is a detail, and the result
    has 256 pixels. Resize to 256, and then cut out 224.""",
    {
        """
        v2.Resize(256),
        v2.CenterCrop(224),
        """: """
        v2.CenterCrop(224),
        v2.Resize(256),
        """,
    },
)

never_resized = Edit(
    """You cut the middle out of the image in its own size. Of a large photo that is a detail:
    resize first.""",
    {"v2.Resize(256)": "v2.Identity()"},
)

a_tensor_never_scaled = Edit(
    """Your numbers are still those of bytes, up to 255, and ToDtype divides by nothing unless it is
    told scale=True. The means are those of numbers from 0 to 1.""",
    {
        """
        v2.Resize(256),
        v2.CenterCrop(224),
        v2.ToImage(),
        v2.ToDtype(torch.float32, scale=True),
        """: """
        v2.ToImage(),
        v2.Resize(256),
        v2.CenterCrop(224),
        v2.ToDtype(torch.float32),
        """,
    },
)

at_random = Edit(
    """You left to chance which part of the image is seen. That is for training: here the same image
    gives the same numbers, CenterCrop.""",
    {"v2.CenterCrop(224)": "v2.RandomCrop(224)"},
)

blue_first = Edit(
    """You put blue first. The image is RGB, and so are the means: red is channel 0.""",
    {
        "return steps(img)": """
            r, g, b = img.split()
            return steps(Image.merge("RGB", (b, g, r)))
        """,
    },
)

in_float64 = Edit(
    """You returned float64, as NumPy calculates. The network's weights are float32, and want their
    images like that.""",
    {"torch.float32": "torch.float64"},
)

a_batch_of_one = Edit(
    """You returned a batch of one image, [1, 3, 224, 224]. The book makes it in the next line, for
    the network: here the tensor is the image.""",
    {"return steps(img)": "return steps(img).unsqueeze(0)"},
)
