"""The economic geography of industry: the command `hinterland` as functions, with data frames in and out.

    import hinterland as h
    h.concentration("gva.csv", measure="theil").head()

There is a function for every verb of the command, with its options as keywords: `dir(hinterland)` lists them, and
`help(hinterland.concentration)` says what each takes. Results are pandas data frames where pandas is installed, else
polars, else rows (`engine=` chooses); codes and periods are text. What the command says beside them is shown as warnings
of class `HinterlandNotice` and kept in `attrs["notices"]`; errors have the command's words.
"""

from __future__ import annotations

from typing import Any, Callable

from ._command import find_command
from ._tables import Records
from ._verbs import Written, verb_function, verb_names
from ._version import VERSION as __version__
from .errors import (
    AnswerIsNo,
    Bug,
    HinterlandError,
    HinterlandNotice,
    InputError,
    MissingCommand,
    NotComputable,
    UsageError,
)

__all__ = [
    "AnswerIsNo", "Bug", "HinterlandError", "HinterlandNotice", "InputError", "MissingCommand", "NotComputable",
    "Records", "UsageError", "Written", "__version__", "find_command",
]


def __getattr__(name: str) -> Callable[..., Any]:
    if name.startswith("_"):
        raise AttributeError(f"module 'hinterland' has no attribute '{name}'")
    return verb_function(name)


def __dir__() -> list[str]:
    try:
        return sorted([*__all__, *verb_names()])
    except HinterlandError:
        return sorted(__all__)
