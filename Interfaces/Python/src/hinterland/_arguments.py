"""Keywords of Python as options of the command."""

from __future__ import annotations

import os
from typing import Any, Iterable

from ._command import OptionDescription, VerbDescription


def option_words(verb: VerbDescription, options: dict[str, Any]) -> list[str]:
    """Returns the words of the command for keywords; one that the verb has not is left for the command to refuse."""
    words: list[str] = []
    for keyword, value in options.items():
        name = keyword.rstrip("_").replace("_", "-")
        words += _words(name, verb.options.get(name), value, verb)
    return words


def _words(name: str, option: OptionDescription | None, value: Any, verb: VerbDescription) -> list[str]:
    if value is None:
        return []
    if value is False:
        return [f"--no-{name}"] if f"no-{name}" in verb.options else []
    if value is True:
        return [f"--{name}"]
    values = [f"{key}={text(one)}" for key, one in value.items()] if isinstance(value, dict) else several(value)
    if values is None:
        return [f"--{name}={text(value)}"]
    if option is None or option.repeats:
        return [f"--{name}={text(one)}" for one in values]
    between = ":" if ":" in option.value else ","
    return [f"--{name}={between.join(text(one) for one in values)}"]


def several(value: Any) -> list[Any] | None:
    """Returns the members of a list, tuple, array or column; nothing if it is a single value."""
    if isinstance(value, (str, bytes, os.PathLike)):
        return None
    for method in ("tolist", "to_list"):
        if hasattr(value, method):
            members = getattr(value, method)()
            return members if isinstance(members, list) else None
    return list(value) if isinstance(value, Iterable) else None


def text(value: Any) -> str:
    """Returns a value as the command reads it."""
    if isinstance(value, (str, os.PathLike)):
        return os.fsdecode(os.fspath(value))
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if hasattr(value, "item"):
        return text(value.item())
    return str(value)


def path_word(value: Any) -> str:
    """Returns a path or name as a word that cannot be taken for an option."""
    word = os.path.expanduser(text(value))
    return f"./{word}" if word.startswith("-") and word != "-" else word
