"""The version that this is takes the place of another: python NEW/katas/_dojo/updating OLD.

So a version that knows nothing of updates can be updated, too; ``pytest --update`` runs the same.
"""

import argparse
import shutil
import sys
from pathlib import Path

NEW = Path(__file__).resolve().parents[3]
sys.path[0] = str(NEW)  # instead of this folder: whatever is imported is of this version
sys.dont_write_bytecode = True  # beside what will be gone in a moment

from katas._dojo.updating.preparing import folder_in  # noqa: E402
from katas._dojo.updating.repository import RefusedError  # noqa: E402
from katas._dojo.updating.sources import Version, version_from  # noqa: E402
from katas._dojo.updating.swap import UNFINISHED, alone, take_up  # noqa: E402
from katas._dojo.updating.undo import undo  # noqa: E402
from katas._dojo.updating.update import update  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(prog=f"python {NEW.name}/katas/_dojo/updating")
    parser.add_argument("old", type=Path, metavar="OLD", help="the folder to be updated")
    parser.add_argument("--undo", action="store_true", help="take its last update back")
    parser.add_argument("--commit", help=argparse.SUPPRESS)  # that which this is, and how
    parser.add_argument("--called", help=argparse.SUPPRESS)  # it is called
    given = parser.parse_args()
    root = given.old.resolve()
    try:
        for line in carried_out(root, given):
            print(line)
    except RefusedError as error:
        print(f"ERROR: {error}", file=sys.stderr)
        return 4
    except OSError as error:
        print(f"ERROR: {error.filename or root}: {error.strerror or error}", file=sys.stderr)
        return 4
    except KeyboardInterrupt:
        print("Interrupted: what was begun, the next pytest finishes", file=sys.stderr)
        return 2
    return 0


def carried_out(root: Path, given: argparse.Namespace) -> list[str]:
    if not (root / "katas" / "_dojo").is_dir():
        raise RefusedError(f"{root} holds no torch-katas")
    updates = folder_in(root)
    if (updates / UNFINISHED).exists():
        take_up(updates)
    with alone(updates):
        if given.undo:
            return undo(root)
        version = Version(NEW, given.called or "", given.commit)
        if not given.called:
            version = version_from(str(NEW), root, updates / "new")
        lines = update(root, version) if version else ["Nothing new: all of it is here already"]
        if not given.called:
            shutil.rmtree(updates / "new", ignore_errors=True)
        return lines


if __name__ == "__main__":
    sys.exit(main())
