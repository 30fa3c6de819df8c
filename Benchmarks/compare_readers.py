#!/usr/bin/env python3
"""Times a delimited file into a table with Hinterland, pandas and DuckDB, on the same bytes in the same run.

    python3 compare_readers.py [MEGABYTES] [FOLDER]

Needs pandas and duckdb (pip install pandas duckdb, in an environment of its own) and a release build of
ReaderBenchmarks. Figures are processor seconds (user and system, all threads) of reading alone.
"""
import os
import platform
import subprocess
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
megabytes = sys.argv[1] if len(sys.argv) > 1 else "220"
folder = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()
os.makedirs(folder, exist_ok=True)

READERS = {
    "pandas": "import pandas; read = lambda path: pandas.read_csv(path, dtype={'sic5': str})",
    "duckdb": "import duckdb; duckdb.execute('SET threads TO 1; SET enable_progress_bar = false'); "
    "read = lambda path: duckdb.execute(\"CREATE OR REPLACE TABLE t AS SELECT * FROM read_csv('\" + path + \"', "
    "types={'sic5': 'VARCHAR'})\")",
}

TIMING = """
import os, sys
{setup}
best = None
for _ in range(2):
    start = sum(os.times()[:2])
    table = read(sys.argv[1])
    seconds = sum(os.times()[:2]) - start
    best = seconds if best is None else min(best, seconds)
print(best)
"""
ROUNDS = 5
PROGRAM = os.path.join(here, ".build/release/ReaderBenchmarks")


def version(module):
    return subprocess.check_output([sys.executable, "-c", f"import {module}; print({module}.__version__)"], text=True).strip()


def seconds(name, path):
    if name == "hinterland":
        command = [PROGRAM, "time", path]
    else:
        command = [sys.executable, "-c", TIMING.format(setup=READERS[name]), path]
    return float(subprocess.check_output(command, text=True))


files = subprocess.check_output([PROGRAM, "write", megabytes, folder], text=True).split()
print(f"# {platform.machine()}, {os.cpu_count()} cores, {', '.join(name + ' ' + version(name) for name in READERS)}")
print(f"# the least processor seconds of {ROUNDS} rounds in which the programs take turns, two readings a round")
print("file,megabytes,program,best_cpu_seconds,megabytes_per_cpu_second,times_hinterland")
for line in files:
    label, path, size = line.split(",")
    best = {}
    for _ in range(ROUNDS):
        for name in ["hinterland", *READERS]:
            best[name] = min(best.get(name, float("inf")), seconds(name, path))
    for name, least in best.items():
        rate, ratio = float(size) / least, least / best["hinterland"]
        print(f"{label},{float(size):.0f},{name},{least:.3f},{rate:.0f},{ratio:.2f}", flush=True)
