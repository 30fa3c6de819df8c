"""A function for every verb of the command, made from what the command says of itself."""

from __future__ import annotations

import html
import inspect
import warnings
from pathlib import Path
from typing import Any, Callable, Optional

from . import _frames, _tables
from ._arguments import option_words, path_word, text
from ._command import OptionDescription, VerbDescription, describe, find_command
from ._process import Outcome, run
from ._progress import Progress
from .errors import AnswerIsNo, HinterlandNotice, UsageError

OURS = ("engine", "quiet", "progress")
CODES = ("region", "industry")


class Written:
    """What a verb wrote: `path` is the file or folder, `attrs` has the notices and the command."""

    def __init__(self, path: Optional[Path], said: str, attrs: dict[str, Any]) -> None:
        self.path = path
        self.said = said
        self.attrs = attrs

    @property
    def page(self) -> Optional[Path]:
        """The page of a report, if one was written."""
        page = self.path / "report.html" if self.path else None
        return page if page and page.is_file() else None

    def __fspath__(self) -> str:
        if self.path is None:
            raise TypeError("nothing was written")
        return str(self.path)

    def __repr__(self) -> str:
        return f"Written({str(self.page or self.path or '')!r})"

    def _repr_html_(self) -> str:
        target = self.page or self.path
        link = f'<a href="{html.escape(str(target))}">{html.escape(str(target))}</a>' if target else ""
        return f"<p>{link} {html.escape(' '.join(self.attrs['notices'][-1:]))}</p>"


def verb_function(name: str) -> Callable[..., Any]:
    """Returns the function of a verb; one that the command has not is refused in the command's words."""
    path = find_command()
    verb = describe(path).get(name)
    if verb is None:
        outcome = run(path, [name.replace("_", "-")], progress=False)
        raise AttributeError(outcome.message or f"There is no verb '{name}'.")
    words = verb.words

    def function(*inputs: Any, **options: Any) -> Any:
        command = find_command()
        return call(describe(command).get(name, VerbDescription(words)), command, inputs, options)

    function.__name__ = function.__qualname__ = name
    function.__module__ = "hinterland"
    function.__doc__ = documentation(verb)
    function.__signature__ = signature(verb)  # type: ignore[attr-defined]
    return function


def verb_names() -> list[str]:
    """Returns the names of the functions of all verbs."""
    return sorted(describe(find_command()))


def call(verb: VerbDescription, command: str, inputs: tuple[Any, ...], options: dict[str, Any]) -> Any:
    """Runs a verb and returns its table, its text, or what it wrote."""
    options = dict(options)
    engine_told = options.pop("engine", None)
    quiet = bool(options.pop("quiet", False))
    progress: Progress = options.pop("progress", None)
    makes_table = "format" in verb.options
    returns_table = makes_table and options.get("format") is None and options.get("out") is None
    engine = _tables.chosen_engine(engine_told) if returns_table or engine_told else ""
    words, data, noticed = _inputs(verb, inputs, options)
    # A verb without `out` writes the folder that is its input, as `init` does.
    target = options.get("out") or (words[0] if words and "out" not in verb.options else None)
    words = [*verb.words, *option_words(verb, options), *(["--format=csv"] if returns_table else []), *words]
    outcome = run(command, words, data, progress)
    outcome.notices = noticed + outcome.notices
    answered_no = outcome.status == 1 and bool(outcome.output) and returns_table
    if outcome.status and not answered_no:
        _show(outcome.notices, quiet)
        raise outcome.error()
    if answered_no and outcome.message:
        outcome.notices.append(outcome.message)
    result = _result(verb, outcome, options, engine, returns_table, target)
    _show(outcome.notices, quiet)
    return result


def _result(
    verb: VerbDescription, outcome: Outcome, options: dict[str, Any], engine: str, returns_table: bool, target: Any
) -> Any:
    attrs = {"notices": outcome.notices, "command": outcome.command, "ok": outcome.status == 0}
    if returns_table:
        is_result = verb.words != ("read",)
        frame, notices = _tables.table(outcome.output.decode("utf-8"), engine, numbers=is_result)
        outcome.notices += notices
        frame.attrs.update(attrs)
        return frame
    if "format" in verb.options and options.get("out") is None:
        return outcome.output if options.get("format") == "xlsx" else outcome.output.decode("utf-8")
    said = outcome.output.decode("utf-8", "replace")
    return Written(Path(text(target)) if target else None, said, attrs)


def _inputs(
    verb: VerbDescription, inputs: tuple[Any, ...], options: dict[str, Any]
) -> tuple[list[str], Optional[bytes], list[str]]:
    """Takes inputs given by keyword out of the options; a table in memory goes to standard input."""
    given = list(inputs)
    for one in verb.inputs[len(given) :]:
        if one.keyword in options and one.name not in verb.options:
            given.append(options.pop(one.keyword))
    words: list[str] = []
    data: Optional[bytes] = None
    notices: list[str] = []
    for value in given:
        if _frames.is_frame(value):
            if data is not None:
                raise UsageError("One data frame can be given; write the other to a file and name that.", status=2)
            data, notices = _frames.frame_text(value, [options.get(code) for code in CODES])
            words.append("-")
        elif value is not None:
            words.append(path_word(value))
    return words, data, notices


def _show(notices: list[str], quiet: bool) -> None:
    if quiet:
        return
    for notice in notices:
        warnings.warn(notice, HinterlandNotice, stacklevel=4)


def signature(verb: VerbDescription) -> inspect.Signature:
    """The inputs by position, the options by keyword."""
    kind = inspect.Parameter
    taken = set(verb.options)
    parameters = [
        kind(one.keyword + ("_" if one.name in taken else ""), kind.POSITIONAL_OR_KEYWORD) for one in verb.inputs
    ]
    parameters += [
        kind(one.keyword, kind.KEYWORD_ONLY, default=kind.empty if one.required else False if one.kind == "flag" else None)
        for one in sorted(verb.options.values(), key=lambda one: not one.required)
        if one.keyword.isidentifier() and one.name not in OURS
    ]
    parameters += [
        kind("engine", kind.KEYWORD_ONLY, default=None),
        kind("quiet", kind.KEYWORD_ONLY, default=False),
        kind("progress", kind.KEYWORD_ONLY, default=None),
    ]
    return inspect.Signature(parameters)


def documentation(verb: VerbDescription) -> str:
    """The help of the verb, with its options as keywords."""
    lines = [verb.text, ""]
    if verb.discussion:
        lines += [verb.discussion, ""]
    lines += ["Inputs:"] + [f"    {one.keyword}: {one.text}" for one in verb.inputs] + [""] if verb.inputs else []
    section = None
    for one in verb.options.values():
        if one.name in OURS:
            continue
        if one.section != section:
            section = one.section
            lines += ["", f"{section}:"]
        lines.append("    " + _line(one))
    lines += [
        "",
        "Here:",
        "    engine: 'pandas', 'polars' or 'records'; the first that is installed if not given.",
        "    quiet: show no notices; they are in attrs['notices'] all the same.",
        "    progress: a function of the share done and what is being done; False for none.",
    ]
    return "\n".join(lines).replace("\n\n\n", "\n\n")


def _line(one: OptionDescription) -> str:
    value = " (True or False)" if one.kind == "flag" else f" ({one.value}{', or several' if one.repeats else ''})"
    choices = f" One of {', '.join(one.choices)}." if one.choices and one.name != "format" else ""
    default = f" If not given, {one.default}." if one.default is not None else ""
    return f"{one.keyword}{value}: {one.text}{choices}{default}"
