"""Known wrong answers to ch02_pretrained/cycle_consistency."""

from katas._dojo.writing.mistakes import Edit

horses_alone = Edit(
    """You sent the horses on their round trip, but not the zebras. Without theirs, many zebras may
    become one and the same horse: add the other trip.""",
    {" + l1_loss(zebras_again, zebras)": ""},
)

zebras_alone = Edit(
    """You sent the zebras on their round trip, but not the horses. Add the other trip.""",
    {"l1_loss(horses_again, horses) + ": ""},
)

the_first_half_cut_off = Edit(
    """You cut the trips in the middle: the first generator of each gets no gradient. It has to
    leave a trace that the second can follow: no detach, no no_grad.""",
    {
        "to_zebra(horses)": "to_zebra(horses).detach()",
        "to_horse(zebras)": "to_horse(zebras).detach()",
    },
)

nothing_to_learn_from = Edit(
    """Your loss has no way back to the generators. Keep it a tensor with its graph: no detach, no
    item, no no_grad.""",
    {
        "return l1_loss(horses_again, horses) + l1_loss(zebras_again, zebras)": (
            "return (l1_loss(horses_again, horses) + l1_loss(zebras_again, zebras)).detach()"
        ),
    },
)

the_wrong_network_first = Edit(
    """You sent horses to the network that makes horses first. From a horse the way leads to a zebra
    and back: to_horse(to_zebra(horses)).""",
    {
        "to_horse(to_zebra(horses))": "to_zebra(to_horse(horses))",
        "to_zebra(to_horse(zebras))": "to_horse(to_zebra(zebras))",
    },
)

one_way = Edit(
    """You compared what is halfway. A zebra made of a horse need not look like the horse; what
    comes back has to.""",
    {
        "to_horse(to_zebra(horses))": "to_zebra(horses)",
        "to_zebra(to_horse(zebras))": "to_horse(zebras)",
    },
)

nothing_to_change = Edit(
    """You asked each network to leave alone what it makes anyway, horses from to_horse: that is
    another loss, of identity. Here images go there and back.""",
    {
        "to_horse(to_zebra(horses))": "to_horse(horses)",
        "to_zebra(to_horse(zebras))": "to_zebra(zebras)",
    },
)

squared = Edit(
    """You squared the differences. The cycle loss takes them as they are, without their sign: one
    far-off pixel then does not outweigh all others.""",
    {
        "l1_loss(horses_again, horses)": "(horses_again - horses).square().mean()",
        "l1_loss(zebras_again, zebras)": "(zebras_again - zebras).square().mean()",
    },
)

with_their_signs = Edit(
    """You kept the signs of the differences. Too bright here and too dark there then cancel out:
    take absolute values.""",
    {
        "l1_loss(horses_again, horses)": "(horses_again - horses).mean()",
        "l1_loss(zebras_again, zebras)": "(zebras_again - zebras).mean()",
    },
)

summed_up = Edit(
    """You added up all pixels. The loss is to mean the same for large images and for small ones:
    take the mean.""",
    {
        "l1_loss(horses_again, horses)": 'l1_loss(horses_again, horses, reduction="sum")',
        "l1_loss(zebras_again, zebras)": 'l1_loss(zebras_again, zebras, reduction="sum")',
    },
)

the_mean_of_both = Edit(
    """You took the mean of the two trips. Their losses are added up.""",
    {"return ": "return 0.5 * ", " + ": " + 0.5 * "},
)

one_mean_over_all = Edit(
    """You took one mean over the pixels of both kinds. Whichever there is more of counts for more
    then: each trip has a mean of its own, and the two are added.""",
    {
        "return l1_loss(horses_again, horses) + l1_loss(zebras_again, zebras)": """
            one, other = (horses_again - horses).abs(), (zebras_again - zebras).abs()
            return (one.sum() + other.sum()) / (one.numel() + other.numel())
        """,
    },
)

as_if_there_were_pairs = Edit(
    """You compared what became of the horses with the zebras, and the other way round. There are no
    pairs: a horse is compared with itself, when it is back.""",
    {
        "l1_loss(horses_again, horses)": "l1_loss(to_zebra(horses), zebras)",
        "l1_loss(zebras_again, zebras)": "l1_loss(to_horse(zebras), horses)",
    },
)
