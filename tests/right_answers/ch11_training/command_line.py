"""Right answers to ch11_training/command_line, written differently."""

import argparse
import sys
from itertools import pairwise

from katas._dojo.writing.mistakes import instead_of

BATCH_SIZE = 'parser.add_argument("--batch-size", type=int, default=32)'
EPOCHS = 'parser.add_argument("--epochs", type=int, default=1)'
NUM_WORKERS = 'parser.add_argument("--num-workers", type=int, default=8)'
BALANCED = 'parser.add_argument("--balanced", action="store_true")'
AUGMENT = 'parser.add_argument("--augment", action="append", default=[])'

EQUIVALENT = {
    "Options have names, and no order.": [
        (f"{one}\n{other}", f"{other}\n{one}")
        for one, other in pairwise([BATCH_SIZE, EPOCHS, NUM_WORKERS, BALANCED, AUGMENT])
    ],
}


@instead_of("parse_args")
def as_in_the_book(sys_argv=None):
    if sys_argv is None:
        sys_argv = sys.argv[1:]

    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--num-workers",
        help="Number of worker processes for background data loading",
        default=8,
        type=int,
    )
    parser.add_argument(
        "--batch-size",
        help="Batch size to use for training",
        default=32,
        type=int,
    )
    parser.add_argument(
        "--epochs",
        help="Number of epochs to train for",
        default=1,
        type=int,
    )
    parser.add_argument("--balanced", action=argparse.BooleanOptionalAction, default=False)
    parser.add_argument("--augment", action="append")
    cli_args = parser.parse_args(sys_argv)
    cli_args.augment = cli_args.augment or []
    return cli_args


@instead_of("parse_args")
def by_hand(argv=None):
    words = iter(sys.argv[1:] if argv is None else argv)
    found = argparse.Namespace(batch_size=32, epochs=1, num_workers=8, balanced=False, augment=[])
    for word in words:
        name, equals, value = word.partition("=")
        try:
            if word == "--balanced":
                found.balanced = True
                continue
            value = value if equals else next(words)
            if name == "--augment":
                found.augment.append(value)
            elif name in ("--batch-size", "--epochs", "--num-workers"):
                setattr(found, name[2:].replace("-", "_"), int(value))
            else:
                raise ValueError(word)
        except (ValueError, StopIteration):
            print(f"not understood: {word}", file=sys.stderr)
            sys.exit(2)
    return found
