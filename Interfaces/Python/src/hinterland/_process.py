"""Runs the command and tells its results from its notices and errors."""

from __future__ import annotations

import os
import shlex
import subprocess
import threading
from dataclasses import dataclass, field
from typing import IO, Callable, Optional

from ._progress import STEP, Progress, ProgressLine, watcher
from .errors import Bug, error_class

ERROR = "Error"


@dataclass
class Outcome:
    """How a run ended, and what it wrote."""

    command: str
    status: int
    output: bytes
    notices: list[str] = field(default_factory=list)
    message: str = ""
    stderr: str = ""

    def error(self) -> Exception:
        """The error to raise, with the words of the command."""
        if self.status == 130:
            return KeyboardInterrupt()
        message = self.message
        if self.status < 0:
            message = f"The command was ended by signal {-self.status} before it had a result."
        return error_class(self.status)(
            message or f"The command ended with {self.status} and said nothing.",
            status=self.status,
            command=self.command,
            notices=self.notices,
            stderr=self.stderr,
        )


def run(path: str, words: list[str], data: Optional[bytes] = None, progress: Progress = None) -> Outcome:
    """Runs the command; an interrupt, or an error of a callback, ends it as well."""
    shown = watcher(progress)
    inherits = data is None and "-" in words
    try:
        process = subprocess.Popen(
            [path, *words],
            stdin=subprocess.PIPE if data is not None else None if inherits else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "HINTERLAND_PROGRESS": "lines"},
        )
    except OSError as error:
        raise Bug(f"The command '{path}' cannot be run: {error.strerror}.", command=path) from error
    output: list[bytes] = []
    threads = [threading.Thread(target=_read, args=(process.stdout, output), daemon=True)]
    if data is not None:
        threads.append(threading.Thread(target=_write, args=(process.stdin, data), daemon=True))
    try:
        for thread in threads:
            thread.start()
        lines = _said(process.stderr, shown)
        for thread in threads:
            thread.join()
        status = process.wait()
    except BaseException:
        _end(process)
        raise
    finally:
        if isinstance(shown, ProgressLine):
            shown.end()
    start = next((at for at, line in enumerate(lines) if line.startswith(ERROR)), len(lines)) if status else len(lines)
    return Outcome(
        command=shlex.join(["hinterland", *words]),
        status=status,
        output=b"".join(output),
        notices=lines[:start],
        message=_message(lines[start:]) if start < len(lines) else "",
        stderr="\n".join(lines),
    )


def _said(stream: Optional[IO[bytes]], shown: Optional[Callable[[float, str], None]]) -> list[str]:
    lines: list[str] = []
    if stream is None:
        return lines
    with stream:
        for raw in stream:
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            step = STEP.match(line)
            if step is None:
                lines.append(line)
            elif shown is not None:
                shown(int(step.group(1)) / 100, step.group(2))
    return lines


def _message(lines: list[str]) -> str:
    """The words of an error, without the summary of usage, which Python's help has."""
    kept = lines[: next((at for at, line in enumerate(lines) if line.startswith("Usage:")), len(lines))]
    first = kept[0].split(": ", 1)[-1] if kept and kept[0].startswith("Error: ") else "".join(kept[:1])
    return "\n".join([first, *kept[1:]]).strip()


def _read(stream: IO[bytes], parts: list[bytes]) -> None:
    with stream:
        parts.append(stream.read())


def _write(stream: IO[bytes], data: bytes) -> None:
    try:
        with stream:
            stream.write(data)
    except OSError:
        pass  # The command ended before it read everything; it says why.


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(timeout=2)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
