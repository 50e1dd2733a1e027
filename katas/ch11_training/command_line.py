"""A program that a test can call (§11.2).

What a training run is to do stands on the command line.  The function that reads it takes the words
as an argument: then a test, a notebook or another program can call it like any other, with a list.
Only if it is given none does it look at the command line itself.
"""

from argparse import Namespace
from collections.abc import Sequence


def parse_args(argv: Sequence[str] | None = None) -> Namespace:
    """Return what ``argv``, words without the name of the program, asks for.

    ``batch_size``, ``epochs``, ``num_workers``: ints, of --batch-size, --epochs, --num-workers;
    without them 32, 1, 8.  ``balanced``: True with the switch --balanced, which takes no word
    after it, otherwise False.  ``augment``: a list of str, one for each --augment NAME, in order;
    without any, a new empty list.

    None means the words in sys.argv at the time of the call.  Words that are not understood end
    the program with status 2, as argparse does: SystemExit.
    """
    raise NotImplementedError
