"""Known wrong answers to ch08_convolutions/dropout."""

from katas._dojo.writing.mistakes import Edit

not_scaled = Edit(
    """You left what stays as it was. The sum is then smaller in training than in eval mode: divide
    by 1 - p.""",
    {".bernoulli() / (1 - p)": ".bernoulli()"},
)

scaled_in_eval_mode = Edit(
    """You multiply by 1 - p in eval mode, and leave what stays in training as it was. That is right
    on average too, but here eval mode is to have nothing to do: divide by 1 - p in training.""",
    {
        "return x * _mask(x, p) if training else x": (
            "return x * _mask(x, p) if training else x * (1 - p)"
        ),
        "return x * _mask(x[:, :, :1, :1], p) if training else x": (
            "return x * _mask(x[:, :, :1, :1], p) if training else x * (1 - p)"
        ),
        ".bernoulli() / (1 - p)": ".bernoulli()",
    },
)

divided_by_p = Edit(
    """You divided by p, the share that is dropped. Divide by the share that stays, 1 - p.""",
    {".bernoulli() / (1 - p)": ".bernoulli() / p"},
)

p_is_kept = Edit(
    """You drop a share of 1 - p, and keep p. In torch p is the share that is dropped.""",
    {"torch.full_like(like, 1 - p)": "torch.full_like(like, p)"},
)

p_is_kept_and_made_up_for = Edit(
    """You took p for the share that stays, as some libraries do. In torch it is the share that is
    dropped: 1 - p stays, and is divided by 1 - p.""",
    {
        "torch.full_like(like, 1 - p).bernoulli() / (1 - p)": (
            "torch.full_like(like, p).bernoulli() / p"
        ),
    },
)

one_mask_for_the_batch = Edit(
    """You used one mask for the whole batch: every sample loses the same numbers. Draw for each
    number.""",
    {"_mask(x, p)": "_mask(x[:1], p)"},
)

the_same_mask_again = Edit(
    """You dropped the same at every call, as after a fixed seed. Then a net only has fewer inputs,
    always the same ones: draw anew each time.""",
    {
        "torch.full_like(like, 1 - p).bernoulli()": (
            "torch.full_like(like, 1 - p).bernoulli("
            "generator=torch.Generator(like.device).manual_seed(0))"
        ),
    },
)

single_pixels = Edit(
    """You dropped single pixels in dropout2d. Their neighbours tell nearly the same: draw once for
    each channel of each image.""",
    {"x[:, :, :1, :1]": "x"},
)

the_same_channels_in_every_image = Edit(
    """You dropped the same channels in every image of the batch. Draw for each image by itself: a
    mask [N, C, 1, 1].""",
    {"x[:, :, :1, :1]": "x[:1, :, :1, :1]"},
)

whole_images = Edit(
    """You dropped whole images in dropout2d, all channels at once. Draw for each channel: a mask
    [N, C, 1, 1].""",
    {"x[:, :, :1, :1]": "x[:, :1, :1, :1]"},
)

also_in_eval_mode = Edit(
    """You drop numbers in eval mode too. The same image then has another answer at each call:
    without training, return x.""",
    {
        "return x * _mask(x, p) if training else x": "return x * _mask(x, p)",
        "return x * _mask(x[:, :, :1, :1], p) if training else x": (
            "return x * _mask(x[:, :, :1, :1], p)"
        ),
    },
)

an_exact_share = Edit(
    """You always drop the same share of the numbers. Each has a draw of its own, so how many go is
    chance, too: none may go, or all.""",
    {
        "torch.full_like(like, 1 - p).bernoulli()": """
            torch.ones(like.numel(), device=like.device, dtype=like.dtype).index_fill(
                0,
                torch.randperm(like.numel(), device=like.device)[: round(p * like.numel())],
                0,
            ).view(like.shape)
        """,
    },
)

a_mask_in_float32 = Edit(
    """You made the mask in float32 whatever x is. bfloat16 then comes out as float32, and float64
    loses digits: give the mask the dtype of x.""",
    {"torch.full_like(like, 1 - p)": "torch.full_like(like, 1 - p, dtype=torch.float32)"},
)

in_place = Edit(
    """You wrote into x. It belongs to the caller, who may still need what was in it: make a new
    tensor.""",
    {
        "x * _mask(x, p) if": "x.mul_(_mask(x, p)) if",
        "x * _mask(x[:, :, :1, :1], p) if": "x.mul_(_mask(x[:, :, :1, :1], p)) if",
    },
)

torchs_own = Edit(
    """You called torch's own dropout. Here it is yours to write.""",
    {
        "x * _mask(x, p) if training else x": "torch.nn.functional.dropout(x, p, training)",
        "x * _mask(x[:, :, :1, :1], p) if training else x": (
            "torch.nn.functional.dropout2d(x, p, training)"
        ),
    },
)
