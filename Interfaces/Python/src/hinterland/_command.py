"""Where the command is, and what it says of its verbs and options."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .errors import Bug, MissingCommand

VARIABLE = "HINTERLAND"
_described: dict[tuple[str, float, int], dict[str, "VerbDescription"]] = {}


@dataclass(frozen=True)
class OptionDescription:
    """An option, flag or positional argument of a verb."""

    name: str
    kind: str
    value: str = ""
    text: str = ""
    section: str = ""
    default: str | None = None
    choices: tuple[str, ...] = ()
    repeats: bool = False
    required: bool = False

    @property
    def keyword(self) -> str:
        """The name as a Python keyword."""
        return self.name.replace("-", "_")


@dataclass(frozen=True)
class VerbDescription:
    """A verb with its arguments, as the command describes itself."""

    words: tuple[str, ...]
    text: str = ""
    discussion: str = ""
    inputs: tuple[OptionDescription, ...] = ()
    options: dict[str, OptionDescription] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the function."""
        return "_".join(self.words).replace("-", "_")


def find_command() -> str:
    """Returns the path of the command.

    It is what the variable HINTERLAND names, else the one that came with this package, else the first on the PATH.
    """
    told = os.environ.get(VARIABLE)
    if told:
        path = shutil.which(os.path.expanduser(told))
        if path is None:
            raise MissingCommand(
                f"{VARIABLE} names '{told}', which is no program. Name the file of the command, such as "
                "'.build/release/hinterland', or unset it."
            )
        return os.path.abspath(path)
    packaged = Path(__file__).parent / "bin" / ("hinterland.exe" if os.name == "nt" else "hinterland")
    if os.access(packaged, os.X_OK) and packaged.is_file():
        return str(packaged)
    path = shutil.which("hinterland")
    if path is None:
        raise MissingCommand(
            "The command 'hinterland' is not on the PATH. Build it with 'swift build -c release --product hinterland' "
            "in its repository, or unpack the tarball that 'make dist' makes; then put it on the PATH or set "
            f"{VARIABLE} to its file."
        )
    return os.path.abspath(path)


def describe(path: str) -> dict[str, VerbDescription]:
    """Returns the verbs of a command by the names of their functions; asks it once until its file changes."""
    about = os.stat(path)
    key = (path, about.st_mtime, about.st_size)
    if key not in _described:
        done = subprocess.run(
            [path, "--experimental-dump-help"], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
        try:
            root = json.loads(done.stdout)["command"]
        except (ValueError, KeyError, TypeError):
            raise Bug(
                f"'{path}' does not describe its verbs. Is it the command hinterland?",
                status=done.returncode,
                stderr=done.stderr.decode("utf-8", "replace"),
            ) from None
        verbs: dict[str, VerbDescription] = {}
        _collect(root.get("subcommands", []), (), verbs)
        _described[key] = verbs
    return _described[key]


def _collect(commands: list[dict[str, Any]], above: tuple[str, ...], verbs: dict[str, VerbDescription]) -> None:
    for command in commands:
        words = (*above, command["commandName"])
        if words == ("help",):
            continue
        below = [one for one in command.get("subcommands", []) if one["commandName"] != "help"]
        _collect(below, words, verbs)
        arguments = [_option(one) for one in command.get("arguments", []) if one.get("shouldDisplay", True)]
        verb = VerbDescription(
            words=words,
            text=command.get("abstract", ""),
            discussion=command.get("discussion", ""),
            inputs=tuple(one for one in arguments if one.kind == "positional"),
            options={
                one.name: one
                for one in arguments
                if one.kind != "positional" and one.name not in ("help", "version")
            },
        )
        if not below or verb.inputs:
            verbs[verb.name] = verb


def _option(argument: dict[str, Any]) -> OptionDescription:
    names = [one["name"] for one in argument.get("names", []) if one.get("kind") == "long"]
    value = argument.get("valueName", "")
    return OptionDescription(
        name=names[0] if names else value,
        kind=argument["kind"],
        value=value,
        text=argument.get("abstract", ""),
        section=argument.get("sectionTitle", ""),
        default=argument.get("defaultValue"),
        choices=tuple(argument.get("allValues", ())),
        repeats=bool(argument.get("isRepeating")),
        required=not argument.get("isOptional", True),
    )
