"""What can go wrong, in the words of the command.

The classes stand for the exit codes of the command. Each error has the message, the exit code (`status`), the command
that was run (`command`), what was noticed before it failed (`notices`) and all of standard error (`stderr`).
"""

from __future__ import annotations

from typing import Sequence

__all__ = [
    "AnswerIsNo", "Bug", "HinterlandError", "HinterlandNotice", "InputError", "MissingCommand", "NotComputable",
    "UsageError",
]


class HinterlandNotice(UserWarning):
    """What the command says beside its results, such as how a file was understood."""


class HinterlandError(Exception):
    """The command ended without the result that was asked for."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        command: str = "",
        notices: Sequence[str] = (),
        stderr: str = "",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.command = command
        self.notices = list(notices)
        self.stderr = stderr


class AnswerIsNo(HinterlandError):
    """Exit 1: the answer is no, such as a rerun that differs."""


class UsageError(HinterlandError):
    """Exit 2: an unknown verb, option, column or code, or an output that is in the way."""


class InputError(HinterlandError):
    """Exit 3: a file cannot be read or written, or does not say what is needed."""


class NotComputable(HinterlandError):
    """Exit 4: the result cannot be computed from these numbers."""


class Bug(HinterlandError):
    """Exit 70, or an end that is none of the others: please report it."""


class MissingCommand(HinterlandError):
    """The command `hinterland` is not to be found."""


def error_class(status: int) -> type[HinterlandError]:
    """Returns the class of an exit code."""
    return {1: AnswerIsNo, 2: UsageError, 3: InputError, 4: NotComputable}.get(status, Bug)
