"""Two ways back, of which one finds the horse that set out.

In the first row the stripes come off again, and the horse is where it was.  In the second, too, a
horse comes back, as good as any, but always the same one, wherever the zebra stands.  Of all that
CycleGAN is told, only the cycle loss has something to say against it.
"""

import torch

from katas.ch02_pretrained.cycle_consistency import cycle_loss

HORSE = """
............##..
............###.
...........#####
...........##...
.###########....
#.#########.....
#.########......
..#.#..#.#......
..#.#..#.#......
"""
MEADOW, COAT, STRIPE = 0.9, 0.45, 0.0


def draw(figure):
    figure.set_size_inches(6, 3.6)
    horses, others = _horse(top=1, left=1), _horse(top=8, left=6)
    zebras = _to_zebra(others)
    rows = figure.subplots(2, 3)
    for axes, to_horse in zip(rows, (_without_stripes, _always_the_same), strict=True):
        loss = cycle_loss(_to_zebra, to_horse, horses, zebras)
        striped = _to_zebra(horses)
        trip = {
            "a horse": horses,
            "as a zebra": striped,
            f"back: loss {loss:.2f}": to_horse(striped),
        }
        for ax, (name, images) in zip(axes, trip.items(), strict=True):
            ax.imshow(images[0, 0].numpy(), cmap="gray", vmin=0, vmax=1)
            ax.set_title(name)
            ax.axis("off")


def _horse(top, left):
    coat = torch.tensor([[it == "#" for it in line] for line in HORSE.split()])
    image = torch.full((1, 1, 18, 24), MEADOW)
    image[0, 0, top : top + len(coat), left : left + coat.size(1)][coat] = COAT
    return image


def _to_zebra(images):
    striped = torch.arange(images.size(-1)) % 2 == 0
    return torch.where((images < MEADOW) & striped, STRIPE, images)


def _without_stripes(images):
    return torch.where(images < MEADOW, COAT, images)


def _always_the_same(images):
    return _horse(top=8, left=6).expand_as(images)
