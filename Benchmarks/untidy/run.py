#!/usr/bin/env python3
"""Scores `hinterland read` on polluted delimited files, told how each is written and untold.

The files are made from a table of our own, in the families that the public benchmark Pollock describes (Vitagliano,
Hameed, Jiang, Reisener, Wu and Naumann, PVLDB 16(8), 2023), and scored as it does: success, and precision, recall
and F1 of header, records and cells, ten numbers from 0 to 1, averaged over the files and added up. Cells are compared
as numbers where both are, and otherwise without regard to case.

To run it on the public files instead, give a checkout of that benchmark with --public: the folder that holds the folders csv, clean and
parameters, such as Pollock/polluted_files or Pollock/survey_sample (its files need `git lfs pull`).
"""

import argparse
import collections
import concurrent.futures
import csv
import io
import json
import os
import subprocess
import sys
import tempfile

import pollution

MEASURES = ["success"] + [f"{part} {name}" for part in ("header", "record", "cell") for name in ("P", "R", "F1")]
ENCODINGS = {
    "ascii": "utf-8", "utf-8": "utf-8", "utf-8-sig": "utf-8", "utf_8": "utf-8", "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252", "windows-1252": "windows-1252", "cp1252": "windows-1252", "utf-16le": "utf-16le",
    "utf-16be": "utf-16be",
}
LINE_ENDS = {"\n": "lf", "\r": "cr", "\r\n": "crlf"}


def options(told):
    """The options of the command for what is told of a file."""
    chosen = []
    if told.get("delimiter"):
        chosen += ["--delimiter", "tab" if told["delimiter"] == "\t" else told["delimiter"]]
    if told.get("quotechar"):
        chosen += ["--quote", told["quotechar"]]
    if told.get("escapechar") and told["escapechar"] != told.get("quotechar"):
        chosen += ["--escape", told["escapechar"]]
    encoding = ENCODINGS.get(str(told.get("encoding", "")).lower())
    if encoding:
        chosen += ["--encoding", encoding]
    if told.get("row_delimiter") in LINE_ENDS:
        chosen += ["--newline", LINE_ENDS[told["row_delimiter"]]]
    if told.get("header_lines") is not None:
        chosen += ["--header-lines", str(told["header_lines"])]
    if told.get("column_names"):
        names = io.StringIO()
        csv.writer(names, lineterminator="").writerow(told["column_names"])
        chosen += ["--names", names.getvalue()]
    if told.get("preamble_lines") is not None:
        chosen += ["--skip", str(told["preamble_lines"])]
    return chosen


def normalized(cell):
    """A cell as it is compared: a number as its value, text in lower case."""
    try:
        return repr(float(cell)) if cell.strip() else ""
    except ValueError:
        return cell.lower()


def shares(wanted, found):
    """Precision, recall and F1 of the items of two lists, each counted as often as it is there."""
    if not wanted:
        return 1.0, 1.0, 1.0
    common = sum((collections.Counter(wanted) & collections.Counter(found)).values())
    if not common:
        return 0.0, 0.0, 0.0
    first, second = common / len(wanted), common / len(found)
    return first, second, 2 * first * second / (first + second)


def score(clean, result):
    """The ten numbers for one file; None as result if the command failed."""
    if result is None:
        return [0.0] * 10
    if not clean:
        return [1.0] * 10
    wanted = [[normalized(cell) for cell in row] for row in clean]
    found = [[normalized(cell) for cell in row] for row in result]
    numbers = [1.0]
    numbers += shares(wanted[0], found[0] if found else [])
    numbers += shares(["".join(row) for row in wanted[1:]], ["".join(row) for row in found[1:]])
    numbers += shares([cell for row in clean for cell in row], [cell for row in result for cell in row])
    return numbers


def read(command, path, told):
    """The rows that the command gives; none for an empty file, None if it failed."""
    if os.path.getsize(path) == 0:
        # The command refuses a file of no bytes in words; that is the right answer.
        return []
    call = command + ["read", path, "--format", "csv", "--quiet"] + (options(told) if told else [])
    done = subprocess.run(call, capture_output=True, timeout=60, check=False)
    if done.returncode != 0:
        return None
    return list(csv.reader(io.StringIO(done.stdout.decode("utf-8"), newline="")))


def made(folder):
    """Writes our own files; gives name, family, path, clean rows and what may be told."""
    for file in pollution.files():
        path = os.path.join(folder, file.name + ".csv")
        encoding = "utf-8" if file.parameters["encoding"] == "ascii" else file.parameters["encoding"]
        with open(path, "wb") as output:
            output.write(file.text.encode(encoding))
        yield file.name, file.family, path, file.clean, file.parameters


def public(folder):
    """The files of a checkout of the public benchmark."""
    csv.field_size_limit(1 << 30)
    for name in sorted(os.listdir(os.path.join(folder, "csv"))):
        path = os.path.join(folder, "csv", name)
        clean_path = os.path.join(folder, "clean", name)
        if not os.path.exists(clean_path):
            print(f"{name} has no clean version and is left out", file=sys.stderr)
            continue
        told_path = os.path.join(folder, "parameters", name + "_parameters.json")
        told = {}
        if os.path.exists(told_path):
            with open(told_path, encoding="utf-8") as source:
                told = json.load(source)
        with open(clean_path, encoding="utf-8-sig", newline="") as source:
            clean = list(csv.reader(source))
        yield name, " ".join(name.rstrip("0123456789").split("_")[:3]), path, clean, told


def report(title, scores, families, lines):
    """Prints the score of 10 and where it was lost."""
    count = len(scores)
    means = [sum(row[place] for row in scores.values()) / count for place in range(10)]
    print(f"{title}: {sum(means):.4f} of 10 on {count} files")
    print("  " + ", ".join(f"{name} {mean:.4f}" for name, mean in zip(MEASURES, means)))
    lost = collections.Counter()
    for name, row in scores.items():
        lost[families[name]] += (10 - sum(row)) / count
    for family, loss in lost.most_common():
        if loss > 1e-9:
            print(f"  lost {loss:.4f} by {family}")
    worst = sorted(scores, key=lambda name: sum(scores[name]))[:lines]
    for name in worst:
        if sum(scores[name]) < 10 - 1e-9:
            print(f"    {sum(scores[name]):7.3f} {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hinterland", default="hinterland", help="the binary, or any command that takes `read`")
    parser.add_argument("--public", metavar="FOLDER", help="score the files of the public benchmark in this folder")
    parser.add_argument("--keep", metavar="FOLDER", help="leave our own files in this folder")
    parser.add_argument("--worst", type=int, default=10, help="how many of the worst files to name (10)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many files at a time")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or scratch
        os.makedirs(folder, exist_ok=True)
        files = list(public(arguments.public) if arguments.public else made(folder))
        if not files:
            parser.error(f"'{arguments.public}' has no files in its folder csv")
        families = {name: family for name, family, _, _, _ in files}
        for title, is_told in (("told", True), ("untold", False)):
            with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
                results = pool.map(
                    lambda file: score(file[3], read([arguments.hinterland], file[2], file[4] if is_told else None)),
                    files)
                report(title, {file[0]: numbers for file, numbers in zip(files, results)}, families, arguments.worst)


if __name__ == "__main__":
    main()
