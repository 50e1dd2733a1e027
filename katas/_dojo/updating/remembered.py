"""What ``.katas/`` remembers goes along too: how katas stood, their stubs, and the version."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from katas._dojo.updating.carrying import Files, digest, katas_of, stub_of

STATE = ".katas/state.json"
VERSION = ".katas/version.json"  # the digests of all files, as they were handed out
STUBS = ".katas/stubs"
BEFORE_GIT = f"{STUBS}/before_git"  # there where git has older stubs than these


def state(
    saved: bytes | None, went: Mapping[str, list[str]], doubted: Collection[str]
) -> bytes | None:
    """The state with each kata under its new names; the records of the ``doubted`` hold no more."""
    try:
        known = json.loads(saved or b"{}")
        records = _renamed(known["records"], went)
        for kata in doubted:
            if kata in records:
                records[kata] = {**records[kata], "digest": ""}
        known |= {"records": records, "hints": _renamed(known["hints"], went)}
        if known["green"]:
            known["green"]["kata"] = [*went.get(known["green"]["kata"], []), ""][0] or known[
                "green"
            ]["kata"]
    except (ValueError, LookupError, TypeError, AttributeError):
        return saved  # damaged: the next run tells
    return json.dumps(known, indent=1).encode()


def _renamed(known: dict, went: Mapping[str, list[str]]) -> dict:
    gone = [kata for kata, places in went.items() if places and kata not in places]
    stayed = {kata: it for kata, it in known.items() if kata not in gone}
    new = {place: known[kata] for kata in went if kata in known for place in went[kata]}
    return {**stayed, **new}


def state_again(before: bytes | None, now: bytes | None, touched: Collection[str]) -> bytes | None:
    """The state of before an update, with what has been learnt since of katas it did not touch."""
    try:
        old, new = json.loads(before or b"{}"), json.loads(now or b"{}")
        records = new["records"].items()
        since = {kata: it for kata, it in records if kata not in touched and it["digest"]}
        hints = {kata: it for kata, it in new["hints"].items() if kata not in touched}
        old["records"] = {**old.get("records", {}), **since}
        old["hints"] = {**old.get("hints", {}), **hints}
        old.setdefault("green", new["green"])
    except (ValueError, LookupError, TypeError, AttributeError):
        return before
    return json.dumps(old, indent=1).encode()


def stub_kept(kata: str) -> str:
    return f"{STUBS}/{kata}.py"


def version(name: str, new: Files) -> dict[str, bytes]:
    """What is to be known of a version as long as it is the one that is there."""
    digests = {path: digest(it) for path, it in new.items()}
    written = json.dumps({"name": name, "files": digests}, indent=1).encode()
    return {VERSION: written, **{stub_kept(kata): new[stub_of(kata)] for kata in katas_of(new)}}
