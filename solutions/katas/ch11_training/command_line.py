from argparse import ArgumentParser, Namespace
from collections.abc import Sequence


def parse_args(argv: Sequence[str] | None = None) -> Namespace:
    parser = ArgumentParser()
    parser.add_argument("--batch-size", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--num-workers", type=int, default=8)
    parser.add_argument("--balanced", action="store_true")
    parser.add_argument("--augment", action="append", default=[])
    return parser.parse_args(argv)
